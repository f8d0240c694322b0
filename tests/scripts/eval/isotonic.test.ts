import { describe, expect, it } from 'vitest';
import { fitIsotonic, uncalibrated, type Sample } from '../../../scripts/eval/isotonic.ts';
import { binsOf, calibrationError } from '../../../scripts/eval/reliability.ts';
import { calibrated } from '../../../src/6-relate/calibration.ts';

const samples = (confidence: number, right: number, count: number): readonly Sample[] => Array.from({ length: count }, (_, i) => ({ confidence, right: i < right }));

describe('fitIsotonic', () => {
  it('gives each figure its share where the shares rise', () => {
    expect(fitIsotonic([...samples(0.5, 48, 98), ...samples(0.8, 73, 98)])).toEqual([[0, 0], [0.5, 0.49], [0.8, 0.74], [1, 0.99]]);
  });

  it('pools neighbours whose shares fall, nearly level over them', () => {
    expect(fitIsotonic([...samples(0.5, 60, 98), ...samples(0.6, 37, 98), ...samples(0.8, 88, 98)])).toEqual([[0, 0], [0.5, 0.49], [0.6, 0.5], [0.8, 0.89], [1, 0.99]]);
  });

  it('joins figures that few samples have to their neighbours', () => {
    const knots = fitIsotonic([...samples(0.4, 0, 2), ...samples(0.5, 30, 46), ...samples(0.9, 1, 1)]);
    expect(knots.map(([own]) => own)).toEqual([0, 0.4, 0.9, 1]);
  });

  it('gives a map that runs backwards', () => {
    const knots = fitIsotonic([...samples(0.5, 60, 98), ...samples(0.6, 38, 98), ...samples(0.8, 88, 98), ...samples(0.95, 98, 98)]);
    for (let own = 0; own <= 100; own += 5) expect(uncalibrated(calibrated(own / 100, knots), knots)).toBeCloseTo(own / 100, 6);
  });
});

describe('reliability', () => {
  const given = [...samples(0.8, 3, 4), ...samples(0.84, 2, 2), ...samples(0.3, 0, 2), ...samples(1, 1, 1)];

  it('sorts by tenths, the last with both ends', () => {
    expect(binsOf(given).map(({ from, count }) => [from, count])).toEqual([[0.3, 2], [0.8, 6], [0.9, 1]]);
    expect(binsOf(given)[1]?.precision).toBeCloseTo(5 / 6, 10);
    expect(binsOf(given)[1]?.confidence).toBeCloseTo((4 * 0.8 + 2 * 0.84) / 6, 10);
  });

  it('takes the mean distance of confidence and precision', () => {
    expect(calibrationError(given)).toBeCloseTo((Math.abs(5 - 4.88) + Math.abs(0 - 0.6) + 0) / 9, 10);
    expect(calibrationError(samples(0.75, 3, 4))).toBe(0);
  });
});
