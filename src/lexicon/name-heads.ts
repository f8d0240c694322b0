import { foldName } from './fold-name.ts';

/** First words as they stand in stories, and as they are folded. */
const folded = new Map<string, string>();
const MOST_FOLDED = 20_000;

/** Words that `foldName` joins or replaces together with the next, by what becomes of them. */
const JOINED: readonly (readonly [string, string])[] = [['un', 'united'], ['cooperation', 'co']];

/** The words with which the names of a list begin: most runs of words in a story begin none, and need no folding as a whole. */
export class NameHeads {
  readonly #heads = new Set<string>();

  /** Adds the first word of a folded name. */
  add(name: string): void {
    const head = name.split(' ', 1)[0] ?? name;
    this.#heads.add(head);
    for (const [word, written] of JOINED) if (head === word) this.#heads.add(written);
  }

  /** False where the text has several words and no name of the list begins with its first one. */
  mayName(text: string): boolean {
    const start = /^[Tt]he /.test(text) ? 4 : 0;
    const space = text.indexOf(' ', start);
    if (space < 0) return true;
    const head = headOf(text.slice(start, space));
    return head === '' || head === 'the' || this.#heads.has(head);
  }
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
