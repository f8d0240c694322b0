import { CASE_SHAPE, caseShape } from './case-shape.ts';

/** Model input of one sentence: pieces with their case classes, and the first and last piece of each word. */
export interface Encoding {
  readonly ids: readonly number[];
  readonly shapes: readonly number[];
  readonly first: readonly number[];
  readonly last: readonly number[];
}

interface EncodedWord {
  readonly pieces: readonly number[];
  readonly shape: number;
}

/** Pieces beyond these are dropped from a word, as in training. */
const MAX_PIECES_PER_WORD = 12;
/** Longer stretches without punctuation are unknown words, as in BERT. */
const MAX_STRETCH = 100;
/** A word's first piece or two hold all that twelve pieces can; what follows need not be read. */
const MAX_WORD_CHARS = 1200;
const CACHE_WORDS = 100_000;

const STRETCHES = /[!-/:-@[-`{-~]|\p{P}|[\u3400-\u9fff\uf900-\ufaff]|[^!-/:-@[-`{-~\p{P}\u3400-\u9fff\uf900-\ufaff]+/gu;

/** Uncased WordPiece of BERT (Devlin et al. 2019) over words that are already split. */
export class WordPiece {
  private readonly vocabulary: ReadonlyMap<string, number>;
  private readonly cache = new Map<string, EncodedWord>();
  private readonly start: number;
  private readonly stop: number;
  private readonly unknown: number;

  /** `lines`: the vocabulary file, one piece a line in the order of the ids. */
  constructor(lines: string) {
    this.vocabulary = new Map(lines.split(/\r?\n/).map((piece, id) => [piece, id]));
    const id = (piece: string): number => {
      const found = this.vocabulary.get(piece);
      if (found === undefined) throw new Error(`vocab.txt lacks ${piece}`);
      return found;
    };
    this.start = id('[CLS]');
    this.stop = id('[SEP]');
    this.unknown = id('[UNK]');
  }

  /** The sentence's words as model input, with the border marks. */
  encode(words: readonly string[]): Encoding {
    const ids = [this.start];
    const shapes: number[] = [CASE_SHAPE.border];
    const first: number[] = [];
    const last: number[] = [];
    for (const word of words) {
      const { pieces, shape } = this.word(word);
      first.push(ids.length);
      for (const piece of pieces) {
        ids.push(piece);
        shapes.push(shape);
      }
      last.push(ids.length - 1);
    }
    ids.push(this.stop);
    shapes.push(CASE_SHAPE.border);
    return { ids, shapes, first, last };
  }

  /** How many pieces a word takes. */
  pieceCount(word: string): number {
    return this.word(word).pieces.length;
  }

  /** True for a word, in lower case, that is common enough to be one piece. */
  isWord(word: string): boolean {
    return word.length > 1 && this.vocabulary.has(word);
  }

  private word(word: string): EncodedWord {
    let encoded = this.cache.get(word);
    if (!encoded) {
      encoded = { pieces: this.split(word), shape: caseShape(word.slice(0, MAX_WORD_CHARS)) };
      if (this.cache.size >= CACHE_WORDS) this.cache.clear();
      // The joined copy is free of the story: a slice would keep the whole text alive.
      this.cache.set(` ${word}`.slice(1), encoded);
    }
    return encoded;
  }

  private split(word: string): readonly number[] {
    const plain = word.slice(0, MAX_WORD_CHARS).toLowerCase().normalize('NFD').replace(/[\p{Mn}\p{Cc}\p{Cf}]/gu, '');
    const pieces: number[] = [];
    for (const [stretch] of plain.matchAll(STRETCHES)) {
      pieces.push(...this.longestMatches(stretch));
      if (pieces.length >= MAX_PIECES_PER_WORD) break;
    }
    return pieces.length ? pieces.slice(0, MAX_PIECES_PER_WORD) : [this.unknown];
  }

  private longestMatches(stretch: string): readonly number[] {
    if (stretch.length > MAX_STRETCH) return [this.unknown];
    const out: number[] = [];
    for (let start = 0; start < stretch.length;) {
      let end = stretch.length;
      let id: number | undefined;
      for (; end > start; end--) {
        id = this.vocabulary.get((start ? '##' : '') + stretch.slice(start, end));
        if (id !== undefined) break;
      }
      if (id === undefined) return [this.unknown];
      out.push(id);
      start = end;
    }
    return out;
  }
}
