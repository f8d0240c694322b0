import { dayRange, dayText } from './dates.ts';
import type { GraphData } from './graph-data.ts';

/** What a graph holds, in five numbers. */
export interface Summary {
  readonly stories: number;
  readonly nodes: number;
  readonly edges: number;
  /** YYYY-MM-DD of the first and last dated event. */
  readonly from?: string;
  readonly to?: string;
}

/** Counts stories, nodes and edges, and the days of the events. */
export function summarise(data: GraphData): Summary {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { attributes } of data.edges) {
    for (const date of [attributes.firstSeen, attributes.lastSeen]) {
      const range = dayRange(date);
      if (range === undefined) continue;
      first = Math.min(first, range.first);
      last = Math.max(last, range.last);
    }
  }
  const counts = { stories: data.stories.length, nodes: data.nodes.length, edges: data.edges.length };
  return Number.isFinite(first) ? { ...counts, from: dayText(first), to: dayText(last) } : counts;
}
