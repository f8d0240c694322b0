import { foldName } from './fold-name.ts';

/** First words as they stand in stories, and as they are folded. */
const folded = new Map<string, string>();
const MOST_FOLDED = 20_000;

/** Words that `foldName` joins or replaces together with the next, by what becomes of them. */
const JOINED: readonly (readonly [string, string])[] = [['un', 'united'], ['cooperation', 'co']];

/** A text may have so many more words than a name: one that `foldName` joins to another. */
const SLACK = 1;

/**
 * The words with which the names of a list begin, and how long those names are: most runs of words in a story can name
 * nothing, and need no folding as a whole.
 */
export class NameHeads {
  /** Words of the longest name that begins with a word. */
  readonly #longest = new Map<string, number>();

  /** Adds a folded name. */
  add(name: string): void {
    const words = name.split(' ');
    const [head = name] = words;
    this.#lengthen(head, words.length);
    for (const [word, written] of JOINED) if (head === word) this.#lengthen(written, words.length);
  }

  /** False where the text has several words, and no name of the list begins with its first one or none is as long. */
  mayName(text: string): boolean {
    const start = text.startsWith('The ') || text.startsWith('the ') ? 4 : 0;
    const space = text.indexOf(' ', start);
    if (space < 0) return true;
    const head = headOf(text.slice(start, space));
    if (head === '' || head === 'the') return true;
    const longest = this.#longest.get(head);
    return longest !== undefined && wordsAfter(text, space) < longest + SLACK;
  }

  #lengthen(head: string, words: number): void {
    if ((this.#longest.get(head) ?? 0) < words) this.#longest.set(head, words);
  }
}

/** How many words that begin with an ASCII letter or digit follow from a space on. */
function wordsAfter(text: string, space: number): number {
  let words = 0;
  for (let at = space; at >= 0; at = text.indexOf(' ', at + 1)) {
    const code = text.charCodeAt(at + 1) | 0x20;
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) words++;
  }
  return words;
}

function headOf(word: string): string {
  let head = folded.get(word);
  if (head === undefined) {
    head = foldName(word).split(' ', 1)[0] ?? '';
    if (folded.size >= MOST_FOLDED) folded.clear();
    folded.set(word, head);
  }
  return head;
}
