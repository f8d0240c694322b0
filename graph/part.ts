// The most important part of a graph that is too large to be sent and drawn at once.

import { byCodeUnit } from './keys.ts';
import type { EdgeRecord, NodeRecord } from './schema.ts';
import type { GraphSource } from './source.ts';

/** How large the whole is of which a file holds a part; stands as `part` in the part's attributes. */
export interface WholeSize {
  readonly order: number;
  readonly size: number;
}

/**
 * The most mentioned nodes with all edges among them: as many nodes as have no more than `mostEdges`, and the stories
 * that these edges cite. Whom the part only names, as claiming something or as an office's body, stands in it too.
 * Undefined for a graph that has no more edges than that.
 */
export function mostImportantPart(source: GraphSource, mostEdges: number): GraphSource | undefined {
  if (source.size <= mostEdges) return undefined;
  const nodes = [...source.nodes()].sort((a, b) => b.attributes.mentions - a.attributes.mentions || byCodeUnit(a.key, b.key));
  const rank = new Map(nodes.map(({ key }, place) => [key, place]));
  // An edge comes with the less important of its ends.
  const rankOf = (edge: EdgeRecord): number => Math.max(rank.get(edge.source) ?? nodes.length, rank.get(edge.target) ?? nodes.length);
  const coming = new Uint32Array(nodes.length + 1);
  for (const edge of source.edges()) coming[rankOf(edge)]! += 1;
  let kept = 0;
  let count = 0;
  while (kept < nodes.length && count + coming[kept]! <= mostEdges) count += coming[kept++]!;
  const edges: EdgeRecord[] = [];
  for (const edge of source.edges()) if (rankOf(edge) < kept) edges.push(edge);
  const named = namedBy(nodes.slice(0, kept), edges);
  return partOf(source, nodes.filter(({ key }, place) => place < kept || named.has(key)), edges);
}

/** Keys of the nodes that some nodes and edges name beside those at the ends. */
function namedBy(nodes: readonly NodeRecord[], edges: readonly EdgeRecord[]): Set<string> {
  const named = new Set(nodes.flatMap(({ attributes }) => (attributes.roles ?? []).map((role) => role.of)));
  for (const { attributes } of edges) {
    for (const { attributedTo, outlets = [], place } of attributes.evidence) for (const key of [...attributedTo, ...outlets, place]) if (key !== undefined) named.add(key);
  }
  return named;
}

function partOf({ attributes, order, size }: GraphSource, nodes: NodeRecord[], edges: readonly EdgeRecord[]): GraphSource {
  nodes.sort((a, b) => byCodeUnit(a.key, b.key));
  const cited = new Set(edges.flatMap((edge) => edge.attributes.evidence.map(({ story }) => story)));
  const part: WholeSize = { order, size };
  return {
    attributes: Object.assign({}, attributes, { stories: attributes.stories.filter(({ id }) => cited.has(id)), part }),
    order: nodes.length, size: edges.length, nodes: () => nodes, edges: () => edges,
  };
}
