import type { GraphFile, NodeAttributes } from '../../graph/schema.ts';
import type { EdgeType } from '../../src/model/vocabulary.ts';
import { EDGE_TYPES } from '../../src/model/vocabulary.ts';
import { aligner, storyOf, type Align } from './align.ts';
import type { GoldStory } from './gold.ts';
import { addFraction, addTally, noFraction, noTally, type Fraction, type Tally } from './measure.ts';
import { scoreEdges } from './score-edges.ts';
import { predictedEdges, type PredictedEdge } from './predicted.ts';

/** Where in the work an error shows: in the order in which the work is done. */
export const PHASES = ['story', 'mention', 'coreference', 'type', 'link', 'relation', 'polarity', 'modality', 'attribution', 'fact'] as const;
export type Phase = (typeof PHASES)[number];

export interface ScoredError {
  readonly phase: Phase;
  readonly story: string;
  readonly text: string;
}

/** An edge of the graph and whether the gold has it, required or optional. */
export interface Judgement {
  readonly story: string;
  readonly edge: PredictedEdge;
  readonly right: boolean;
}

/** How required edges were missed: an end has no node, the ends are joined otherwise, or not at all. */
export interface Misses {
  withoutEnd: number;
  otherwise: number;
  unjoined: number;
}

export interface Score {
  stories: number;
  missingStories: number;
  entities: Tally;
  types: Fraction;
  links: Fraction;
  /** Edges of the same type, by type; required edges only, wrong ones under the type that was given. */
  byType: Map<EdgeType, Tally>;
  /** Edges of the same class. */
  coarse: Tally;
  /** Matched edges whose polarity, modality and attribution are right too. */
  full: number;
  polarity: Fraction;
  modality: Fraction;
  attribution: Fraction;
  /** Edges stated as fact that the text contradicts. */
  forbidden: number;
  unfounded: number;
  misses: Misses;
  errors: ScoredError[];
  judgements: Judgement[];
}

export function noScore(): Score {
  return {
    stories: 0, missingStories: 0, entities: noTally(), types: noFraction(), links: noFraction(), byType: new Map(), coarse: noTally(), full: 0,
    polarity: noFraction(), modality: noFraction(), attribution: noFraction(), forbidden: 0, unfounded: 0,
    misses: { withoutEnd: 0, otherwise: 0, unjoined: 0 }, errors: [], judgements: [],
  };
}

/** Edges of the same type, all or those of one kind: events are fewer and harder than roles, parts and places. */
export function strictTally({ byType }: Score, kind?: 'event' | 'state'): Tally {
  const sum = noTally();
  for (const [type, tally] of byType) if (!kind || EDGE_TYPES[type].kind === kind) addTally(sum, tally);
  return sum;
}

/** As `strictTally`, an edge whose modality or attribution is not the gold's being both wrong and missed. */
export function fullTally(score: Score): Tally {
  const { right, wrong, missed } = strictTally(score);
  const marred = right - score.full;
  return { right: score.full, wrong: wrong + marred, missed: missed + marred };
}

/** Scores a graph against the annotated stories. */
export function scoreGraph(graph: GraphFile, gold: readonly GoldStory[]): Score {
  const score = noScore();
  const nodes = new Map(graph.nodes.map(({ key, attributes }) => [key, attributes]));
  for (const story of gold) scoreStory(score, graph, nodes, story);
  return score;
}

function scoreStory(score: Score, graph: GraphFile, nodes: ReadonlyMap<string, NodeAttributes>, gold: GoldStory): void {
  score.stories++;
  const story = storyOf(graph, gold);
  const align = aligner(nodes, gold.entities);
  if (!story) {
    score.missingStories++;
    score.errors.push({ phase: 'story', story: gold.id, text: 'not in the graph' });
  }
  const found = scoreEntities(score, gold, nodes, story ? presentNodes(graph, nodes, story.id) : new Set(), align);
  const { edges, unfounded } = story ? predictedEdges(graph, nodes, story, align) : { edges: [], unfounded: 0 };
  score.unfounded += unfounded;
  scoreEdges(score, gold, edges, found);
}

/** Nodes that take part in a story: as an edge's end or by a mention. */
function presentNodes(graph: GraphFile, nodes: ReadonlyMap<string, NodeAttributes>, story: string): ReadonlySet<string> {
  const ends = graph.edges.filter(({ attributes }) => attributes.evidence.some((item) => item.story === story)).flatMap(({ source, target }) => [source, target]);
  const mentioned = [...nodes].filter(([, { stories }]) => stories.includes(story)).map(([key]) => key);
  return new Set([...ends, ...mentioned]);
}

function scoreEntities(score: Score, gold: GoldStory, nodes: ReadonlyMap<string, NodeAttributes>, present: ReadonlySet<string>, align: Align): ReadonlySet<string> {
  const entities = new Map(gold.entities.map((entity) => [entity.id, entity]));
  const found = new Set<string>();
  const error = (phase: Phase, text: string): void => { score.errors.push({ phase, story: gold.id, text }); };
  for (const key of present) {
    const node = nodes.get(key);
    const entity = entities.get(align(key) ?? '');
    if (!entity || found.has(entity.id)) {
      score.entities.wrong++;
      if (entity) error('coreference', `split in two: ${entity.id}: ${node?.label ?? key}`);
      else error('mention', `not in gold: ${node?.label ?? key} (${node?.type})`);
      continue;
    }
    found.add(entity.id);
    if (entity.optional) continue;
    score.entities.right++;
    const typed = node !== undefined && [entity.type, ...(entity.types ?? [])].includes(node.type);
    score.types.of++;
    if (typed) score.types.right++;
    else error('type', `${entity.id}: ${node?.type}, gold ${entity.type}`);
    if (!entity.wikidata) continue;
    score.links.of++;
    if (node?.wikidata === entity.wikidata) score.links.right++;
    else error('link', `${entity.id}: ${node?.wikidata ?? 'no QID'}, gold ${entity.wikidata}`);
  }
  for (const { id, names, optional } of gold.entities) {
    if (optional || found.has(id)) continue;
    score.entities.missed++;
    error('mention', `missed: ${names[0]}`);
  }
  return found;
}

/** The score of several sets of stories together. */
export function mergeScores(scores: readonly Score[]): Score {
  const sum = noScore();
  for (const one of scores) {
    for (const key of ['stories', 'missingStories', 'full', 'forbidden', 'unfounded'] as const) sum[key] += one[key];
    for (const key of ['entities', 'coarse'] as const) addTally(sum[key], one[key]);
    for (const key of ['types', 'links', 'polarity', 'modality', 'attribution'] as const) addFraction(sum[key], one[key]);
    for (const key of ['withoutEnd', 'otherwise', 'unjoined'] as const) sum.misses[key] += one.misses[key];
    for (const [type, tally] of one.byType) {
      const own = sum.byType.get(type) ?? noTally();
      sum.byType.set(type, own);
      addTally(own, tally);
    }
    sum.errors.push(...one.errors);
    sum.judgements.push(...one.judgements);
  }
  return sum;
}
