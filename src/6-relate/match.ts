import { ownTypeOf } from '../lexicon/own-types.ts';
import { triggersOf, type Trigger, type TriggerPos } from '../lexicon/triggers.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import { EDGE_TYPES, type EdgeType } from '../model/vocabulary.ts';
import { isPassive, patients, phrases } from './clause.ts';
import type { End, EndFinder } from './ends.ts';
import { mayJoin, mayStand } from './end-types.ts';
import { freesByForce } from './rescue.ts';
import { fillers, isOfOther, supportOf } from './slots.ts';
import { governmentOf } from './capitals.ts';
import type { LinkedStory } from '../model/linked-story.ts';

/** A list of more than these is a gathering, not a relation of each with each. */
const MOST_PAIRED = 4;

/** A pair of actors that a trigger joins, before modality and attribution. */
export interface Match {
  readonly trigger: Trigger;
  readonly word: Token;
  /** The words that name the relation, end-exclusive token indices of their first and last. */
  readonly first: number;
  readonly last: number;
  readonly source: End;
  readonly target: End;
  /** Both ends stand in one slot: "A and B clashed". */
  readonly between: boolean;
}

/** Slots that a thing of the other party fills as well as the party: "cooperate with the U.N. investigation". */
const THROUGH: ReadonlySet<string> = new Set(['PARTNERS_WITH with', 'AGREED_WITH with', 'SUPPORTED for', 'SUPPORTED of']);

/** All pairs that the trigger words of a sentence join. */
export function matchTriggers(story: LinkedStory, tree: Tree, finder: EndFinder): readonly Match[] {
  const out: Match[] = [];
  for (const word of tree.tokens) {
    const entries = entriesFor(tree, word).filter((entry) => holds(tree, word, entry));
    const found = entries.map((entry) => ({ entry, pairs: pairs(story, tree, word, entry, finder) })).filter((one) => one.pairs.length);
    // What an attack on an embassy tells of its host does not replace the attack.
    const exact = found.some((one) => isSpecific(one.entry) && (EDGE_TYPES[one.entry.type].class !== 'structure' || found.every((other) => EDGE_TYPES[other.entry.type].class === 'structure')));
    for (const { entry, pairs: joined } of found) {
      if (exact && !isSpecific(entry) && entry.pos === 'verb') continue;
      // "Mali and Niger fight insurgents": they do not fight each other.
      const apart = found.some((one) => one.entry.type === entry.type && one.pairs.some((pair) => !pair.between));
      out.push(...joined.filter((pair) => !pair.between || !apart));
    }
  }
  return out;
}

function entriesFor(tree: Tree, word: Token): readonly Trigger[] {
  const lemma = word.lemma.toLowerCase().replace(/^re-/, 're');
  const pos: readonly TriggerPos[] = word.upos === 'VERB' || word.upos === 'AUX' ? ['verb', 'adj'] : word.upos === 'NOUN' || word.upos === 'PROPN' ? ['noun'] : word.upos === 'ADJ' ? ['adj', 'verb'] : word.upos === 'ADV' ? ['adv', 'adj'] : word.upos === 'ADP' ? ['adp'] : [];
  const own = pos.flatMap((one) => triggersOf(one, one === 'adj' && word.upos === 'VERB' ? word.text.toLowerCase() : lemma));
  // "Its rival Algeria": the tagger takes some nouns before a name for adjectives.
  if (word.upos === 'ADJ' && /^(rival|ally|foe|neighbor|neighbour)$/.test(lemma)) return [...own, ...triggersOf('noun', lemma)];
  // "During fighting between X and Y": the parser takes some nouns in -ing for verbs.
  return word.xpos === 'VBG' && !tree.child(word, 'obj', 'aux') ? [...own, ...triggersOf('noun', word.text.toLowerCase())] : own;
}

function isSpecific(entry: Trigger): boolean {
  return entry.particle !== undefined || entry.object !== undefined || entry.with !== undefined || entry.modifier !== undefined;
}

/** The conditions of an entry other than its ends. */
function holds(tree: Tree, word: Token, entry: Trigger): boolean {
  if (entry.pos === 'verb' && !particleFits(tree, word, entry.particle)) return false;
  if (entry.object && !patients(tree, word).flatMap((token) => tree.withConjuncts(token)).some((token) => isNamed(tree, token, entry.object ?? []))) return false;
  if (entry.type === 'PARTNERS_WITH' && [word, ...patients(tree, word)].some((token) => tree.children(token, 'amod').some((child) => SOUR.test(child.lemma)))) return false;
  if (entry.type === 'VISITED' && !entry.object && MOVED.test(word.lemma) && entry.pos === 'verb' && movesAnother(tree, word)) return false;
  if (entry.type === 'YIELDED_TO' && entry.pos === 'verb' && freesByForce(tree, word)) return false;
  if (entry.with && !entry.with.some((phrase) => hasPhrase(tree, word, phrase))) return false;
  if (entry.modifier && !modifiersOf(tree, word).some((token) => entry.modifier?.includes(token.lemma.toLowerCase()) || entry.modifier?.includes(token.text.toLowerCase()))) return false;
  return true;
}

