import { isAlsoWord } from '../lexicon/abbreviations.ts';
import { sentenceEnd } from './sentence-end.ts';
import { wordSpans, type WordSpan } from './tokens.ts';

/** A sentence's words, before it is parsed. */
export interface SentenceSpan {
  /** Place of its paragraph in the story, from 0; lines without a word do not count. */
  readonly paragraph: number;
  readonly words: readonly WordSpan[];
}

/** A line is read in blocks of this many words, so that one of any length takes bounded memory. */
const BLOCK_WORDS = 4096;
/** What follows a stop decides whether it ends the sentence: this many words must be in sight. */
const LOOK_AHEAD = 32;

const LINE_BREAK = /[\n\r\u2028\u2029]/gu;

/** The sentences of a text in order, lazily. A line break ends a sentence; a block without any end is one. */
export function* sentenceSpans(text: string): Generator<SentenceSpan, void, undefined> {
  const breaks = new RegExp(LINE_BREAK);
  let paragraph = 0;
  let start = 0;
  for (;;) {
    const match = breaks.exec(text);
    const end = match ? match.index : text.length;
    let isEmpty = true;
    for (const words of lineSentences(text, start, end)) {
      isEmpty = false;
      yield { paragraph, words };
    }
    if (!isEmpty) paragraph++;
    if (!match) return;
    start = end + 1;
  }
}

function* lineSentences(text: string, from: number, to: number): Generator<readonly WordSpan[], void, undefined> {
  let block: WordSpan[] = [];
  for (const word of wordSpans(text, from, to)) {
    block.push(word);
    if (block.length >= BLOCK_WORDS) block = yield* blockSentences(text, block, block.length - LOOK_AHEAD);
  }
  const rest = yield* blockSentences(text, block, block.length);
  if (rest.length) yield detachStop(text, rest, rest.length - 1);
}

/** Gives the sentences that end before `limit`, returns the words after them. */
function* blockSentences(text: string, words: WordSpan[], limit: number): Generator<readonly WordSpan[], WordSpan[], undefined> {
  let first = 0;
  for (let place = 0; place < limit; place++) {
    const last = sentenceEnd(text, words, place);
    if (last < 0) continue;
    yield detachStop(text, words.slice(first, last + 1), place - first);
    first = last + 1;
    place = last;
  }
  if (first === 0 && limit < words.length) {
    yield words;
    return [];
  }
  return words.slice(first);
}

/** The stop of a last word like "etc." or "No." is the sentence's, and so a word of its own. */
function detachStop(text: string, words: readonly WordSpan[], place: number): readonly WordSpan[] {
  const last = words[place];
  if (!last || last.end - last.start < 2 || text[last.end - 1] !== '.') return words;
  const stop = last.end - 1;
  const word = text.slice(last.start, stop);
  if (!isAlsoWord(word) && !/^\p{Lu}$/u.test(word)) return words;
  return [...words.slice(0, place), { start: last.start, end: stop }, { start: stop, end: last.end }, ...words.slice(place + 1)];
}
