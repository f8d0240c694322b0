import { edgesOf, otherEnd, type GraphData } from './graph-data.ts';

/** Nodes in order from one end to the other. */
export type Path = readonly number[];

export interface Paths {
  readonly paths: readonly Path[];
  /** True where there are more than were asked for. */
  readonly hasMore: boolean;
}

/**
 * All shortest paths between two nodes over the shown edges, taken in either direction: breadth first, keeping every
 * neighbour that leads back by a shortest way (Brandes 2001, first half). In the order of the nodes' indexes.
 * @param longest number of edges that a path may have
 */
export function shortestPaths(data: GraphData, from: number, to: number, isShown: (edge: number) => boolean, limit = 20, longest = Infinity): Paths {
  const before = predecessors(data, from, to, isShown, longest);
  if (before === undefined) return { paths: [], hasMore: false };
  const paths: number[][] = [];
  const waiting: number[][] = [[to]];
  while (waiting.length > 0) {
    const path = waiting.pop()!;
    const [head] = path as [number];
    if (head === from) {
      if (paths.length === limit) return { paths, hasMore: true };
      paths.push(path);
      continue;
    }
    for (const node of (before.get(head) ?? []).toSorted((a, b) => b - a)) waiting.push([node, ...path]);
  }
  return { paths, hasMore: false };
}

function predecessors(data: GraphData, from: number, to: number, isShown: (edge: number) => boolean, longest: number): Map<number, number[]> | undefined {
  const depth = new Map([[from, 0]]);
  const before = new Map<number, number[]>();
  let frontier = [from];
  for (let level = 1; frontier.length > 0 && !depth.has(to) && level <= longest; level += 1) {
    const next: number[] = [];
    for (const node of frontier) {
      for (const other of shownNeighbours(data, node, isShown)) {
        const known = depth.get(other);
        if (known === undefined) {
          depth.set(other, level);
          next.push(other);
        }
        if (known !== undefined && known !== level) continue;
        const list = before.get(other);
        if (list === undefined) before.set(other, [node]);
        else list.push(node);
      }
    }
    frontier = next;
  }
  return depth.has(to) ? before : undefined;
}

function shownNeighbours(data: GraphData, node: number, isShown: (edge: number) => boolean): Set<number> {
  const found = new Set<number>();
  for (const edge of edgesOf(data, node)) if (isShown(edge)) found.add(otherEnd(data, edge, node));
  return found;
}

/** Nodes with a shown edge to both. */
export function commonNeighbours(data: GraphData, a: number, b: number, isShown: (edge: number) => boolean): number[] {
  const ofB = shownNeighbours(data, b, isShown);
  return [...shownNeighbours(data, a, isShown)].filter((node) => node !== b && node !== a && ofB.has(node))
    .toSorted((x, y) => data.nodes[y]!.attributes.mentions - data.nodes[x]!.attributes.mentions || x - y);
}

/** All nodes that can be reached from one in so many steps, itself among them. */
export function neighbourhood(data: GraphData, node: number, depth: number, isShown: (edge: number) => boolean): Set<number> {
  const reached = new Set([node]);
  let frontier = [node];
  for (let step = 0; step < depth; step += 1) {
    const next: number[] = [];
    for (const at of frontier) {
      for (const other of shownNeighbours(data, at, isShown)) {
        if (reached.has(other)) continue;
        reached.add(other);
        next.push(other);
      }
    }
    frontier = next;
  }
  return reached;
}
