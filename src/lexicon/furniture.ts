import { readFileSync } from 'node:fs';

interface FurnitureData {
  readonly lines: readonly string[];
  readonly listHeads: readonly string[];
  readonly starts: readonly string[];
  readonly shortStarts: readonly string[];
  readonly shareWords: readonly string[];
  readonly agencies: readonly string[];
}

/** Phrases of `data/furniture.json`: what stands on a news page and is no part of the story. */
export interface FurniturePhrases {
  /** Whole lines, folded by `fold`. */
  readonly lines: ReadonlySet<string>;
  /** Lines that head a list of other stories' headlines. */
  readonly listHeads: ReadonlySet<string>;
  /** Beginnings that no sentence of a story has ("We use cookies"). */
  readonly starts: readonly string[];
  /** Beginnings of lines that are furniture unless they are whole sentences ("More from"). */
  readonly shortStarts: readonly string[];
  readonly shareWords: ReadonlySet<string>;
  /** News agencies as they sign datelines, letter case kept. */
  readonly agencies: readonly string[];
}

/** The phrases, folded as the reader folds the lines that it compares with them. */
export function loadFurniture(fold: (line: string) => string): FurniturePhrases {
  const data = JSON.parse(readFileSync(new URL('./data/furniture.json', import.meta.url), 'utf8')) as FurnitureData;
  return {
    lines: new Set(data.lines.map(fold)),
    listHeads: new Set(data.listHeads.map(fold)),
    starts: data.starts,
    shortStarts: data.shortStarts,
    shareWords: new Set(data.shareWords),
    agencies: data.agencies,
  };
}
