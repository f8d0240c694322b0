// Counts and what is computed of them.

/** Right, wrong (given but not so) and missed. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

/** So many right of so many. */
export interface Fraction {
  right: number;
  of: number;
}

export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export const noTally = (): Tally => ({ right: 0, wrong: 0, missed: 0 });
export const noFraction = (): Fraction => ({ right: 0, of: 0 });

/** Precision, recall and their harmonic mean; 0 where nothing was given or asked. */
export function ratesOf({ right, wrong, missed }: Tally): Rates {
  const precision = right + wrong ? right / (right + wrong) : 0;
  const recall = right + missed ? right / (right + missed) : 0;
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}

export function addTally(sum: Tally, one: Tally): void {
  sum.right += one.right;
  sum.wrong += one.wrong;
  sum.missed += one.missed;
}

export function addFraction(sum: Fraction, one: Fraction): void {
  sum.right += one.right;
  sum.of += one.of;
}

export function note(fraction: Fraction, right: boolean): void {
  fraction.of++;
  if (right) fraction.right++;
}
