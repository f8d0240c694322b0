import type { Passage } from './prompt.ts';

/** A model of modest size keeps an overview of about so much, and its answer has room beside it. */
const MOST_CHARACTERS = 6000;
const MOST_SENTENCES = 40;

/** Cuts a story into passages, each to be asked about by itself. */
export function passagesOf(sentences: readonly (readonly [start: number, end: number])[]): readonly Passage[] {
  const out: Passage[] = [];
  let first = 0;
  let characters = 0;
  sentences.forEach(([start, end], index) => {
    if (index > first && (characters + end - start > MOST_CHARACTERS || index - first >= MOST_SENTENCES)) {
      out.push({ first, last: index });
      first = index;
      characters = 0;
    }
    characters += end - start;
  });
  if (first < sentences.length) out.push({ first, last: sentences.length });
  return out;
}

/** The halves of a passage; undefined for a single sentence. */
export function halves({ first, last }: Passage): readonly [Passage, Passage] | undefined {
  if (last - first < 2) return undefined;
  const middle = Math.ceil((first + last) / 2);
  return [{ first, last: middle }, { first: middle, last }];
}
