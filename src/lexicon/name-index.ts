import { APOSTROPHES, foldName } from './fold-name.ts';
import { NameHeads } from './name-heads.ts';

/** "Al-Anbar", "Xi'an": the capitals of a name of several parts, not of an acronym. */
const JOINED_NAME = /^\p{Lu}\p{Ll}+(?:[-‐‑'’]\p{Lu}?\p{Ll}+)+$/u;

/** True for "WHO", "U.N.", "PML-N", "LeT": words that mean something else, or nothing, in other letters. */
function isCaseBound(form: string): boolean {
  return form.length <= 8 && !form.includes(' ') && (form.match(/\p{Lu}/gu)?.length ?? 0) >= 2 && !JOINED_NAME.test(form);
}

const foldAcronym = (form: string): string => form.replace(APOSTROPHES, '').replace(/[.\-‐‑–/]/g, '');

/** Parts of names that are written large or small: "Al-Qaida", "al-Qaida". */
const PARTICLES = /^(?:al|el|an|ar|as|ash|az|ad|at|ul|e|i|the|of|de|la|le)$/i;

/** Nouns at the end of a name that newspapers write small: "Republican party". */
const SMALL_NOUN = / (?:Party|Parliament|Ministry|Movement|Coalition|Network|Militia|Brigades?|Newspaper)$/;

/** How many words of a name have a capital that its writer cannot leave out. */
function capitals(text: string): number {
  return text.split(/[\s\-‐‑–/]+/).filter((word) => /^['’"(]?\p{Lu}/u.test(word) && !PARTICLES.test(word)).length;
}

interface Reading<T> {
  readonly row: T;
  /** The form alone names the row; otherwise it needs a hint from the story. */
  readonly plain: boolean;
  readonly form: string;
  /** The next one of the same key; a list each would double the memory that loading takes. */
  next: Reading<T> | undefined;
}

function listOf<T>(first: Reading<T> | undefined): Reading<T>[] {
  const all: Reading<T>[] = [];
  for (let reading = first; reading !== undefined; reading = reading.next) all.push(reading);
  return all;
}

/** How an index reads letters. */
export interface NameIndexOptions {
  /** A name of several words needs all its capitals: "Islamic state" is not "Islamic State". By default one will do. */
  readonly strictCapitals?: boolean;
}

/** The forms of one row of a lexicon. */
export interface NameForms {
  /** Forms that name the row wherever they stand. */
  readonly plain: readonly string[];
  /** Forms that others share, or that are common words: they need a hint. */
  readonly ambiguous?: readonly string[] | undefined;
}

/** The name and aliases of a row, less those that it marks as ambiguous. */
export function nameForms(row: { readonly name: string; readonly aliases?: readonly string[]; readonly ambiguous?: readonly string[] }): NameForms {
  const all = row.aliases === undefined ? [row.name] : [row.name, ...row.aliases];
  const { ambiguous } = row;
  return ambiguous === undefined ? { plain: all } : { plain: all.filter((form) => !ambiguous.includes(form)), ambiguous };
}

/** Answers kept by an index: a few hundred kilobytes. */
const MOST_ANSWERS = 5000;

const NONE: readonly never[] = [];

/** Looks names up: acronyms letter by letter, other names folded by `foldName`. */
export class NameIndex<T> {
  readonly #acronyms = new Map<string, Reading<T>>();
  readonly #names = new Map<string, Reading<T>>();

  /** Answers given before: news repeats its words, and most name nothing. */
  readonly #answers = new Map<string, readonly Reading<T>[]>();

  readonly #heads = new NameHeads();

  readonly #strict: boolean;

  constructor(rows: Iterable<T>, formsOf: (row: T) => NameForms, options: NameIndexOptions = {}) {
    this.#strict = options.strictCapitals === true;
    for (const row of rows) {
      const forms = formsOf(row);
      for (const form of forms.plain) this.#add(form, row, true);
      for (const form of forms.ambiguous ?? []) this.#add(form, row, false);
    }
  }

  /** The rows that the text may name, those that it names without a hint first. */
  candidates(text: string): readonly T[] {
    return [...new Set(this.#readings(text).map((reading) => reading.row))];
  }

  /** The row that the text names without a hint. */
  plain(text: string): T | undefined {
    const [first] = this.#readings(text);
    return first?.plain === true ? first.row : undefined;
  }

  #readings(text: string): readonly Reading<T>[] {
    if (!this.#heads.mayName(text)) return NONE;
    const known = this.#answers.get(text);
    if (known) return known;
    const found = this.#look(text);
    if (this.#answers.size >= MOST_ANSWERS) this.#answers.clear();
    this.#answers.set(text, found);
    return found;
  }

  #look(text: string): readonly Reading<T>[] {
    const bare = text.trim().replace(/^[Tt]he\s+/, '');
    const exact = isCaseBound(bare) ? this.#acronyms.get(foldAcronym(bare)) : undefined;
    if (exact !== undefined) return listOf(exact);
    const readings = listOf(this.#names.get(foldName(bare)));
    if (readings.length === 0) return readings;
    const found = capitals(bare);
    return readings.filter((reading) => this.#capitalsNeeded(reading.form) <= found);
  }

  /** Counted at look-up: few of the many forms of an index are ever looked up. */
  #capitalsNeeded(form: string): number {
    return this.#strict ? capitals(form.replace(SMALL_NOUN, '')) : Math.min(1, capitals(form));
  }

  #add(form: string, row: T, plain: boolean): void {
    const bound = isCaseBound(form);
    const map = bound ? this.#acronyms : this.#names;
    const key = bound ? foldAcronym(form) : foldName(form);
    if (!bound) this.#heads.add(key);
    const known = map.get(key);
    // Those that need a hint come last; the order is else that of the rows.
    if (known === undefined || (plain && !known.plain)) map.set(key, { row, plain, form, next: known });
    else {
      let last = known;
      while (last.next !== undefined && (last.next.plain || !plain)) last = last.next;
      last.next = { row, plain, form, next: last.next };
    }
  }
}
