import { countryByCapital, countryByDemonym, countryByName, countryBySeat } from '../lexicon/countries.ts';
import { eventByName } from '../lexicon/events.ts';
import { isActorNoun } from '../lexicon/actor-nouns.ts';
import { leaderByName, leaderCountry } from '../lexicon/leaders.ts';
import { organisationByName } from '../lexicon/organisations.ts';
import { outletByName } from '../lexicon/outlets.ts';
import { placeByName } from '../lexicon/places.ts';
import { titleEndingAt, titleStartingAt } from '../lexicon/titles.ts';
import type { Referent } from '../model/mention.ts';
import type { NamedSpan, Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import type { NodeType } from '../model/vocabulary.ts';

/** A stretch of tokens that is a proper name. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  readonly type: NodeType;
  readonly referent?: Referent;
  readonly known: boolean;
}

const LONGEST_NAME = 8;

/** Written large and taken for actors or places by the tagger: diseases, creeds, scriptures, nets. */
const NO_ACTOR = /^(?:the )?(?:AIDS|HIV|H\.I\.V\.|HIV\/AIDS|SARS|Ebola|COVID-19|Islam|Christianity|Judaism|Buddhism|Hinduism|Sharia|Shariah|Koran|Quran|Bible|Torah|Internet|Ramadan|Christmas|Easter|Eid|God|Allah)$/u;

const SPAN_TYPES: Readonly<Record<string, NodeType>> = {
  PERSON: 'Person', ORG: 'Organisation', GPE: 'Place', LOC: 'Place', FAC: 'Place', EVENT: 'Event', LAW: 'Event',
};

/** The proper names of a sentence: the lexicon's and the tagger's, without overlap. `context` is the ISO code of the country that the story is about. */
export function nameSpans(tree: Tree, context: string | undefined): readonly NameSpan[] {
  const titles = titleWords(tree);
  const inTitle = (span: NameSpan): boolean => !span.known && tree.tokens.slice(span.first, span.last).every((token) => titles.has(token.index));
  const candidates = [...lexiconSpans(tree, context), ...taggedSpans(tree)].filter((span) => !inTitle(span)).sort(preference);
  const chosen: NameSpan[] = [];
  const taken = new Set<number>();
  for (const span of candidates) {
    let free = true;
    for (let i = span.first; i < span.last; i++) free &&= !taken.has(i);
    if (!free) continue;
    for (let i = span.first; i < span.last; i++) taken.add(i);
    chosen.push(span);
  }
  return [...chosen, ...untaggedNames(tree, taken, titles)].filter((span) => !NO_ACTOR.test(tree.textOf(span.first, span.last))).sort((a, b) => a.first - b.first);
}

/** Longer before shorter; of two as long, what the lexicon knows before what the tagger guesses. */
function preference(a: NameSpan, b: NameSpan): number {
  return (b.last - b.first) - (a.last - a.first) || Number(b.known) - Number(a.known) || a.first - b.first;
}

/** Tokens of offices and forms of address: "State" of "Secretary of State" names nothing by itself. */
function titleWords(tree: Tree): ReadonlySet<number> {
  const words = tree.tokens.map((token) => token.text);
  const covered = new Set<number>();
  for (let at = 0; at < words.length; at++) {
    const match = /^\p{Lu}/u.test(words[at] ?? '') ? titleStartingAt(words, at) : undefined;
    if (match) for (let i = match.first; i < match.last; i++) covered.add(i);
  }
  return covered;
}

/** Proper nouns that neither knows: a name in an actor's place is taken for a person's, after an article for a body's. */
function untaggedNames(tree: Tree, taken: ReadonlySet<number>, titles: ReadonlySet<number>): NameSpan[] {
  const out: NameSpan[] = [];
  for (const token of tree.tokens) {
    if (taken.has(token.index) || titles.has(token.index) || !isActorName(tree, token)) continue;
    let first = token.index;
    let last = token.index + 1;
    const joins = (at: number): boolean => tree.tokens[at]?.upos === 'PROPN' && !taken.has(at) && !titles.has(at) && tree.isWithin(tree.at(at), token);
    while (joins(first - 1)) first--;
    while (joins(last)) last++;
    const article = tree.children(token, 'det').length > 0;
    out.push({ first, last, type: article || /^\p{Lu}{2,}$/u.test(token.text) ? 'Organisation' : 'Person', known: false });
  }
  return out;
}

const CALENDAR = /^(mon|tues|wednes|thurs|fri|satur|sun)day|^(january|february|march|april|may|june|july|august|september|october|november|december)$/i;

function isActorName(tree: Tree, token: Token): boolean {
  if (token.upos !== 'PROPN' || token.feats.includes('Plur') || !/^\p{Lu}\p{Ll}|^\p{Lu}{2,}$/u.test(token.text) || CALENDAR.test(token.text) || countryByDemonym(token.text)) return false;
  if (tree.sentence.spans.some((span) => token.index >= span.first && token.index < span.last)) return false;
  if (isActorNoun(token.lemma, 'group') || isActorNoun(token.lemma, 'organ') || isActorNoun(token.lemma, 'organisation') || isActorNoun(token.lemma, 'government') || isActorNoun(token.lemma, 'place')) return false;
  if (/^(nsubj|nsubj:pass|obl:agent)$/.test(token.deprel)) return tree.headOf(token)?.upos === 'VERB';
  return /^(obj|iobj)$/.test(token.deprel) || (/^(obl|nmod|conj)$/.test(token.deprel) && /^(with|by|from|to|between|)$/.test(tree.caseOf(token)));
}

function lexiconSpans(tree: Tree, context: string | undefined): NameSpan[] {
  const out: NameSpan[] = [];
  for (let first = 0; first < tree.tokens.length; first++) {
    if (!startsName(tree.at(first))) continue;
    const longest = Math.min(LONGEST_NAME, tree.tokens.length - first);
    for (let length = longest; length > 0; length--) {
      const last = tree.at(first + length - 1);
      if (last.upos === 'PUNCT' || last.xpos === 'POS') continue;
      const found = lookUp(tree, first, first + length, context);
      if (!found) continue;
      // "The U.S." is found from "U.S." on; "The Hague" has its article for good.
      if (/^the$/i.test(tree.at(first).text) && lookUp(tree, first + 1, first + length, context)) break;
      out.push(found);
      break;
    }
  }
  return out;
}

function startsName(token: Token): boolean {
  return /^[\p{Lu}\p{Nd}]|^(al|ad|an|ar|as|ash|el)\b/u.test(token.text) && token.upos !== 'PUNCT';
}

function lookUp(tree: Tree, first: number, last: number, context: string | undefined): NameSpan | undefined {
  const text = tree.textOf(first, last);
  const span = (type: NodeType, referent: Referent): NameSpan => ({ first, last, type, referent, known: true });
  const country = countryByName(text) ?? countryBySeat(text);
  if (country) return span('Country', { kind: 'country', iso: country.iso });
  const organisation = organisationByName(text, context);
  if (organisation && isCapitalised(tree, first, last)) return span(organisation.type, { kind: 'organisation', id: organisation.id });
  if (last - first > 1 || /\d/.test(text)) {
    const event = eventByName(text);
    if (event) return span('Event', { kind: 'event', id: event.id });
  }
  // "The West" acts; it is no place where things happen.
  if (text === 'West' && tree.at(first).deprel.startsWith('nsubj')) return { first, last, type: 'Group', known: true };
  const capital = countryByCapital(text);
  const hinted = placeByName(text, context);
  // "Moscow" in an American story is still not the one in Idaho.
  const place = capital && hinted && hinted.country !== capital.iso ? undefined : hinted;
  const person = tree.sentence.spans.some((one) => one.label === 'PERSON' && one.first < last && first < one.last && one.last - one.first > last - first);
  if (capital && !place && !person) return span('Place', { kind: 'place', name: capital.capital[0] ?? text, country: capital.iso });
  if (place && !(place.ambiguous && !taggedAs(tree, first, last, 'GPE', 'LOC', 'FAC')) && !person) {
    return span('Place', { kind: 'place', name: place.name, ...(place.country ? { country: place.country } : {}) });
  }
  if (last - first > 1 && leaderByName(text)) return { first, last, type: 'Person', known: true };
  const outlet = outletByName(text);
  if (outlet && (last - first > 1 || taggedAs(tree, first, last, 'ORG') || /^[A-Z]{2,}$/.test(text))) {
    return { first, last, type: 'Organisation', known: true };
  }
  return undefined;
}

/** "an Islamic state" is not "the Islamic State". */
function isCapitalised(tree: Tree, first: number, last: number): boolean {
  return tree.tokens.slice(first, last).every((token) => !['NOUN', 'PROPN', 'ADJ'].includes(token.upos) || /^[\p{Lu}\p{Nd}]|^(al|el)\b/u.test(token.text));
}

function taggedAs(tree: Tree, first: number, last: number, ...labels: readonly string[]): boolean {
  return tree.sentence.spans.some((span) => span.first < last && first < span.last && labels.includes(span.label));
}

function taggedSpans(tree: Tree): NameSpan[] {
  const out: NameSpan[] = [];
  for (const span of tree.sentence.spans) {
    const type = SPAN_TYPES[span.label];
    if (!type) continue;
    let [first, last] = trim(tree, span);
    if (last <= first || !isProper(tree, first, last)) continue;
    if (span.label === 'LAW' && !/treaty|accord|pact|agreement|convention|protocol/i.test(tree.textOf(first, last))) continue;
    if (countryByDemonym(tree.textOf(first, last))) continue;
    if (type !== 'Person' && isDemonymPhrase(tree, first, last)) continue;
    // "U.S. Government" is its country, however it is written.
    if (last - first > 1 && /^(Government|Authorities|Regime)$/.test(tree.at(last - 1).text) && (countryByName(tree.textOf(first, last - 1)) ?? countryByDemonym(tree.textOf(first, last - 1)))) continue;
    if (last - first === 1 && (tree.at(first).text.length < 2 || tree.at(first).upos === 'ADJ' || /^(north|south|east|west|northern|southern)$/i.test(tree.at(first).text))) continue;
    last = withoutList(tree, first, last);
    if (type === 'Organisation' && organisationByName(tree.textOf(Math.min(first + 1, last - 1), last)) && /^(special|former|top|senior|new|regional|local)$/i.test(tree.at(first).text)) continue;
    out.push({ first, last, type: refine(tree, first, last, type), known: false });
  }
  return out;
}

/** "Andean Community of Bolivia, Colombia and Peru": the list that follows is no part of the name. */
function withoutList(tree: Tree, first: number, last: number): number {
  const of = tree.tokens.slice(first, last).findIndex((token) => token.text === 'of');
  if (of < 1 || !countryByName(tree.textOf(first + of + 1, last)) || !/^(,|and)$/.test(tree.tokens[last]?.text ?? '') || !/^\p{Lu}/u.test(tree.tokens[last + 1]?.text ?? '')) return last;
  return first + of;
}

/** Cuts articles, titles and possessive marks off a tagged span. */
function trim(tree: Tree, span: NamedSpan): readonly [number, number] {
  let { first, last } = span;
  while (first < last && (['DET', 'PUNCT'].includes(tree.at(first).upos) || /^(mr|mrs|ms|dr|the)\.?$/i.test(tree.at(first).text))) first++;
  if (span.label === 'PERSON') {
    const title = titleStartingAt(tree.tokens.slice(first, last).map((token) => token.text), 0);
    // "Amir" and "Sultan" are given names at least as often as titles.
    if (title && first + title.last < last && !/^(amir|emir|sultan|malik|imam)$/i.test(tree.at(first).text)) first += title.last;
  }
  while (last > first && (tree.at(last - 1).xpos === 'POS' || (tree.at(last - 1).upos === 'PUNCT' && !/^\.$/.test(tree.at(last - 1).text)) || /^[’']s$/.test(tree.at(last - 1).text))) last--;
  return [first, last];
}

function isProper(tree: Tree, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (/^\p{Lu}/u.test(tree.at(i).text) && tree.at(i).upos !== 'PRON') return true;
  return false;
}

/** "Israeli soldiers", "Afghan officials": a description, left to the nominals. */
function isDemonymPhrase(tree: Tree, first: number, last: number): boolean {
  const noun = tree.at(last - 1);
  return !/^\p{Lu}/u.test(noun.text) && (isActorNoun(noun.lemma, 'group') || isActorNoun(noun.lemma, 'government') || isActorNoun(noun.lemma, 'organ')) && last - first > 1;
}

/** Names that end or begin so are those of meetings, treaties and manoeuvres; some bodies are called forum or conference, others meet as one. */
const EVENT_NAME = /^(?:Operation|Exercise) \p{Lu}| (?:Summit|Games|Fair|Accords?|Pact|Treaty|Declaration|Pledge|Exercise)$|(?:Summit|Conference|Forum|Meeting) on /u;
const MEETING = /^(?:Conference|Forum)$/;

function namesEvent(tree: Tree, first: number, last: number): boolean {
  if (last - first < 2) return false;
  return EVENT_NAME.test(tree.textOf(first, last)) || (MEETING.test(tree.at(last - 1).text) && placeByName(tree.at(first).text, undefined) !== undefined);
}

/** Ends no person's name. */
const BODY_NOUN = /^(Movement|Party|Front|Council|Union|Coalition|Alliance|Organi[sz]ation|Committee|Association|Federation|Agency|Ministry|Commission|League|Army|Corporation)$/;

function refine(tree: Tree, first: number, last: number, type: NodeType): NodeType {
  if (namesEvent(tree, first, last)) return 'Event';
  if (type === 'Person' && last - first > 1 && BODY_NOUN.test(tree.at(last - 1).text)) return 'Organisation';
  const before = tree.tokens.slice(Math.max(0, first - 4), first).map((token) => token.text);
  const title = type === 'Person' || type === 'Event' ? undefined : titleEndingAt(before, before.length);
  if (title && !title.plural && title.first < title.last && /^\p{Lu}/u.test(before.at(-1) ?? '')) return 'Person';
  if (last - first === 1 && isActorNoun(tree.at(first).text, 'people')) return 'Group';
  if (type !== 'Person' && type !== 'Event' && leaderCountry(tree.textOf(first, last))) return 'Person';
  if (type === 'Organisation' && isActorNoun(tree.at(last - 1).lemma, 'armed')) return 'ArmedGroup';
  return type;
}
