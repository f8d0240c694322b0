import { describe, expect, it } from 'vitest';
import { CALIBRATION, calibrated, type Knot } from '../../src/6-relate/calibration.ts';

describe('calibrated', () => {
  it('gives a knot its share and what lies between two of them a share in proportion', () => {
    const knots: readonly Knot[] = [[0, 0], [0.5, 0.4], [0.9, 0.8], [1, 1]];
    expect(calibrated(0.5, knots)).toBe(0.4);
    expect(calibrated(0.7, knots)).toBeCloseTo(0.6, 10);
    expect(calibrated(0.95, knots)).toBeCloseTo(0.9, 10);
    expect([calibrated(0, knots), calibrated(1, knots)]).toEqual([0, 1]);
  });

  it('keeps to the ends of the map outside of it', () => {
    expect(calibrated(1.5, [[0.2, 0.3], [0.8, 0.7]])).toBeCloseTo(0.7, 10);
    expect(calibrated(0.1, [[0.2, 0.3], [0.8, 0.7]])).toBeCloseTo(0.3, 10);
  });

  it('keeps the order of the rules: a surer one stays surer', () => {
    const shares = Array.from({ length: 101 }, (_, i) => calibrated(i / 100));
    for (const [i, share] of shares.entries()) if (i) expect(share).toBeGreaterThan(shares[i - 1] as number);
    expect(shares[0]).toBeGreaterThanOrEqual(0);
    expect(shares[100]).toBeLessThan(1);
    expect(CALIBRATION.map(([own]) => own)).toEqual(CALIBRATION.map(([own]) => own).toSorted((a, b) => a - b));
  });
});