/** With an object these move or stop another: "stopped her car in Honiara", "will head the delegation to Honiara". */
const MOVED = /^(stop|head|return|fly|drive|move|land)$/;

function movesAnother(tree: Tree, verb: Token): boolean {
  const object = tree.child(verb, 'obj');
  return object !== undefined && !tree.sentence.spans.some((span) => span.label === 'DATE' && object.index >= span.first && object.index < span.last);
}

/** Relations that these describe are no partnership. */
const SOUR = /^(strained|strain|tense|bad|poor|difficult|cold|icy|hostile|frosty|troubled|soured|sour|fraught|rocky|uneasy|turbulent|severed|chilly|adversarial)$/;

/** What an object is made of stands before these: "suspended aid programs", "a trade deal". */
const CONTAINER = /^(program|programme|package|payment|delivery|shipment|flight|supply|agreement|deal|plan|talk|operation|force|effort|mission|project)$/;

function isNamed(tree: Tree, object: Token, wanted: readonly string[]): boolean {
  return wanted.includes(object.lemma.toLowerCase()) || (CONTAINER.test(object.lemma) && tree.children(object, 'compound').some((part) => wanted.includes(part.lemma.toLowerCase())));
}

/** "strained relations", and "relations are strained". */
function modifiersOf(tree: Tree, word: Token): readonly Token[] {
  const over = tree.headOf(word);
  const predicate = over && word.deprel.startsWith('nsubj') && (over.upos === 'ADJ' || isPassive(tree, over)) ? [over] : [];
  return [...tree.children(word, 'amod', 'compound', 'nmod:desc'), ...predicate];
}

/** "carry out" is not "carry"; a particle that no entry asks for ("meet up") does no harm unless it makes another verb. */
function particleFits(tree: Tree, word: Token, wanted: string | undefined): boolean {
  const said = tree.children(word, 'compound:prt').map((token) => token.text.toLowerCase());
  if (!wanted) return !said.some((one) => /^(up|out|off|down|away|over|on|in)$/.test(one));
  return said.includes(wanted) || tree.children(word, 'advmod').some((token) => token.text.toLowerCase() === wanted);
}

function hasPhrase(tree: Tree, word: Token, phrase: string): boolean {
  const [preposition = '', lemma = ''] = phrase.split(':');
  // "Insisted that Poland restructure": what must be stands in the base form.
  if (preposition === 'that') return tree.children(word, 'ccomp').some((token) => token.xpos === 'VB' && !tree.child(token, 'aux'));
  if (preposition === 'xcomp' && lemma === '*') return tree.children(word, 'xcomp').some((token) => token.upos === 'VERB' && tree.children(token, 'mark').some((mark) => mark.text.toLowerCase() === 'to'));
  if (preposition === 'xcomp') return [word, ...tree.children(word, 'obj')].some((host) => tree.children(host, 'xcomp', 'amod', 'advmod', 'ccomp', 'acl').some((token) => token.lemma.toLowerCase() === lemma));
  if (phrases(tree, word, preposition).some((token) => token.lemma.toLowerCase() === lemma)) return true;
  return word.deprel.startsWith('obl') && tree.caseOf(word) === preposition && lemma === word.lemma || (word.lemma === lemma && tree.caseOf(word) === preposition);
}

