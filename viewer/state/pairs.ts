import { balanceOf, type Balance } from './balance.ts';
import type { GraphData } from './graph-data.ts';

/** Two nodes, the shown edges between them and how these balance. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly edges: readonly number[];
  readonly balance: Balance;
}

/** All pairs with a shown edge, those with most sentences of cooperation and conflict first. */
export function pairsOf(data: GraphData, isShown: (edge: number) => boolean, sentencesOf?: (edge: number) => number): Pair[] {
  const groups = new Map<number, number[]>();
  for (let edge = 0; edge < data.edges.length; edge += 1) {
    if (!isShown(edge)) continue;
    const [x, y] = [data.source[edge]!, data.target[edge]!];
    const key = Math.min(x, y) * data.nodes.length + Math.max(x, y);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [edge]);
    else group.push(edge);
  }
  return [...groups].map(([key, edges]) => ({ a: Math.floor(key / data.nodes.length), b: key % data.nodes.length, edges, balance: balanceOf(data, edges, sentencesOf) }))
    .toSorted((p, q) => total(q.balance) - total(p.balance) || p.a - q.a || p.b - q.b);
}

const total = ({ cooperation, conflict }: Balance): number => cooperation + conflict;
