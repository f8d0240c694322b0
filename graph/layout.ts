import { communitiesOf } from './communities.ts';
import { arrange } from './layout-part.ts';
import { placeAround } from './layout-packing.ts';
import type { DragomanGraph } from './schema.ts';
import { partsOf, tiesOf, type TieGraph } from './ties.ts';

const SMALLEST = 3;
const LARGEST = 18;

/**
 * Gives every node `x`, `y`, `size` and, where it has an edge, `community`. Same graph, same numbers.
 *
 * Each connected part is laid out on its own; the largest stands in the middle and the others around it, never far
 * away. Sizes grow with the square root of the mentions, so that the area says how often.
 */
export function layout(graph: DragomanGraph): void {
  const ties = tiesOf(graph);
  const communities = communitiesOf(ties);
  sizeByMentions(graph, ties);
  const parts = partsOf(ties).map((nodes) => arrange(ties, nodes));
  for (const { centre, part } of placeAround(parts)) {
    part.forEachNode((key, { x, y, size }) => {
      const community = communities.get(key);
      if (community === undefined) graph.removeNodeAttribute(key, 'community');
      graph.mergeNodeAttributes(key, {
        x: round(centre.x + x), y: round(centre.y + y), size: round(size), ...(community === undefined ? {} : { community }),
      });
    });
  }
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
