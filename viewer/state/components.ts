import type { GraphData } from './graph-data.ts';

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
