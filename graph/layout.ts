import { communitiesOf } from './communities.ts';
import { arrangeCore } from './layout-core.ts';
import { arrange } from './layout-part.ts';
import { placeAround } from './layout-packing.ts';
import type { DragomanGraph } from './schema.ts';
import { partsOf, tiesOf, type TieGraph } from './ties.ts';

/** More would take minutes, and nobody could tell the picture from one of these. */
const MOST_ARRANGED = 20_000;
const SMALLEST = 3;
const LARGEST = 18;

/**
 * Gives every node `x`, `y`, `size` and, where it has an edge, `community`. Same graph, same numbers.
 *
 * Each connected part is laid out on its own; the largest stands in the middle and the others around it, never far
 * away. Sizes grow with the square root of the mentions, so that the area says how often. Of a part of more than `most`
 * nodes only the best connected are laid out; `beside` counts those that were put beside them.
 */
export function layout(graph: DragomanGraph, most = MOST_ARRANGED): { readonly beside: number } {
  const ties = tiesOf(graph);
  let beside = 0;
  const communities = communitiesOf(ties);
  sizeByMentions(graph, ties);
  const parts = partsOf(ties).map((nodes) => {
    if (nodes.length <= most) return arrange(ties, nodes);
    beside += nodes.length - most;
    return arrangeCore(ties, nodes, most);
  });
  for (const { centre, part } of placeAround(parts)) {
    part.forEachNode((key, { x, y, size }) => {
      const community = communities.get(key);
      if (community === undefined) graph.removeNodeAttribute(key, 'community');
      graph.mergeNodeAttributes(key, {
        x: round(centre.x + x), y: round(centre.y + y), size: round(size), ...(community === undefined ? {} : { community }),
      });
    });
  }
  return { beside };
}

/** Two decimals: a hundredth of a pixel. Adding zero makes -0 plain. */
const round = (value: number): number => Math.round(value * 100) / 100 + 0;

function sizeByMentions(graph: DragomanGraph, ties: TieGraph): void {
  const most = graph.reduceNodes((max, _, { mentions }) => Math.max(max, mentions), 1);
  ties.updateEachNodeAttributes((key, spot) => {
    const share = Math.sqrt(graph.getNodeAttribute(key, 'mentions') / most);
    return { ...spot, size: SMALLEST + (LARGEST - SMALLEST) * share };
  });
}
