/** Letters that NFD leaves whole. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o', ł: 'l', ı: 'i', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th', ə: 'e',
};

const APOSTROPHES = /['’‘ʼʻ`´]/g;

/** British and official spellings, and the American or short ones that stand for both. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/isation/g, 'ization'], [/programme/g, 'program'], [/labour/g, 'labor'], [/defence/g, 'defense'], [/centre/g, 'center'],
  [/co operation/g, 'cooperation'], [/^united nations (?=.)/, 'un '],
];

/**
 * The form under which a name is looked up: lower case, without diacritics, apostrophes, stops and a leading "the";
 * hyphens and slashes are spaces; spellings that differ across the Atlantic are one.
 */
export function foldName(text: string): string {
  const plain = text.toLowerCase().replace(APOSTROPHES, '').replace(/\./g, '').replace(/[-‐‑–—/]/g, ' ').replace(/&/g, ' and ');
  // Most names are ASCII, and normalising is the slow part of loading.
  const bare = /^[\x20-\x7e]*$/.test(plain)
    ? plain
    : plain.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[^\x20-\x7e]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);
  const name = bare.replace(/\s+/g, ' ').trim().replace(/^the (?=.)/, '');
  return SPELLINGS.reduce((folded, [from, to]) => folded.replace(from, to), name);
}

/** True for "WHO", "U.N.", "PML-N", "LeT": words that mean something else, or nothing, in other letters. */
function isCaseBound(form: string): boolean {
  return form.length <= 8 && !form.includes(' ') && (form.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

const foldAcronym = (form: string): string => form.replace(APOSTROPHES, '').replace(/[.\-‐‑–/]/g, '');

const hasCapital = (text: string): boolean => /\p{Lu}/u.test(text);

interface Reading<T> {
  readonly row: T;
  /** The form alone names the row; otherwise it needs a hint from the story. */
  readonly plain: boolean;
  /** The form has a capital, so the text must have one. */
  readonly proper: boolean;
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
  const ambiguous = row.ambiguous ?? [];
  return { plain: [row.name, ...(row.aliases ?? [])].filter((form) => !ambiguous.includes(form)), ambiguous };
}

/** Looks names up: acronyms letter by letter, other names folded by `foldName`. */
export class NameIndex<T> {
  readonly #acronyms = new Map<string, Reading<T>[]>();
  readonly #names = new Map<string, Reading<T>[]>();

  constructor(rows: Iterable<T>, formsOf: (row: T) => NameForms) {
    for (const row of rows) {
      const forms = formsOf(row);
      for (const form of forms.plain) this.#add(form, row, true);
      for (const form of forms.ambiguous ?? []) this.#add(form, row, false);
    }
  }

  /** The rows that the text may name, those that it names without a hint first. */
  candidates(text: string): readonly T[] {
    return this.#readings(text).map((reading) => reading.row);
  }

  /** The row that the text names without a hint. */
  plain(text: string): T | undefined {
    const [first] = this.#readings(text);
    return first?.plain === true ? first.row : undefined;
  }

  #readings(text: string): readonly Reading<T>[] {
    const bare = text.trim().replace(/^[Tt]he\s+/, '');
    const exact = isCaseBound(bare) ? this.#acronyms.get(foldAcronym(bare)) : undefined;
    if (exact !== undefined) return exact;
    const readings = this.#names.get(foldName(bare)) ?? [];
    return hasCapital(bare) ? readings : readings.filter((reading) => !reading.proper);
  }

  #add(form: string, row: T, plain: boolean): void {
    const bound = isCaseBound(form);
    const map = bound ? this.#acronyms : this.#names;
    const key = bound ? foldAcronym(form) : foldName(form);
    const readings = map.get(key) ?? [];
    if (readings.some((reading) => reading.row === row)) return;
    const reading = { row, plain, proper: hasCapital(form) };
    if (plain) readings.unshift(reading);
    else readings.push(reading);
    map.set(key, readings);
  }
}
