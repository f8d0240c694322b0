import { byMentions } from './layouts.ts';
import type { GraphData } from './graph-data.ts';

/** A community in short: its number, its most mentioned node and how many more it has, by index. */
export interface Community {
  readonly community: number;
  readonly first: number;
  readonly size: number;
}

/** Communities with a colour of their own; the others share one. */
export const COLOURED_COMMUNITIES = 9;

/** The largest communities, and how many nodes belong to none of these. */
export function largestCommunities(data: GraphData): { readonly largest: readonly Community[]; readonly others: number } {
  const members = Array.from({ length: COLOURED_COMMUNITIES }, (): number[] => []);
  data.nodes.forEach(({ attributes: { community } }, node) => {
    if (community !== undefined) members[community]?.push(node);
  });
  const largest = members.flatMap((nodes, community) => (nodes.length === 0 ? [] : [{ community, first: byMentions(data, nodes)[0]!, size: nodes.length }]));
  return { largest, others: data.nodes.length - largest.reduce((sum, { size }) => sum + size, 0) };
}
