import type { WordSpan } from './tokens.ts';
import type { WordPiece } from './wordpiece.ts';

/** The model saw no longer sentences in training; it has 512 positions. */
export const MAX_PIECES = 250;

/** How good a place to cut each mark is, when nothing better comes. */
const CUT_MARKS: Readonly<Record<string, number>> = { ';': 3, ':': 2, '—': 2, '–': 2, '--': 2, '.': 3, '!': 3, '?': 3, ',': 1 };

/** The words in parts that the model can take, cut after clause punctuation in the later half of each part where there is some. */
export function* cutLong(text: string, words: readonly WordSpan[], pieces: WordPiece): Generator<readonly WordSpan[], void, undefined> {
  let first = 0;
  let size = 0;
  const counts: number[] = [];
  for (let place = 0; place < words.length; place++) {
    const span = words[place];
    const count = span ? pieces.pieceCount(text.slice(span.start, span.end)) : 0;
    if (size + count > MAX_PIECES) {
      const cut = bestCut(text, words, first, place);
      yield words.slice(first, cut);
      first = cut;
      size = counts.slice(first).reduce((sum, each) => sum + each, 0);
    }
    counts.push(count);
    size += count;
  }
  if (first < words.length) yield first ? words.slice(first) : words;
}

/** One past the word after which to cut `first` to `limit`. */
function bestCut(text: string, words: readonly WordSpan[], first: number, limit: number): number {
  let best = limit;
  let bestWorth = 0;
  for (let place = limit - 1; place > first + (limit - first) / 2; place--) {
    const span = words[place];
    const worth = span ? (CUT_MARKS[text.slice(span.start, span.end)] ?? 0) : 0;
    if (worth > bestWorth) {
      bestWorth = worth;
      best = place + 1;
    }
  }
  return best;
}
