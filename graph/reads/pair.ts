import { z } from 'zod';
import { periodOf } from '../dates.ts';
import { byCodeUnit } from '../keys.ts';
import { edgesBetween, type GraphData } from '../lookup/graph-data.ts';
import { nodeAt } from './current-graph.ts';
import { NODE_KEY } from './node.ts';
import { PAGE_INPUT, page, pageOf } from './page.ts';
import { defineRead } from './read.ts';
import { Edge, edgeRecord, NodeRef, nodeRef } from './records.ts';

export const pair = defineRead({
  name: 'pair',
  title: 'All edges between two nodes',
  description: 'What two nodes have done to each other, by date, the undated last; in both directions. Each edge comes with its clearest sentence and who claims it.',
  input: z.strictObject({ a: NODE_KEY, b: NODE_KEY, ...PAGE_INPUT }),
  output: z.object({ a: NodeRef, b: NodeRef, edges: pageOf(Edge) }),
  run: ({ data }, { a, b, ...part }) => {
    const edges = edgesBetween(data, nodeAt(data, a), nodeAt(data, b), () => true);
    return { a: nodeRef(data, a), b: nodeRef(data, b), edges: page(byDate(data, edges), part, (edge) => edgeRecord(data, edge)) };
  },
});

/** Sorts after every date. */
const UNDATED = '~';

function byDate(data: GraphData, edges: readonly number[]): number[] {
  const dayOf = (edge: number): string => periodOf(data.edges[edge]!.attributes.firstSeen ?? '')?.start ?? UNDATED;
  return edges.toSorted((x, y) => byCodeUnit(dayOf(x), dayOf(y)) || x - y);
}
