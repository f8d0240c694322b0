import { loadFurniture } from '../lexicon/furniture.ts';
import { foldLine } from './plain-text.ts';

export const phrases = loadFurniture(foldLine);

/** Any news agency as it signs a dateline, for use in a regular expression; the longest name wins. */
export const agencyPattern = `(?:${[...phrases.agencies].toSorted((a, b) => b.length - a.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})`;

const agencies: ReadonlyMap<string, string> = new Map(phrases.agencies.toReversed().map((name) => [name.toLowerCase(), name]));

/** The agency that the text names, in its usual spelling. */
export function agencyOf(text: string): string | undefined {
  return agencies.get(text.trim().toLowerCase());
}
