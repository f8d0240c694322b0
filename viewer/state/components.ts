import { edgesOf, otherEnd, type GraphData } from './graph-data.ts';

/** Above so many nodes the whole of a connected part is too much to begin with. */
const TOO_MANY = 150;
const ENOUGH = 30;

/**
 * Where to begin: of a large connected part its densest core (Seidman 1983) that still has thirty nodes, of a small
 * one all of it. By index.
 */
export function mostConnected(data: GraphData, isShown: (edge: number) => boolean): number[] {
  const part = largestComponent(data, isShown);
  if (part.length <= TOO_MANY) return part;
  const cores = coresOf(data, isShown);
  const level = part.map((node) => cores[node]!).toSorted((a, b) => b - a)[ENOUGH - 1]!;
  return part.filter((node) => cores[node]! >= level);
}

/** The core of each node: the highest k for which it has k partners who have k partners among each other. */
export function coresOf(data: GraphData, isShown: (edge: number) => boolean): Uint32Array {
  const { length } = data.nodes;
  const seen = new Uint32Array(length);
  let walk = 0;
  const partnersOf = (node: number): number[] => {
    walk += 1;
    return Array.from(edgesOf(data, node)).flatMap((edge) => {
      const other = otherEnd(data, edge, node);
      if (!isShown(edge) || seen[other] === walk) return [];
      seen[other] = walk;
      return [other];
    });
  };
  const partners = data.nodes.map((_, node) => partnersOf(node));
  const left = Uint32Array.from(partners, (list) => list.length);
  const cores = new Uint32Array(length);
  let remaining = data.nodes.map((_, node) => node);
  for (let core = 0; remaining.length > 0; core += 1) {
    // Who has no more partners than this belongs to this core, and leaves its partners with one less.
    const leaving = remaining.filter((node) => left[node]! <= core);
    const isGone = new Set(leaving);
    for (const node of leaving) {
      cores[node] = core;
      for (const other of partners[node]!) {
        if (left[other]! <= core) continue;
        left[other]! -= 1;
        if (left[other] === core && !isGone.has(other)) {
          isGone.add(other);
          leaving.push(other);
        }
      }
    }
    remaining = remaining.filter((node) => !isGone.has(node));
  }
  return cores;
}

/** The nodes of the largest connected part of what is shown, by index. */
export function largestComponent(data: GraphData, isShown: (edge: number) => boolean): number[] {
  const parent = Uint32Array.from(data.nodes, (_, index) => index);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (let edge = 0; edge < data.edges.length; edge += 1) {
    if (isShown(edge)) parent[root(data.source[edge]!)] = root(data.target[edge]!);
  }
  const members = new Map<number, number[]>();
  for (let node = 0; node < parent.length; node += 1) {
    const of = root(node);
    const list = members.get(of);
    if (list === undefined) members.set(of, [node]);
    else list.push(node);
  }
  return [...members.values()].reduce((best, list) => (list.length > best.length ? list : best), []);
}
