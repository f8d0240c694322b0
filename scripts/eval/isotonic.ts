import type { Knot } from '../../src/6-relate/calibration.ts';

/** A figure that was given, and whether what it was given to is right. */
export interface Sample {
  readonly confidence: number;
  readonly right: boolean;
}

interface Block {
  readonly least: number;
  readonly most: number;
  readonly right: number;
  readonly count: number;
}

/** Half the height that a block keeps, so that the map stays strictly increasing and can be run backwards. */
const TILT = 0.005;

/** A share that a few samples more would hardly move (Laplace's rule: one right and one wrong are added). */
const share = ({ right, count }: Block): number => (right + 1) / (count + 2);

/**
 * Isotonic regression by pooling adjacent violators (Ayer et al. 1955) over blocks of at least `enough` samples.
 * @returns knots of a strictly increasing piecewise-linear map from [0, 0] to [1, 0.99]: two for each block, nearly level
 */
export function fitIsotonic(samples: readonly Sample[], enough = 20): readonly Knot[] {
  const pooled: Block[] = [];
  for (const block of blocksOf(samples, enough)) {
    pooled.push(block);
    for (let last = pooled.at(-1), before = pooled.at(-2); last && before && share(before) + 4 * TILT >= share(last); last = pooled.at(-1), before = pooled.at(-2)) {
      pooled.splice(-2, 2, joined(before, last));
    }
  }
  const knots = pooled.flatMap((block): Knot[] => {
    const right = Math.min(share(block), 0.98);
    return block.least === block.most ? [[block.least, hundredths(right)]] : [[block.least, hundredths(right - TILT)], [block.most, hundredths(right + TILT)]];
  });
  return [[0, 0], ...knots.filter(([own]) => own > 0 && own < 1), [1, 0.99]];
}

const hundredths = (value: number): number => Math.round(value * 100 + 1e-9) / 100;
const joined = (a: Block, b: Block): Block => ({ least: Math.min(a.least, b.least), most: Math.max(a.most, b.most), right: a.right + b.right, count: a.count + b.count });

/** Samples of one figure stay together; neighbours join until there are enough. */
function blocksOf(samples: readonly Sample[], enough: number): readonly Block[] {
  const byFigure = new Map<number, Block>();
  for (const { confidence, right } of samples) {
    const one: Block = { least: confidence, most: confidence, right: Number(right), count: 1 };
    const block = byFigure.get(confidence);
    byFigure.set(confidence, block ? joined(block, one) : one);
  }
  const blocks: Block[] = [];
  for (const [, block] of [...byFigure].sort(([a], [b]) => a - b)) {
    const last = blocks.at(-1);
    if (last && last.count < enough) blocks.splice(-1, 1, joined(last, block));
    else blocks.push(block);
  }
  const [before, last] = blocks.slice(-2);
  if (before && last && last.count < enough) blocks.splice(-2, 2, joined(before, last));
  return blocks;
}

/** What `calibrated` was given for a figure that it made: the map run backwards. */
export function uncalibrated(value: number, knots: readonly Knot[]): number {
  const above = knots.findIndex(([, y]) => y >= value);
  const [x1, y1] = knots[above < 0 ? knots.length - 1 : above] ?? [1, 1];
  const [x0, y0] = knots[Math.max(0, above < 0 ? knots.length - 1 : above - 1)] ?? [0, 0];
  return Math.round((y1 === y0 ? x1 : x0 + ((value - y0) / (y1 - y0)) * (x1 - x0)) * 1000) / 1000;
}
