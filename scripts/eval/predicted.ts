import type { GraphFile, NodeAttributes, StoryRecord } from '../../graph/schema.ts';
import type { Evidence, Modality, Polarity } from '../../src/model/evidence.ts';
import { EDGE_TYPES, type EdgeType } from '../../src/model/vocabulary.ts';
import type { Align } from './align.ts';
import type { GoldEnds } from './gold.ts';

/** An edge of the graph as one story states it, its ends as gold entities. */
export interface PredictedEdge {
  readonly source: string | undefined;
  readonly target: string | undefined;
  /** For the list of errors: "Iran", or "?Iran" where the gold has no such entity. */
  readonly ends: readonly [source: string, target: string];
  readonly type: EdgeType;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly attributedTo: readonly (string | undefined)[];
  /** Of the edge as merged. */
  readonly confidence: number;
  /** The items of this story that stand in its text. */
  readonly evidence: readonly Evidence[];
}

/** A story's edges; `unfounded` counts those none of whose sentences stands in the story. */
export function predictedEdges(graph: GraphFile, nodes: ReadonlyMap<string, NodeAttributes>, story: StoryRecord, align: Align): { edges: readonly PredictedEdge[]; unfounded: number } {
  const edges: PredictedEdge[] = [];
  let unfounded = 0;
  const named = (node: string): string => align(node) ?? `?${nodes.get(node)?.label ?? node}`;
  for (const { source, target, attributes } of graph.edges) {
    const own = attributes.evidence.filter((item) => item.story === story.id);
    const evidence = own.filter(({ text, start, end }) => text.trim().includes(' ') && story.text.slice(start, end) === text);
    if (own.length && !evidence.length) unfounded++;
    if (!evidence.length) continue;
    const { type, polarity, modality, confidence } = attributes;
    edges.push({
      source: align(source), target: align(target), ends: [named(source), named(target)], type, polarity, modality, confidence, evidence,
      attributedTo: evidence.flatMap((item) => item.attributedTo).map(align),
    });
  }
  return { edges, unfounded };
}

export const samePolarity = (a: { readonly polarity?: Polarity }, b: { readonly polarity?: Polarity }): boolean =>
  (a.polarity === 'negated') === (b.polarity === 'negated');

/** Whether an edge joins the ends by the type, or (`loose`) by any type of its class; a symmetric type either way round. */
export function fits(edge: PredictedEdge, gold: GoldEnds, loose: boolean): boolean {
  const info = EDGE_TYPES[gold.type];
  const found = EDGE_TYPES[edge.type];
  const straight = edge.source === gold.source && edge.target === gold.target;
  const crossed = edge.source === gold.target && edge.target === gold.source && (info.symmetric || (loose && found.symmetric));
  return (straight || crossed) && (edge.type === gold.type || (loose && found.class === info.class));
}
