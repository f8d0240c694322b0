import { titleEndingAt, type TitleMatch } from '../lexicon/titles.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import type { Draft, DraftRole } from './draft.ts';
import { ownersOf, type DraftIndex } from './owners.ts';

const LONGEST_PREFIX = 12;
const OWNERS = new Set(['Country', 'Organisation', 'ArmedGroup']);

/** The offices in the words right before a name ("Afghan President Hamid Karzai"), outermost last. */
export function rolesBefore(tree: Tree, name: Draft, index: DraftIndex): readonly DraftRole[] {
  const out: DraftRole[] = [];
  const floor = leftEdge(tree, name.first);
  let end = name.first;
  while (end > floor) {
    const at = tree.at(end - 1);
    if (at.upos === 'PUNCT' && !/^[-–.]$/.test(at.text)) break;
    const match = titleIn(tree, floor, end) ?? titleBeforePlace(tree, floor, end, index);
    if (!match) break;
    addGender(name, tree.at(match.last - 1).text.toLowerCase());
    index.anchor(name, match.last - 1);
    const owners = ownersLeftOf(tree, match, floor, index);
    // A rank alone is a form of address; "Iranian General X" serves Iran.
    if (match.title.of !== 'none' || (match.title.level === 'military' && owners.some((owner) => owner.type === 'Country'))) out.push(role(tree, match, owners));
    end = match.first;
  }
  return shareOwner(out, ownersAfter(tree, name, index));
}

/** "President X of Norway": the office's country behind the name. */
function ownersAfter(tree: Tree, name: Draft, index: DraftIndex): readonly Draft[] {
  return tree.children(tree.at(name.head), 'nmod').filter((token) => token.index >= name.last && tree.caseOf(token) === 'of').flatMap((token) => index.at(token) ?? []).filter((draft) => draft.type === 'Country' || draft.type === 'Organisation').slice(0, 1);
}

/** "US ambassador to Germany Richard Grenell": between title and name stands where the office is held. */
function titleBeforePlace(tree: Tree, floor: number, end: number, index: DraftIndex): TitleMatch | undefined {
  const place = index.covering(end - 1);
  if (!place || place.form !== 'name' || place.type === 'Person') return undefined;
  let at = place.first - 1;
  if (tree.tokens[at]?.upos === 'DET') at--;
  if (!/^(to|of|in|for|at)$/.test(tree.tokens[at]?.text ?? '')) return undefined;
  return titleIn(tree, Math.min(floor, leftEdge(tree, at)), at);
}

/** The office that a noun names: "the prime minister of Israel" after or apart from a name. */
export function roleOfNoun(tree: Tree, noun: Token, index: DraftIndex): DraftRole | undefined {
  const floor = leftEdge(tree, noun.index);
  for (let end = Math.min(noun.index + 4, tree.tokens.length); end > noun.index; end--) {
    const match = titleIn(tree, floor, end);
    if (!match || match.first > noun.index || match.title.of === 'none' && match.title.level !== 'military') continue;
    const left = ownersLeftOf(tree, match, floor, index);
    if (match.title.of === 'none' && !left.length) continue;
    return role(tree, match, left.length ? left : ownersOf(tree, noun, index));
  }
  return undefined;
}

function role(tree: Tree, match: TitleMatch, of: readonly Draft[]): DraftRole {
  const said = match.prefixes.filter((prefix) => prefix !== 'deputy').length;
  // "British journalist": the country is where one comes from; a journalist works for a paper.
  const owners = match.title.level === 'media' ? of.filter((draft) => draft.type !== 'Country' && draft.type !== 'Place') : of;
  let first = match.first;
  // Status words are no part of the office: "acting", "former", "then-".
  for (let left = said; left > 0 && first < match.last - 1; first++) if (!/^[-‐‑–]$/.test(tree.at(first).text)) left--;
  return { title: tree.textOf(first, match.last).replace(/^[-‐‑–]\s*/, ''), office: match.title.title, status: match.status, of: owners, scope: match.title.of, first: match.first, last: match.last };
}

