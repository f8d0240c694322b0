import { EDGE_TYPES } from '../../src/model/vocabulary.ts';
import { periodOf } from '../dates.ts';
import { byCodeUnit, pairKey } from '../keys.ts';
import type { EdgeAttributes, EdgeType } from '../schema.ts';
import type { GraphSource } from '../source.ts';
import type { Column } from './columns.ts';

/** All edges from one node to another, as one. */
export interface Pair {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  /** Sentences by type. */
  readonly counts: Partial<Record<EdgeType, number>>;
  edges: number;
  weight: number;
  cooperation: number;
  conflict: number;
  negated: number;
  /** True where all its edges are. */
  symmetric: boolean;
  confidence: number;
  firstSeen?: string;
  lastSeen?: string;
}

const NAMED_TYPES = 3;

/**
 * One edge for each source and target, by key. Cooperation and conflict count the sentences that state an event of
 * the class as having happened; CALLED_ON is neither.
 */
export function aggregate(graph: GraphSource): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { source, target, attributes } of graph.edges()) {
    const key = pairKey(source, target);
    let pair = pairs.get(key);
    if (!pair) pairs.set(key, (pair = newPair(key, source, target)));
    addTo(pair, attributes);
  }
  return [...pairs.values()].sort((a, b) => byCodeUnit(a.source, b.source) || byCodeUnit(a.target, b.target));
}

function newPair(key: string, source: string, target: string): Pair {
  return {
    key, source, target, counts: {},
    edges: 0, weight: 0, cooperation: 0, conflict: 0, negated: 0, symmetric: true, confidence: 0,
  };
}

function addTo(pair: Pair, { type, polarity, modality, weight, confidence, firstSeen, lastSeen }: EdgeAttributes): void {
  const { kind, class: edgeClass, symmetric } = EDGE_TYPES[type];
  const happened = kind === 'event' && type !== 'CALLED_ON' && polarity === 'affirmed' && modality === 'asserted';
  pair.edges += 1;
  pair.weight += weight;
  pair.counts[type] = (pair.counts[type] ?? 0) + weight;
  if (happened && edgeClass.endsWith('cooperation')) pair.cooperation += weight;
  if (happened && edgeClass.endsWith('conflict')) pair.conflict += weight;
  if (polarity === 'negated') pair.negated += weight;
  pair.symmetric &&= symmetric;
  pair.confidence = Math.max(pair.confidence, confidence);
  if (firstSeen !== undefined && (pair.firstSeen === undefined || startOf(firstSeen) < startOf(pair.firstSeen))) pair.firstSeen = firstSeen;
  if (lastSeen !== undefined && (pair.lastSeen === undefined || endOf(lastSeen) > endOf(pair.lastSeen))) pair.lastSeen = lastSeen;
}

const startOf = (date: string): string => periodOf(date)?.start ?? date;
const endOf = (date: string): string => periodOf(date)?.end ?? date;

/** Types of a pair, the most stated first. */
function typesOf({ counts }: Pair): [type: string, count: number][] {
  return Object.entries(counts).sort(([a, n], [b, m]) => m - n || byCodeUnit(a, b));
}

/** "MET, CRITICISED, VISITED …" */
export function pairLabel(pair: Pair): string {
  const names = typesOf(pair).map(([type]) => type);
  return names.slice(0, NAMED_TYPES).join(', ') + (names.length > NAMED_TYPES ? ' …' : '');
}

export const PAIR_COLUMNS: readonly Column<Pair>[] = [
  { name: 'types', type: 'string', of: (pair) => JSON.stringify(Object.fromEntries(typesOf(pair))) },
  { name: 'edges', type: 'int', of: (pair) => pair.edges },
  { name: 'cooperation', type: 'int', of: (pair) => pair.cooperation },
  { name: 'conflict', type: 'int', of: (pair) => pair.conflict },
  { name: 'negated', type: 'int', of: (pair) => pair.negated },
  { name: 'symmetric', type: 'boolean', of: (pair) => pair.symmetric },
  { name: 'confidence', type: 'double', of: (pair) => pair.confidence },
  { name: 'firstSeen', type: 'string', of: (pair) => pair.firstSeen },
  { name: 'lastSeen', type: 'string', of: (pair) => pair.lastSeen },
];
