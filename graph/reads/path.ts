import { z } from 'zod';
import { edgesBetween, type GraphData } from '../lookup/graph-data.ts';
import { shortestPaths } from '../lookup/paths.ts';
import { nodeAt } from './current-graph.ts';
import { NODE_KEY } from './node.ts';
import { defineRead } from './read.ts';
import { Edge, edgeRecord, NodeRef, nodeRef } from './records.ts';

const Step = z.object({
  edge: Edge.describe('the edge between the two with most sentences; it may point either way'),
  others: z.int().describe('how many further edges there are between the two'),
});

const Chain = z.object({
  nodes: z.array(NodeRef).describe('from one end to the other'),
  steps: z.array(Step).describe('one for each two nodes that follow each other'),
});

export const path = defineRead({
  name: 'path',
  title: 'How two nodes are linked',
  description: 'All shortest paths between two nodes over edges of either direction, each step with its clearest sentence. A path says that two are linked, not that one acted on the other.',
  input: z.strictObject({
    from: NODE_KEY, to: NODE_KEY,
    limit: z.int().min(1).max(50).default(10).describe('how many paths at most'),
    longest: z.int().min(1).max(20).default(6).describe('how many edges a path may have'),
  }),
  output: z.object({
    from: NodeRef, to: NodeRef,
    length: z.int().optional().describe('edges of each path; absent where there is none of the length asked for'),
    hasMore: z.boolean().describe('there are more of this length than the limit'),
    paths: z.array(Chain),
  }),
  run: ({ data }, { from, to, limit, longest }) => {
    const { paths, hasMore } = shortestPaths(data, nodeAt(data, from), nodeAt(data, to), () => true, limit, longest);
    const [first] = paths;
    return { from: nodeRef(data, from), to: nodeRef(data, to), length: first && first.length - 1, hasMore, paths: paths.map((nodes) => chainOf(data, nodes)) };
  },
});

function chainOf(data: GraphData, nodes: readonly number[]): z.infer<typeof Chain> {
  return { nodes: nodes.map((at) => nodeRef(data, data.nodes[at]!.key)), steps: nodes.slice(1).map((at, place) => stepBetween(data, nodes[place]!, at)) };
}

function stepBetween(data: GraphData, a: number, b: number): z.infer<typeof Step> {
  const edges = edgesBetween(data, a, b, () => true);
  const best = edges.reduce((one, other) => (data.edges[other]!.attributes.weight > data.edges[one]!.attributes.weight ? other : one));
  return { edge: edgeRecord(data, best), others: edges.length - 1 };
}
