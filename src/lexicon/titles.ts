import { readFileSync } from 'node:fs';
import { readData } from './jsonl.ts';
import { foldName } from './fold-name.ts';

/** An office or form of address; a row of `data/titles.jsonl`. */
export interface Title {
  /** Lower case, as written before or after a name. */
  readonly title: string;
  readonly aliases?: readonly string[];
  /** What the office belongs to unless the text says otherwise; "none" for a mere form of address. */
  readonly of: 'country' | 'organisation' | 'none';
  /** Id of the national body in `ministries.ts` that its holder heads or sits in. */
  readonly body?: string;
  readonly level:
    | 'government' | 'legislature' | 'military' | 'party' | 'organisation' | 'religious' | 'royal' | 'police' | 'judicial' | 'rebel'
    | 'company' | 'media' | 'address';
}

export type OfficeStatus = 'current' | 'acting' | 'former';

/** A title found in a run of words. */
export interface TitleMatch {
  readonly title: Title;
  /** Index of its first word, status prefixes included. */
  readonly first: number;
  /** One past its last word. */
  readonly last: number;
  /** "ministers" for "minister". */
  readonly plural: boolean;
  readonly status: OfficeStatus;
  /** The status prefixes, lower case, as they stand: "former", "acting". */
  readonly prefixes: readonly string[];
}

interface Form {
  readonly title: Title;
  readonly plural: boolean;
}

interface FormIndex {
  /** Forms by their words, folded and joined by a space. */
  readonly forms: ReadonlyMap<string, Form>;
  /** How many words the longest form has that starts with a word. */
  readonly longest: ReadonlyMap<string, number>;
}

const POST_HEAD = new Set(['of', 'for', 'to', 'in', 'general', 'at', 'on', 'designate', 'elect']);

let index: FormIndex | undefined;
let statuses: ReadonlyMap<string, OfficeStatus> | undefined;

/** All titles, in the order of the file. */
export function titles(): readonly Title[] {
  return readData<Title>('titles.jsonl');
}

/** What a word before a title says of the office: "former" and "ousted" former, "caretaker" acting, "deputy" current. */
export function titleStatus(word: string): OfficeStatus | undefined {
  statuses ??= new Map(Object.entries(JSON.parse(readFileSync(new URL('./data/title-status.json', import.meta.url), 'utf8')) as Record<string, OfficeStatus>));
  return statuses.get(word.toLowerCase());
}

const titleWords = (form: string): string[] => foldName(form).split(' ');

function pluralOf(words: readonly string[]): string[] {
  const post = words.findIndex((word, at) => at > 0 && POST_HEAD.has(word));
  const head = post === -1 ? words.length - 1 : post - 1;
  return words.map((word, at) => at !== head ? word : word.endsWith('man') ? `${word.slice(0, -3)}men`
    : /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`);
}

function formIndex(): FormIndex {
  if (index !== undefined) return index;
  const forms = new Map<string, Form>();
  const longest = new Map<string, number>();
  const add = (words: readonly string[], form: Form): void => {
    const key = words.join(' ');
    // A singular form of one title outranks the plural of another.
    if (form.plural && forms.has(key)) return;
    forms.set(key, form);
    const [head = ''] = words;
    longest.set(head, Math.max(longest.get(head) ?? 0, words.length));
  };
  for (const title of titles()) {
    for (const form of [title.title, ...(title.aliases ?? [])]) {
      const words = titleWords(form);
      add(words, { title, plural: false });
      if (title.of !== 'none') add(pluralOf(words), { title, plural: true });
    }
  }
  index = { forms, longest };
  return index;
}

const isHyphen = (word: string): boolean => /^[-‐‑–]$/.test(word);

/** Adds the status prefixes that stand at `from` and before it, leftwards. */
function prefixesBefore(words: readonly string[], from: number): { first: number; prefixes: string[] } {
  const prefixes: string[] = [];
  let first = from;
  for (let at = from - 1; at >= 0; at--) {
    const word = words[at] ?? '';
    if (isHyphen(word)) continue;
    if (titleStatus(word) === undefined) break;
    prefixes.unshift(word.toLowerCase());
    first = at;
  }
  return { first, prefixes };
}

/** "former" outranks "acting", and that "current". */
function statusOf(prefixes: readonly string[]): OfficeStatus {
  const found = prefixes.map((prefix) => titleStatus(prefix));
  return found.includes('former') ? 'former' : found.includes('acting') ? 'acting' : 'current';
}

interface Found extends Form {
  readonly last: number;
  /** The prefix of a word of two parts: "ex" of "ex-president". */
  readonly joined: string | undefined;
}

/** The longest title from `at`; a hyphen that stands as a word of its own is passed over. */
function longestFrom(words: readonly string[], at: number, end: number): Found | undefined {
  const { forms, longest } = formIndex();
  let parts = titleWords(words[at] ?? '');
  const [head = '', second] = parts;
  const joined = second !== undefined && !longest.has(head) && titleStatus(head) !== undefined ? head : undefined;
  if (joined !== undefined) parts = parts.slice(1);
  const limit = longest.get(parts[0] ?? '') ?? 0;
  let found: Found | undefined;
  for (let last = at + 1; parts.length <= limit; ) {
    const form = forms.get(parts.join(' '));
    if (form !== undefined) found = { ...form, last, joined };
    while (last < end && isHyphen(words[last] ?? '')) last++;
    if (last >= end) break;
    parts.push(...titleWords(words[last] ?? ''));
    last++;
  }
  return found;
}

function matchOf(found: Found, first: number, prefixes: readonly string[]): TitleMatch {
  const all = found.joined === undefined ? prefixes : [...prefixes, found.joined];
  return { title: found.title, first, last: found.last, plural: found.plural, status: statusOf(all), prefixes: all };
}

/** The longest title that starts at `at`, or after status prefixes that start there ("former deputy foreign minister"). */
export function titleStartingAt(words: readonly string[], at: number): TitleMatch | undefined {
  let start = at;
  while (start < words.length) {
    const found = longestFrom(words, start, words.length);
    if (found !== undefined) {
      return matchOf(found, at, words.slice(at, start).filter((word) => !isHyphen(word)).map((word) => word.toLowerCase()));
    }
    const word = words[start] ?? '';
    if (titleStatus(word) === undefined && !(isHyphen(word) && start > at)) return undefined;
    start++;
  }
  return undefined;
}

/** The longest title whose last word is `words[end - 1]`, with the status prefixes before it. */
export function titleEndingAt(words: readonly string[], end: number): TitleMatch | undefined {
  for (let at = Math.max(0, end - 9); at < end; at++) {
    const found = longestFrom(words, at, end);
    if (found?.last !== end) continue;
    const { first, prefixes } = prefixesBefore(words, at);
    return matchOf(found, first, prefixes);
  }
  return undefined;
}
