import type { EdgeRecord, GraphAttributes, GraphFile, NodeRecord, StoryRecord } from '../schema.ts';

/**
 * The graph as those hold it who look things up in it, the viewer and the API: records in arrays, so that filters and counts run over whole numbers.
 * A node or edge is named by its place in `nodes` or `edges` here, by its key everywhere that lasts.
 */
export interface GraphData {
  readonly attributes: GraphAttributes;
  readonly nodes: readonly NodeRecord[];
  readonly edges: readonly EdgeRecord[];
  readonly stories: readonly StoryRecord[];
  readonly nodeAt: ReadonlyMap<string, number>;
  readonly edgeAt: ReadonlyMap<string, number>;
  readonly storyAt: ReadonlyMap<string, number>;
  /** Index of each edge's source and target node. */
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** Edges of node n: `incident[incidentStart[n]]` up to `incidentStart[n + 1]`. */
  readonly incidentStart: Uint32Array;
  readonly incident: Uint32Array;
}

/** Indexes a graph file; the records are kept as they are, not copied. */
export function indexGraph(file: GraphFile): GraphData {
  const { nodes, edges } = file;
  const stories = file.attributes.stories ?? [];
  const nodeAt = new Map(nodes.map((node, index) => [node.key, index]));
  const source = Uint32Array.from(edges, (edge) => nodeAt.get(edge.source) ?? 0);
  const target = Uint32Array.from(edges, (edge) => nodeAt.get(edge.target) ?? 0);
  return {
    attributes: file.attributes, nodes, edges, stories, nodeAt, source, target,
    edgeAt: new Map(edges.map((edge, index) => [edge.key, index])),
    storyAt: new Map(stories.map((story, index) => [story.id, index])),
    ...indexIncidence(nodes.length, source, target),
  };
}

function indexIncidence(nodeCount: number, source: Uint32Array, target: Uint32Array): Pick<GraphData, 'incident' | 'incidentStart'> {
  const incidentStart = new Uint32Array(nodeCount + 1);
  for (let edge = 0; edge < source.length; edge += 1) {
    incidentStart[source[edge]! + 1]! += 1;
    incidentStart[target[edge]! + 1]! += 1;
  }
  for (let node = 0; node < nodeCount; node += 1) incidentStart[node + 1]! += incidentStart[node]!;
  const next = incidentStart.slice();
  const incident = new Uint32Array(source.length * 2);
  for (let edge = 0; edge < source.length; edge += 1) {
    incident[next[source[edge]!]!++] = edge;
    incident[next[target[edge]!]!++] = edge;
  }
  return { incidentStart, incident };
}

/** Indexes of the edges that touch a node. */
export function edgesOf(data: GraphData, node: number): Uint32Array {
  return data.incident.subarray(data.incidentStart[node], data.incidentStart[node + 1]);
}

/** The node at the other end of an edge. */
export function otherEnd(data: GraphData, edge: number, node: number): number {
  return data.source[edge] === node ? data.target[edge]! : data.source[edge]!;
}

/** The shown edges between two nodes, in either direction. */
export function edgesBetween(data: GraphData, a: number, b: number, isShown: (edge: number) => boolean): number[] {
  return [...edgesOf(data, a)].filter((edge) => isShown(edge) && otherEnd(data, edge, a) === b);
}

/** The name to show for a node key; the key itself where the graph lacks the node. */
export function labelOf(data: GraphData, key: string): string {
  const index = data.nodeAt.get(key);
  return index === undefined ? key : data.nodes[index]!.attributes.label;
}

/** The story of an id, or undefined. */
export function storyOf(data: GraphData, id: string): StoryRecord | undefined {
  const index = data.storyAt.get(id);
  return index === undefined ? undefined : data.stories[index];
}
