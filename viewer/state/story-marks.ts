import type { StoryRecord } from '../../graph/schema.ts';
import type { GraphData } from './graph-data.ts';
import type { Mark } from './segments.ts';

/** What a stretch of a story names: a node, or the words that make an edge; or that it is what the reader came for. */
export type StoryMark =
  | { readonly kind: 'mention'; readonly node: string }
  | { readonly kind: 'trigger'; readonly edge: string }
  | { readonly kind: 'wanted' };

/** Every mention and trigger of a story, each once. The ends of the edges serve where the file lists no mentions. */
export function markStory(data: GraphData, story: StoryRecord): Mark<StoryMark>[] {
  const marks = new Map<string, Mark<StoryMark>>();
  const add = (start: number, end: number, value: Exclude<StoryMark, { kind: 'wanted' }>): void => {
    const id = value.kind === 'mention' ? `${start} ${end} ${value.node}` : `${start} ${end} trigger`;
    if (!marks.has(id)) marks.set(id, { start, end, value });
  };
  for (const [start, end, node] of story.mentions ?? []) if (data.nodeAt.has(node)) add(start, end, { kind: 'mention', node });
  for (const edge of data.edges) {
    for (const { story: id, trigger, sourceMention, targetMention } of edge.attributes.evidence) {
      if (id !== story.id) continue;
      add(trigger.start, trigger.end, { kind: 'trigger', edge: edge.key });
      if (story.mentions !== undefined) continue;
      add(sourceMention.start, sourceMention.end, { kind: 'mention', node: edge.source });
      add(targetMention.start, targetMention.end, { kind: 'mention', node: edge.target });
    }
  }
  return [...marks.values()];
}

/** The sentence or mention that begins at a place of a story. */
export function wantedAt(data: GraphData, story: StoryRecord, at: number): Mark<StoryMark>[] {
  const sentence = data.edges.flatMap(({ attributes }) => attributes.evidence).find((item) => item.story === story.id && item.start === at);
  const end = sentence?.end ?? story.mentions?.find(([start]) => start === at)?.[1];
  return end === undefined ? [] : [{ start: at, end, value: { kind: 'wanted' } }];
}

/** Keys of the edges that a story states, and how often it mentions each node. */
export function contentsOf(data: GraphData, story: string): { readonly edges: readonly number[]; readonly nodes: readonly number[] } {
  const edges: number[] = [];
  data.edges.forEach((edge, index) => {
    if (edge.attributes.evidence.some((item) => item.story === story)) edges.push(index);
  });
  const nodes = data.nodes.flatMap((node, index) => (node.attributes.stories.includes(story) ? [index] : []));
  return { edges, nodes };
}
