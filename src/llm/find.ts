import type { TextSpan } from '../model/evidence.ts';

const LETTER = '\\p{L}\\p{N}';

/** Words as a pattern that allows for what a model may copy wrongly: white space and the form of quotation marks and hyphens. */
function patternOf(words: string): RegExp {
  const escaped = words.trim().replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+')
    .replace(/['’‘ʼ]/g, "['’‘ʼ]").replace(/["“”]/g, '["“”]').replace(/[-‐‑–—]/g, '[-‐‑–—]');
  return new RegExp(`(?<![${LETTER}])${escaped}(?![${LETTER}])`, 'gu');
}

/** Every place between two offsets where the words stand as whole words, letter by letter. */
export function placesOf(words: string, text: string, start: number, end: number): readonly TextSpan[] {
  const within = text.slice(start, end);
  return [...within.matchAll(patternOf(words))].map((match) => ({ text: match[0], start: start + match.index, end: start + match.index + match[0].length }));
}

/** Of several places the one nearest to another. */
export function nearest(places: readonly TextSpan[], to: TextSpan): TextSpan | undefined {
  const distance = (place: TextSpan): number => Math.min(Math.abs(place.start - to.end), Math.abs(to.start - place.end));
  return places.toSorted((a, b) => distance(a) - distance(b) || a.start - b.start)[0];
}
