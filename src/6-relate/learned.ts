import { speechWord } from '../lexicon/clause-words.ts';
import type { Trigger } from '../lexicon/triggers.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { PairEnd } from '../model/pair-scorer.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import { EDGE_TYPES, isEdgeType, type EdgeType, type NodeType } from '../model/vocabulary.ts';
import { mayJoin } from './end-types.ts';
import type { End } from './ends.ts';
import type { Match } from './match.ts';
import type { Statement } from './statement.ts';

/** How sure the model must be: chosen among five figures on the annotated stories of docs/quality.md; of harm, among four. */
const LEAST = 0.6;
const LEAST_OF_HARM = 0.9;
/** Of 50 statements that it added to agency stories 34 were right; the rules' own figures are on the same scale. */
const CONFIDENCE = 0.65;

/** Who killed, jailed or charged whom is not guessed: of these only what a rule reads counts. */
const GRAVE: ReadonlySet<EdgeType> = new Set(['KILLED', 'DETAINED', 'CHARGED']);
const OWN_FORCE = /\b(?:troops|forces|soldiers|army|military|navy|marines|air force|police)\b/i;

/** What the model may read. */
const LEARNED = Object.keys(EDGE_TYPES).filter(isEdgeType).filter((type) => !GRAVE.has(type));
/** Of several who stand in one list each may do these with a third party, and not with the others. */
const TOGETHER: ReadonlySet<EdgeType> = new Set(['MET', 'SPOKE_WITH', 'AGREED_WITH', 'FOUGHT', 'BORDERS']);
/** Who did whom harm, or is to blame for it, is told only where the model is nearly sure. */
const HARM: ReadonlySet<EdgeType> = new Set(['ATTACKED', 'ACCUSED', 'CRITICISED', 'SANCTIONED', 'FOUGHT']);
/** Acts between parties of different countries: nobody visits or meets his own. */
const BETWEEN_STATES: ReadonlySet<EdgeType> = new Set(['MET', 'SPOKE_WITH', 'WROTE_TO', 'VISITED', 'AGREED_WITH', 'PARTNERS_WITH', 'RECOGNISED', 'FOUGHT', 'ALLIED_WITH', 'AT_ODDS_WITH', 'ATTACKED', 'KILLED']);

/**
 * What the model reads between actors that no rule has joined, as if a trigger of the lexicon had been found there: polarity,
 * modality and attribution are then read from the tree as with any other. Of several readings of two actors the surest counts.
 */
export function learned(story: LinkedStory, tree: Tree, known: readonly Statement[]): readonly Match[] {
  const scorer = tree.sentence.pairs;
  if (!scorer) return [];
  const joined = new Set(known.map(({ source, target }) => unordered(source, target)));
  const ends = story.mentions.filter((mention) => mention.sentence === tree.sentence.index).flatMap((mention) => (story.entitiesOf[mention.id] ?? []).flatMap((key) => seated(story, { mention, key })));
  const best = new Map<string, { readonly probability: number; readonly match: Match }>();
  for (const { end: source, seat: from } of ends) for (const { end: target, seat: to } of ends) {
    const pair = unordered(source, target);
    if (source.key === target.key || joined.has(pair)) continue;
    for (const { type, probability, trigger } of scorer.read(from, to, { least: LEAST, types: askedOf(from.type, to.type) })) {
      if (HARM.has(type) && probability < LEAST_OF_HARM) continue;
      if (probability <= (best.get(pair)?.probability ?? 0) || isContradicted(story, type, source, target) || (TOGETHER.has(type) && areListed(tree, source, target))) continue;
      const word = tree.at(trigger);
      // "X says that Y …" is no accusation by itself.
      if (speechWord('verb', word.lemma)?.stance === 'neutral') continue;
      best.set(pair, { probability, match: { trigger: triggerOf(type, word.upos === 'VERB' ? 'verb' : 'noun', word.lemma), word, first: word.index, last: word.index + 1, source, target, between: false } });
    }
  }
  return [...best.values()].map(({ match }) => match);
}

const asked = new Map<string, ReadonlySet<EdgeType>>();

/** The types that may join two kinds of nodes, and that the model may read. */
function askedOf(source: NodeType, target: NodeType): ReadonlySet<EdgeType> {
  const key = `${source}|${target}`;
  let types = asked.get(key);
  if (!types) asked.set(key, (types = new Set(LEARNED.filter((type) => mayJoin(type, source, target)))));
  return types;
}

function triggerOf(type: EdgeType, pos: Trigger['pos'], lemma: string): Trigger {
  return { type, pos, lemma, source: [], target: [], confidence: CONFIDENCE, example: '', edges: [] };
}

/** What the lexicon knows of the ends speaks against it: a town of another country, an office in a foreign state. */
function isContradicted(story: LinkedStory, type: EdgeType, source: End, target: End): boolean {
  const [from, to] = [story.entities.get(source.key), story.entities.get(target.key)];
  if (!from || !to) return true;
  const [home, other] = [from.country, to.country];
  // A country and its own troops: "missiles aimed at U.S. troops after the U.S. strike".
  if (HARM.has(type) && home !== undefined && home === other && (from.type === 'Country' || to.type === 'Country') && OWN_FORCE.test(from.type === 'Country' ? to.label : from.label)) return true;
  if (type === 'LOCATED_IN') return from.type === 'Country' || from.type === 'Person' || (home !== undefined && other !== undefined && home !== other);
  // "Heads the Palau Chamber of Commerce": an office in the body, not in the country of its name.
  if (type === 'HOLDS_ROLE_IN' && story.mentions.some((one) => one.owner === target.mention.id && one.type === 'Organisation' && one.start <= target.mention.start && one.end >= target.mention.end)) return true;
  if (type === 'HOLDS_ROLE_IN' && from.roles?.length) return from.roles.every(({ of }) => of !== target.key);
  if (type === 'HOLDS_ROLE_IN' || type === 'PART_OF') return to.type === 'Country' && home !== undefined && home !== other;
  if (!BETWEEN_STATES.has(type) || home === undefined || home !== other) return false;
  // "In Cairo, Egyptian officials discuss": nobody visits his own country.
  if (type === 'VISITED') return true;
  return (from.type === 'Person' && /^(Country|Place)$/.test(to.type)) || (to.type === 'Person' && from.type === 'Country');
}

/** "Talks with A and B", also under titles; but not "talks between A and B". */
function areListed(tree: Tree, source: End, target: End): boolean {
  const [first, second] = [source, target].map(({ mention }) => atTitle(tree, tree.at(mention.head))).sort((a, b) => a.index - b.index);
  return first !== undefined && second !== undefined && tree.withConjuncts(first).includes(second) && tree.caseOf(first) !== 'between';
}

/** The word on which a name hangs with its title: "commissioner" of "the commissioner, Rafael Otalora". */
function atTitle(tree: Tree, token: Token): Token {
  const over = tree.headOf(token);
  return over && /^(appos|flat|nmod:desc)$/.test(token.deprel) ? atTitle(tree, over) : token;
}

/** An end, and how the model is asked about it. */
function seated(story: LinkedStory, end: End): readonly { readonly end: End; readonly seat: PairEnd }[] {
  const type = story.entities.get(end.key)?.type;
  return type ? [{ end, seat: { token: end.mention.head, type, form: end.mention.form } }] : [];
}

function unordered({ key: a }: End, { key: b }: End): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}
