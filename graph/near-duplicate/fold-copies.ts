import type { Relation } from '../../src/model/extraction.ts';
import type { Story } from '../../src/model/story.ts';
import { byCodeUnit } from '../keys.ts';
import { byPublication } from './find-originals.ts';
import type { Printings } from './printings.ts';
import { wordsOf } from './shingles.ts';

/** Sentences that share so many of their words are one sentence, edited. */
const SAME_SENTENCE = 0.6;

/** A story's relation, for one edge. */
interface Stated {
  readonly printed: Story;
  readonly relation: Relation;
}

/** A statement that stays, and who else printed it. */
interface Kept<T extends Stated> {
  readonly statement: T;
  readonly outlets: Set<string>;
  readonly titles: Set<string>;
}

/**
 * The statements of one edge, each sentence of a text printed several times once, with all its outlets named: they are one
 * witness, not several. What only one of the printings says stays with that printing.
 */
export function foldCopies<T extends Stated>(statements: readonly [T, ...T[]], printings: Printings): readonly [T, ...T[]] {
  const kept = new Map<Story, Kept<T>[]>();
  for (const statement of statements.toSorted((a, b) => originalFirst(a.printed, b.printed, printings))) {
    const original = printings.originalOf(statement.printed);
    const group = kept.get(original) ?? [];
    kept.set(original, group);
    const outlets = printings.outletsOf(statement.printed);
    const same = statement.printed === original ? [] : group.filter((other) => isSame(other.statement, statement));
    if (!same.length) group.push({ statement, outlets: new Set(outlets), titles: new Set(statement.relation.titles) });
    for (const other of same) {
      for (const outlet of outlets) other.outlets.add(outlet);
      for (const title of statement.relation.titles ?? []) other.titles.add(title);
    }
  }
  return [...kept.values()].flat().map(withOutlets) as readonly T[] as readonly [T, ...T[]];
}

function originalFirst(a: Story, b: Story, printings: Printings): number {
  const rank = (story: Story): number => (printings.originalOf(story) === story ? 0 : 1);
  return rank(a) - rank(b) || byPublication(a, b);
}

function isSame(a: Stated, b: Stated): boolean {
  if (a.printed === b.printed) return false;
  const [one, other] = [a.relation.evidence, b.relation.evidence];
  if (JSON.stringify([one.attributedTo, one.answers]) !== JSON.stringify([other.attributedTo, other.answers])) return false;
  return one.text === other.text || shareOfWords(one.text, other.text) >= SAME_SENTENCE;
}

function shareOfWords(a: string, b: string): number {
  const one = new Set(wordsOf(a));
  const other = new Set(wordsOf(b));
  let both = 0;
  for (const word of one) if (other.has(word)) both++;
  return both / Math.max(1, one.size + other.size - both);
}

/** The outlets are named where there are several: of a text printed once, its story says where. */
function withOutlets<T extends Stated>({ statement, outlets, titles }: Kept<T>): T {
  const { relation } = statement;
  const named = outlets.size > 1 ? [...new Set([...relation.evidence.outlets ?? [], ...[...outlets].sort(byCodeUnit)])] : relation.evidence.outlets;
  return {
    ...statement,
    relation: { ...relation, ...(titles.size ? { titles: [...titles] } : {}), evidence: { ...relation.evidence, ...(named ? { outlets: named } : {}) } },
  };
}
