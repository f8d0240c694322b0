import type { GraphData } from './graph-data.ts';

/** A node found, with the words that matched where they are not its label. */
export interface SearchHit {
  readonly node: number;
  readonly matched?: string;
}

interface Entry {
  readonly node: number;
  /** Folded label first, then aliases, then roles, each beside the words as written. */
  readonly texts: readonly { readonly folded: string; readonly shown: string; readonly kind: 'label' | 'alias' | 'role' }[];
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
        { folded: fold(attributes.label), shown: attributes.label, kind: 'label' as const },
        ...aliases.map((shown) => ({ folded: fold(shown), shown, kind: 'alias' as const })),
        ...roles.map((shown) => ({ folded: fold(shown), shown, kind: 'role' as const })),
      ],
    };
  });
  return { entries };
}

const KIND_COST = { label: 0, alias: 1, role: 2 } as const;
const NO_MATCH = Number.POSITIVE_INFINITY;

/** 0 is the whole text; then its beginning, the beginning of a word, all words in any order, any part, and a slip of the pen. */
function cost(query: string, words: readonly string[], text: string, maySlip: boolean): number {
  if (text === query) return 0;
  if (text.startsWith(query)) return 3;
  if (text.includes(` ${query}`) || text.includes(`-${query}`)) return 6;
  const parts = text.split(/[^\p{L}\p{N}]+/u);
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 9;
  if (query.length > 2 && text.includes(query)) return 12;
  if (maySlip && query.length > 3 && words.every((word) => parts.some((part) => isNear(word, part)))) return 15;
  return NO_MATCH;
}

/** True where one letter (two in long words) is wrong, missing, extra or swapped with its neighbour, or the word is only begun. */
function isNear(word: string, part: string): boolean {
  const limit = word.length > 7 ? 2 : word.length > 3 ? 1 : 0;
  if (part.length < word.length - limit) return false;
  const begun = part.slice(0, word.length + limit);
  let before: number[] = [];
  let previous = Array.from({ length: begun.length + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= begun.length; column += 1) {
      const isSame = word[row - 1] === begun[column - 1];
      let best = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + (isSame ? 0 : 1));
      const isSwapped = row > 1 && column > 1 && word[row - 1] === begun[column - 2] && word[row - 2] === begun[column - 1];
      if (isSwapped) best = Math.min(best, before[column - 2]! + 1);
      current.push(best);
    }
    if (Math.min(...current) > limit) return false;
    [before, previous] = [previous, current];
  }
  // Any beginning of the part may be meant.
  return Math.min(...previous) <= limit;
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
    for (const { folded, shown, kind } of entry.texts) {
      const total = cost(query, words, folded, maySlip) + KIND_COST[kind];
      if (total >= best) continue;
      best = total;
      matched = kind === 'label' ? undefined : shown;
    }
    if (best === NO_MATCH) continue;
    const hit = matched === undefined ? { node: entry.node } : { node: entry.node, matched };
    found.push({ hit, cost: best, mentions: data.nodes[entry.node]!.attributes.mentions });
  }
  found.sort((a, b) => a.cost - b.cost || b.mentions - a.mentions || a.hit.node - b.hit.node);
  return found.slice(0, limit).map(({ hit }) => hit);
}
