import { chunkWordEnds } from './chunk.ts';

/** Where a word stands, in UTF-16 units of the text, end-exclusive. */
export interface WordSpan {
  readonly start: number;
  readonly end: number;
}

// White space, and the characters of no width that stand between words.
// Longer runs are no words: they are cut before they are read.
const CHUNK = /[^\s\u200b\u2060\ufeff\u0085]{1,512}/gu;
const LIST_NUMBER = /^\(?\d{1,2}[.)]$/;
const CACHED_LENGTH = 40;
const CACHE_SIZE = 50_000;

const cache = new Map<string, readonly number[]>();

/** The words of a stretch of text in order, lazily: a line may be of any length. */
export function* wordSpans(text: string, from: number, to: number): Generator<WordSpan, void, undefined> {
  const pattern = new RegExp(CHUNK);
  pattern.lastIndex = from;
  let first = true;
  for (let window = nextChunk(pattern, text, to); window; window = nextChunk(pattern, text, to)) {
    const { start, end } = window;
    const chunk = text.slice(start, end);
    if (first && LIST_NUMBER.test(chunk)) yield window;
    else yield* chunkSpans(chunk, start);
    first = false;
  }
}

function nextChunk(pattern: RegExp, text: string, to: number): WordSpan | undefined {
  const at = pattern.lastIndex;
  if (at >= to) return undefined;
  const match = pattern.exec(text);
  if (!match || match.index >= to) return undefined;
  const end = Math.min(match.index + match[0].length, to);
  pattern.lastIndex = end;
  return { start: match.index, end };
}

function* chunkSpans(chunk: string, offset: number): Generator<WordSpan, void, undefined> {
  let start = offset;
  for (const end of wordEnds(chunk)) {
    yield { start, end: offset + end };
    start = offset + end;
  }
}

function wordEnds(chunk: string): readonly number[] {
  if (chunk.length > CACHED_LENGTH) return chunkWordEnds(chunk);
  let ends = cache.get(chunk);
  if (!ends) {
    ends = chunkWordEnds(chunk);
    if (cache.size >= CACHE_SIZE) cache.clear();
    // The joined copy is free of the story: a slice would keep the whole text alive.
    cache.set(` ${chunk}`.slice(1), ends);
  }
  return ends;
}
