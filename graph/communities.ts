import { louvain } from './algorithms.ts';
import { byCodeUnit } from './keys.ts';
import { randomFrom } from './random.ts';
import type { TieGraph } from './ties.ts';

const SEED = 1;

/**
 * Louvain communities (Blondel et al. 2008), numbered from 0, the largest first, equals by their first key.
 * A node without ties has none. The same graph gives the same communities: the walk draws from a fixed sequence.
 */
export function communitiesOf(ties: TieGraph): Map<string, number> {
  if (!ties.size) return new Map();
  const found = louvain(ties, { getEdgeWeight: 'weight', rng: randomFrom(SEED) });
  const members = new Map<number, string[]>();
  for (const node of ties.nodes().sort(byCodeUnit)) {
    if (!ties.degree(node)) continue;
    const community = found[node] as number;
    members.set(community, [...(members.get(community) ?? []), node]);
  }
  const ordered = [...members.values()].sort((a, b) => b.length - a.length || byCodeUnit(a[0] ?? '', b[0] ?? ''));
  return new Map(ordered.flatMap((nodes, index) => nodes.map((node): [string, number] => [node, index])));
}
