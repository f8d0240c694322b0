import type { GraphData } from './graph-data.ts';
import { fold } from './search.ts';

/** A sentence found: the edge that it states and which of the edge's sentences it is. */
export interface SentenceHit {
  readonly edge: number;
  readonly place: number;
}

export type SentenceSearch = (query: string, limit?: number) => SentenceHit[];

const SHORTEST = 3;

/** Finds sentences of evidence that hold all words of a query, each sentence once. They are prepared at the first search. */
export function createSentenceSearch(data: GraphData): SentenceSearch {
  let texts: { readonly folded: string; readonly edge: number; readonly place: number }[] | undefined;
  const prepare = (): NonNullable<typeof texts> => {
    const seen = new Set<string>();
    return data.edges.flatMap(({ attributes }, edge) => attributes.evidence.flatMap((item, place) => {
      const id = `${item.story} ${item.start}`;
      if (seen.has(id)) return [];
      seen.add(id);
      return [{ folded: fold(item.text), edge, place }];
    }));
  };
  return (query, limit = 4) => {
    const words = fold(query).split(/\s+/).filter((word) => word !== '');
    if (words.join('').length < SHORTEST) return [];
    texts ??= prepare();
    const hits: SentenceHit[] = [];
    for (const { folded, edge, place } of texts) {
      if (!words.every((word) => folded.includes(word))) continue;
      hits.push({ edge, place });
      if (hits.length === limit) break;
    }
    return hits;
  };
}