function pairs(story: LinkedStory, tree: Tree, word: Token, entry: Trigger, finder: EndFinder): readonly Match[] {
  const adjective = entry.pos !== 'verb';
  const allowed = (side: 'source' | 'target') => (end: End): boolean => {
    const types = side === 'source' ? entry.sourceTypes : entry.targetTypes;
    if (side === 'target' && entry.notTarget?.includes(end.mention.noun ?? '')) return false;
    const entity = story.entities.get(end.key);
    const own = types && entity && ownTypeOf(entity);
    const type = story.entities.get(acting(story, entry.type, side, end).key)?.type;
    if (entry.type === 'CONTROLS' && side === 'target' && /^(train|aircraft|plane|ship|vessel|boat|bus|tanker|airliner)$/.test(end.mention.noun ?? '')) return false;
    // "The team will go to Ramallah": people travel in the name of the body that sends them.
    if (entry.type === 'VISITED' && entry.lemma !== 'send' && side === 'source' && end.mention.form === 'nominal' && /^(team|delegation|official|mission|envoy|representative|diplomat|force|troop|leader)$/.test(end.mention.noun ?? '')) return true;
    return type !== undefined && (!types || (own && types.includes(own)) || types.includes(type) || types.includes(entity?.type ?? type)) && mayStand(entry.type, side, type);
  };
  const sourceEnds = firstSlot(entry.source, (slot) => finder.find(tree, fillers(tree, word, entry, slot), entry.sourceReach ?? (slot === 'subj' ? 'agent' : 'self'), adjective || slot === 'pre' || slot === 'poss').filter(allowed('source')));
  if (!sourceEnds.ends.length) return [];
  const sources = sourceEnds.ends;
  const symmetric = EDGE_TYPES[entry.type].symmetric;
  // What both do with each other is read last: "boost trade with Kabul" is not trade among the subjects.
  const slots = [...entry.target.filter((slot) => slot !== 'each'), ...(entry.target.includes('each') || (symmetric && sourceEnds.slot === 'subj') ? ['each'] : [])];
  const targets = firstSlot(slots, (slot) => {
    const words = fillers(tree, word, entry, slot).filter((token) => entry.type !== 'CHARGED' || !(/^(allegation|accusation|claim|complaint|charge|report)$/.test(token.lemma) || isOfOther(tree, token, word)));
    const ends = finder.find(tree, words, entry.reach ?? (THROUGH.has(`${entry.type} ${slot}`) ? 'holder' : 'self'), adjective || slot === 'pre' || slot === 'poss').filter(allowed('target'));
    if (slot === 'each' || slot === sourceEnds.slot) return ends.length > 1 ? ends : [];
    return ends.filter((end) => !sources.some((source) => source.key === end.key));
  });
  const between = targets.slot === 'each' || targets.slot === sourceEnds.slot;
  if (between && targets.ends.length > MOST_PAIRED) return [];
  const [first, last] = triggerSpan(tree, word, entry);
  const out: Match[] = [];
  sources.forEach((place, i) => targets.ends.forEach((other, j) => {
    const source = sourceEnds.slot === 'pre' ? place : acting(story, entry.type, 'source', place);
    const target = targets.slot === 'pre' ? other : acting(story, entry.type, 'target', other);
    if (source.key === target.key || isOnePhrase(tree, sourceEnds.slot, place, other) || !mayJoin(entry.type, story.entities.get(source.key)?.type, story.entities.get(target.key)?.type) || (between && (symmetric || targets.slot !== 'each') && j <= i)) return;
    out.push({ trigger: entry, word, first, last, source, target, between });
  }));
  return out;
}

/** "Letters to leaders of 40 countries, including Ghana": the countries are no senders, and those named are some of them. */
function isOnePhrase(tree: Tree, slot: string, source: End, target: End): boolean {
  const [from, to] = [tree.at(source.mention.head), tree.at(target.mention.head)];
  if (slot === 'of' && from !== to && tree.isWithin(from, to)) return true;
  return isExample(tree, from, to) || isExample(tree, to, from);
}

function isExample(tree: Tree, part: Token, whole: Token): boolean {
  const named = part.deprel === 'conj' ? tree.headOf(part) : part;
  const over = named && /^(including|such as)$/.test(tree.caseOf(named)) ? tree.headOf(named) : undefined;
  return over !== undefined && tree.isWithin(whole, over);
}

/**
 * A capital where only a government can stand is that government ("applauded the decision of Berlin"), a building whoever
 * owns it ("demonstrated outside EU headquarters").
 */
function acting(story: LinkedStory, type: EdgeType, side: 'source' | 'target', end: End): End {
  if (story.entities.get(end.key)?.type !== 'Place' || mayStand(type, side, 'Place')) return end;
  const owner = end.mention.form === 'nominal' && type === 'PROTESTED_AGAINST' && end.mention.owner !== undefined ? story.entitiesOf[end.mention.owner]?.[0] : undefined;
  return owner ? { ...end, key: owner } : governmentOf(story, end);
}

function firstSlot(slots: readonly string[], find: (slot: string) => readonly End[]): { readonly slot: string; readonly ends: readonly End[] } {
  for (const slot of slots) {
    const ends = find(slot);
    if (ends.length) return { slot, ends };
  }
  return { slot: '', ends: [] };
}

/** The trigger with its particle or its required object: "carried out", "signed a deal". */
function triggerSpan(tree: Tree, word: Token, entry: Trigger): readonly [number, number] {
  const parts = [word];
  const particle = entry.particle ? tree.children(word, 'compound:prt', 'advmod').find((token) => token.text.toLowerCase() === entry.particle) : undefined;
  if (particle) parts.push(particle);
  if (entry.object && !isPassive(tree, word)) {
    const object = patients(tree, word).find((token) => entry.object?.includes(token.lemma.toLowerCase()));
    if (object && Math.abs(object.index - word.index) < 6) parts.push(object);
  }
  const indices = parts.map((token) => token.index);
  return [Math.min(...indices), Math.max(...indices) + 1];
}

/** The clause that a noun trigger shares its time, place and truth with. */
export function hostOf(tree: Tree, word: Token): Token {
  return supportOf(tree, word)?.verb ?? word;
}
