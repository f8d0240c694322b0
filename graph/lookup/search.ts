import type { GraphData } from './graph-data.ts';

/** A node found, with the words that matched where they are not its label. */
export interface SearchHit {
  readonly node: number;
  readonly matched?: string;
}

interface SearchText {
  readonly folded: string;
  readonly shown: string;
  readonly kind: 'label' | 'alias' | 'role';
  /** Its words, and for each the set of its letters as bits. */
  readonly parts: readonly string[];
  readonly letters: Uint32Array;
}

interface Entry {
  readonly node: number;
  /** Folded label first, then aliases, then roles, each beside the words as written. */
  readonly texts: readonly SearchText[];
}

export interface SearchIndex {
  readonly entries: readonly Entry[];
}

/** Lower case without accents, so that "erdogan" finds "Erdoğan". */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i').replace(/[’ʼ`]/g, "'").trim();
}

/** Prepares names, aliases and roles for `search`. */
export function indexNames(data: GraphData): SearchIndex {
  const label = (key: string): string => data.nodes[data.nodeAt.get(key) ?? -1]?.attributes.label ?? '';
  const entries = data.nodes.map(({ attributes }, node) => {
    const aliases = attributes.aliases.filter((alias) => alias !== attributes.label);
    const roles = (attributes.roles ?? []).map((role) => `${role.title}, ${label(role.of)}`);
    return {
      node,
      texts: [
        prepare(attributes.label, 'label'),
        ...aliases.map((shown) => prepare(shown, 'alias')),
        ...roles.map((shown) => prepare(shown, 'role')),
      ],
    };
  });
  return { entries };
}

function prepare(shown: string, kind: SearchText['kind']): SearchText {
  const folded = fold(shown);
  const parts = folded.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
  return { folded, shown, kind, parts, letters: Uint32Array.from(parts, lettersOf) };
}

/** A bit for each letter of a word, by its code modulo 32. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits >>> 0;
}

function countBits(bits: number): number {
  let rest = bits;
  let number = 0;
  for (; rest !== 0; rest &= rest - 1) number += 1;
  return number;
}

const KIND_COST = { label: 0, alias: 1, role: 2 } as const;
const NO_MATCH = Number.POSITIVE_INFINITY;

/** 0 is the whole text; then its beginning, the beginning of a word, all words in any order, and any part. */
function cost(query: string, words: readonly string[], { folded, parts }: SearchText): number {
  if (folded === query) return 0;
  if (folded.startsWith(query)) return 3;
  if (folded.includes(` ${query}`) || folded.includes(`-${query}`)) return 6;
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 9;
  if (query.length > 2 && folded.includes(query)) return 12;
  return NO_MATCH;
}

/** As `cost`, where every word may be misspelt. */
function costOfSlips(words: readonly string[], { parts, letters }: SearchText): number {
  const isSlip = (word: string): boolean => {
    const wanted = lettersOf(word);
    // A letter that the part lacks is a mistake: with too many there is nothing to compare.
    return parts.some((part, place) => countBits(wanted & ~letters[place]!) <= slipsIn(word) && isNear(word, part));
  };
  return words.every(isSlip) ? 15 : NO_MATCH;
}

/** How many letters may be wrong. */
const slipsIn = (word: string): number => (word.length > 7 ? 2 : word.length > 3 ? 1 : 0);

const LONGEST_WORD = 40;
let before = new Int32Array(LONGEST_WORD + 1);
let previous = new Int32Array(LONGEST_WORD + 1);
let current = new Int32Array(LONGEST_WORD + 1);

/**
 * True where one letter (two in long words) is wrong, missing, extra or swapped with its neighbour, or the word is
 * only begun: optimal string alignment against every beginning of the part.
 */
function isNear(word: string, part: string): boolean {
  const limit = slipsIn(word);
  if (limit === 0) return part.startsWith(word);
  const width = Math.min(part.length, word.length + limit, LONGEST_WORD);
  if (width < word.length - limit) return false;
  for (let column = 0; column <= width; column += 1) previous[column] = column;
  for (let row = 1; row <= word.length; row += 1) {
    if (alignRow(word, part, row, width) > limit) return false;
    [before, previous, current] = [previous, current, before];
  }
  for (let column = 0; column <= width; column += 1) if (previous[column]! <= limit) return true;
  return false;
}

/** Fills one row of the table and gives its least number. */
function alignRow(word: string, part: string, row: number, width: number): number {
  current[0] = row;
  let least = row;
  for (let column = 1; column <= width; column += 1) {
    const isSame = word.charCodeAt(row - 1) === part.charCodeAt(column - 1);
    let best = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + (isSame ? 0 : 1));
    const isSwapped = row > 1 && column > 1 && word.charCodeAt(row - 1) === part.charCodeAt(column - 2) && word.charCodeAt(row - 2) === part.charCodeAt(column - 1);
    if (isSwapped) best = Math.min(best, before[column - 2]! + 1);
    current[column] = best;
    if (best < least) least = best;
  }
  return least;
}

/** The best nodes for a query, the most mentioned first among equals. */
export function search(data: GraphData, index: SearchIndex, text: string, limit = 8): SearchHit[] {
  const query = fold(text);
  if (query === '') return [];
  const exact = rank(data, index, query, false, limit);
  // Slips are costly to look for and would crowd out what was typed right.
  return exact.length > 0 ? exact : rank(data, index, query, true, limit);
}

function rank(data: GraphData, index: SearchIndex, query: string, maySlip: boolean, limit: number): SearchHit[] {
  const words = query.split(/\s+/);
  const found: { hit: SearchHit; cost: number; mentions: number }[] = [];
  for (const entry of index.entries) {
    let best = NO_MATCH;
    let matched: string | undefined;
    for (const text of entry.texts) {
      const total = (maySlip ? costOfSlips(words, text) : cost(query, words, text)) + KIND_COST[text.kind];
      if (total >= best) continue;
      best = total;
      matched = text.kind === 'label' ? undefined : text.shown;
    }
    if (best === NO_MATCH) continue;
    const hit = matched === undefined ? { node: entry.node } : { node: entry.node, matched };
    found.push({ hit, cost: best, mentions: data.nodes[entry.node]!.attributes.mentions });
  }
  found.sort((a, b) => a.cost - b.cost || b.mentions - a.mentions || a.hit.node - b.hit.node);
  return found.slice(0, limit).map(({ hit }) => hit);
}
