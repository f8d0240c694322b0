import { mix } from './shingles.ts';

/** Hash functions of a signature: the estimate of a similarity near one half errs by 0.044 (one standard deviation). */
export const SIGNATURE = 128;
/** Rows of a band: with 32 bands, texts that share half of their shingles meet in one with a probability of 0.87, three quarters 0.99999. */
const ROWS = 4;

const MULTIPLIERS = Uint32Array.from({ length: SIGNATURE }, (_, at) => mix(2 * at + 1) | 1);
const SUMMANDS = Uint32Array.from({ length: SIGNATURE }, (_, at) => mix(2 * at + 2));

/** The least value of each hash function over a text's shingles: two texts agree in as large a part as they share shingles. */
export function minHash(shingles: Iterable<number>): Uint32Array {
  const least = new Uint32Array(SIGNATURE).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let at = 0; at < SIGNATURE; at++) {
      const value = (Math.imul(shingle, MULTIPLIERS[at] as number) + (SUMMANDS[at] as number)) >>> 0;
      if (value < (least[at] as number)) least[at] = value;
    }
  }
  return least;
}

/** Estimated Jaccard similarity of the shingles of two texts, 0 to 1. */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  for (let at = 0; at < SIGNATURE; at++) if (a[at] === b[at]) same++;
  return same / SIGNATURE;
}

/** Signatures by their bands (locality-sensitive hashing), so that a similar one is found without comparing all. */
export class BandIndex {
  private readonly bands = new Map<string, number[]>();

  add(id: number, signature: Uint32Array): void {
    for (const band of bandsOf(signature)) {
      const ids = this.bands.get(band);
      if (ids) ids.push(id);
      else this.bands.set(band, [id]);
    }
  }

  /** Ids of those that share a band, each once, in the order of `add`. */
  candidates(signature: Uint32Array): number[] {
    const found = new Set<number>();
    for (const band of bandsOf(signature)) for (const id of this.bands.get(band) ?? []) found.add(id);
    return [...found].sort((a, b) => a - b);
  }
}

function* bandsOf(signature: Uint32Array): Generator<string> {
  for (let at = 0; at < SIGNATURE; at += ROWS) yield `${at}:${signature.subarray(at, at + ROWS).join(',')}`;
}
