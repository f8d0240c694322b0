import { edgesOf, otherEnd, type GraphData } from './graph-data.ts';
import type { Look } from './look.ts';

const DAMPING = 0.85;
const ROUNDS = 60;
/** Above this many nodes betweenness is estimated from as many sources, evenly chosen. */
const PIVOTS = 120;

/** A number for each node, by which its disc is sized. */
export function measure(data: GraphData, by: Look['sizeBy']): Float64Array {
  switch (by) {
    case 'mentions':
      return Float64Array.from(data.nodes, (node) => node.attributes.mentions);
    case 'degree':
      return Float64Array.from(data.nodes, (_, node) => edgesOf(data, node).length);
    case 'pagerank':
      return pageRank(data);
    case 'betweenness':
      return betweenness(data);
  }
}

/** PageRank over the edges' directions, symmetric ones both ways (Page et al. 1999). Sums to 1. */
export function pageRank(data: GraphData): Float64Array {
  const count = data.nodes.length;
  const out = new Float64Array(count);
  const mutual = data.edges.map(({ attributes }) => attributes.symmetric === true);
  for (let edge = 0; edge < mutual.length; edge += 1) {
    out[data.source[edge]!]! += 1;
    if (mutual[edge]) out[data.target[edge]!]! += 1;
  }
  let rank = new Float64Array(count).fill(1 / count);
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Float64Array(count);
    for (let edge = 0; edge < mutual.length; edge += 1) {
      const from = data.source[edge]!;
      const to = data.target[edge]!;
      next[to]! += rank[from]! / out[from]!;
      if (mutual[edge]) next[from]! += rank[to]! / out[to]!;
    }
    const given = next.reduce((sum, share) => sum + share, 0);
    // What ends in nodes without a way out is shared by all.
    rank = next.map((share) => (1 - DAMPING) / count + DAMPING * (share + (1 - given) / count));
  }
  return rank;
}

/** Betweenness over the edges in either direction (Brandes 2001). */
export function betweenness(data: GraphData): Float64Array {
  const count = data.nodes.length;
  const total = new Float64Array(count);
  const neighbours = data.nodes.map((_, node) => [...new Set(Array.from(edgesOf(data, node), (edge) => otherEnd(data, edge, node)))]);
  const step = Math.max(1, count / PIVOTS);
  for (let source = 0; source < count; source += step) addDependencies(neighbours, Math.floor(source), total);
  return total;
}

function addDependencies(neighbours: readonly (readonly number[])[], source: number, total: Float64Array): void {
  const count = neighbours.length;
  const depth = new Int32Array(count).fill(-1);
  const ways = new Float64Array(count);
  const order = [source];
  depth[source] = 0;
  ways[source] = 1;
  for (let place = 0; place < order.length; place += 1) {
    const node = order[place]!;
    for (const other of neighbours[node]!) {
      if (depth[other] === -1) {
        depth[other] = depth[node]! + 1;
        order.push(other);
      }
      if (depth[other] === depth[node]! + 1) ways[other]! += ways[node]!;
    }
  }
  const share = new Float64Array(count);
  for (const node of order.toReversed()) {
    for (const other of neighbours[node]!) {
      if (depth[other] === depth[node]! + 1) share[node]! += (ways[node]! / ways[other]!) * (1 + share[other]!);
    }
    if (node !== source) total[node]! += share[node]!;
  }
}
