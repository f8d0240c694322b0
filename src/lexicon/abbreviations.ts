import { readFileSync } from 'node:fs';

/**
 * How an abbreviation stands to the end of a sentence: `title`, `inner` never end one; `number` does not before a
 * digit; `date`, `suffix` and `final` may. Their stop belongs to the word.
 */
export type AbbreviationKind = 'title' | 'suffix' | 'date' | 'number' | 'inner' | 'final';

type AbbreviationData = Readonly<Record<AbbreviationKind | 'bare', readonly string[]>>;

const data = JSON.parse(readFileSync(new URL('./data/abbreviations.json', import.meta.url), 'utf8')) as AbbreviationData;
const KINDS = ['title', 'suffix', 'date', 'number', 'inner', 'final'] as const;
const kinds: ReadonlyMap<string, AbbreviationKind> = new Map(KINDS.flatMap((kind) => data[kind].map((word) => [word, kind] as const)));
const bare: ReadonlySet<string> = new Set(data.bare);

/**
 * What a word without its stop abbreviates, undefined where it is no abbreviation. Letter case counts, but for titles
 * in a line of capitals ("GEN.").
 */
export function abbreviationKind(word: string): AbbreviationKind | undefined {
  const kind = kinds.get(word);
  if (kind !== undefined || word.length < 2 || word !== word.toUpperCase()) return kind;
  return kinds.get(word.slice(0, 1) + word.slice(1).toLowerCase()) === 'title' ? 'title' : undefined;
}

/** True for those that are written without a stop too: at a sentence's end their stop is the sentence's. */
export function isAlsoWord(word: string): boolean {
  return bare.has(word) || kinds.get(word) === 'final';
}
