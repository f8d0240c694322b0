import { arrange, GOLDEN_ANGLE, ROOM } from './layout-part.ts';
import type { TieGraph } from './ties.ts';

/**
 * Lays out the best connected nodes of a part too large to be laid out whole, and hangs each other node on the one
 * already placed that it has the strongest tie to. Time and memory are those of the core, and a look at each tie.
 * @param most nodes of the core
 */
export function arrangeCore(ties: TieGraph, nodes: readonly string[], most: number): TieGraph {
  const ranked = nodes.toSorted((a, b) => ties.degree(b) - ties.degree(a));
  const part = arrange(ties, ranked.slice(0, most).sort());
  const hanging = new Map<string, number>();
  let rest = ranked.slice(most);
  while (rest.length) {
    const later: string[] = [];
    for (const key of rest) {
      const anchor = strongestPlaced(ties, part, key);
      if (anchor === undefined) {
        later.push(key);
        continue;
      }
      const place = hanging.get(anchor) ?? 0;
      hanging.set(anchor, place + 1);
      const { x, y, size } = part.getNodeAttributes(anchor);
      const distance = size + (ROOM / 2) * Math.sqrt(place + 1);
      part.addNode(key, { ...ties.getNodeAttributes(key), x: x + distance * Math.cos(place * GOLDEN_ANGLE), y: y + distance * Math.sin(place * GOLDEN_ANGLE) });
    }
    // What hangs on nothing that is placed would do so forever.
    if (later.length === rest.length) break;
    rest = later;
  }
  return part;
}

function strongestPlaced(ties: TieGraph, part: TieGraph, key: string): string | undefined {
  let best: string | undefined;
  let weight = 0;
  ties.forEachEdge(key, (_, tie, a, b) => {
    const other = a === key ? b : a;
    if (tie.weight <= weight || !part.hasNode(other)) return;
    best = other;
    ({ weight } = tie);
  });
  return best;
}