function titleIn(tree: Tree, floor: number, end: number): TitleMatch | undefined {
  const words = tree.tokens.slice(floor, end).map((token) => token.text);
  const match = titleEndingAt(words, words.length);
  return match ? { ...match, first: match.first + floor, last: match.last + floor } : undefined;
}

/** How far to the left the phrase can reach: over nouns, adjectives, names, "of" and possessive marks; not over the verb of "Iran accused President X". */
function leftEdge(tree: Tree, from: number): number {
  let floor = from;
  while (floor > 0 && from - floor < LONGEST_PREFIX) {
    const token = tree.at(floor - 1);
    const inside = ['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(token.upos) || token.xpos === 'POS' || /^[-–'’.]$/.test(token.text)
      || /^(of|for|and|the|general|in|chief|['’]s)$/i.test(token.text) || (token.upos === 'VERB' && /ed$|ing$/.test(token.text) && /^(amod|acl|compound)/.test(token.deprel)) || token.upos === 'ADV' && /^(then|now)$/i.test(token.text);
    if (!inside) break;
    floor--;
  }
  return floor;
}

/** The countries or bodies that stand right before a title: "Taliban" of "acting Taliban Foreign Minister". */
function ownersLeftOf(tree: Tree, match: TitleMatch, floor: number, index: DraftIndex): readonly Draft[] {
  const found: Draft[] = [];
  for (let i = match.last - 1; i >= floor; i--) {
    const draft = index.covering(i);
    if (draft && draft.type && draft.type !== 'Person' && draft.last <= match.last) {
      found.push(draft);
      // "Israeli and Palestinian leaders" has two owners; "the U.S. president and Indian Prime Minister" has not.
      const plural = tree.at(match.last - 1).feats.includes('Number=Plur');
      if (!plural || !/^and$|^,$/.test(tree.tokens[draft.first - 1]?.text ?? '') || !OWNERS.has(index.covering(draft.first - 2)?.type ?? '')) break;
      i = draft.first - 1;
      continue;
    }
    if (i < match.first && /^(and|the|of)$/i.test(tree.at(i).text)) break;
  }
  // "Syria's U.N. Ambassador" is Syria's.
  const sender = /(ambassador|envoy|representative|delegate)$/.test(match.title.title) && found[0]?.type === 'Organisation' ? index.covering(found[0].first - 2) : undefined;
  if (sender?.type === 'Country' && tree.tokens[(found[0]?.first ?? 0) - 1]?.xpos === 'POS') return [sender];
  const bodies = found.filter((draft) => draft.type !== 'Place' && draft.type !== 'Event');
  if (bodies.length) return bodies;
  if (found.length) return found.filter((draft) => draft.type !== 'Event');
  const nominal = index.drafts.filter((draft) => draft.form === 'nominal' && draft.type === 'Organisation' && draft.first >= floor && draft.last <= match.last && draft.last >= match.first - 1);
  if (nominal.length) return nominal.slice(-1);
  return ownersOf(tree, tree.at(match.last - 1), index);
}

/** "U.S. Secretary of State General X": the owner of one title, or else who stands after the name, is that of the others that have none. */
function shareOwner(roles: readonly DraftRole[], after: readonly Draft[]): readonly DraftRole[] {
  const owner = roles.find((one) => one.of.length)?.of ?? after;
  return roles.map((one) => (one.of.length ? one : { ...one, of: owner }));
}

const FEMALE = /^(mrs|ms|miss|madam|queen|princess|lady|sister|dame|baroness|duchess|empress|chairwoman|spokeswoman)\b/;
const MALE = /^(mr|king|prince|sir|lord|emir|sheik|sheikh|sultan|pope|ayatollah|mullah|imam|chairman|spokesman|brother|cardinal|archbishop)\b/;

/** The word itself tells, not its entry: "Lady" and "Sir" may share one. */
function addGender(name: Draft, word: string): void {
  if (FEMALE.test(word)) name.gender = 'female';
  else if (MALE.test(word)) name.gender = 'male';
}
