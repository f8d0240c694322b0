/** A point of a piecewise-linear map: a rule's own figure, and the share of such statements that are right. */
export type Knot = readonly [own: number, right: number];

/**
 * Measured on annotated news stories, some 1,100 statements read from a hundred of them, each right where the annotation
 * has the same edge or allows it: isotonic regression of that on the rules' own figures. It must rise strictly, so that
 * a measurement can get the rules' figures back; `npm run eval -- --calibrate` fits it anew.
 */
export const CALIBRATION: readonly Knot[] = [
  [0, 0], [0.35, 0.68], [0.65, 0.69], [0.7, 0.84], [0.75, 0.9], [0.85, 0.91], [0.9, 0.97], [0.95, 0.98], [1, 0.99],
];

/**
 * The share of statements that are right among those whose rule gives them this figure: monotone, piecewise linear.
 * @param own 0 to 1, the rule's or trigger's own figure
 */
export function calibrated(own: number, knots: readonly Knot[] = CALIBRATION): number {
  const above = knots.findIndex(([x]) => x >= own);
  const [x1, y1] = knots[above < 0 ? knots.length - 1 : above] ?? [1, 1];
  const [x0, y0] = knots[Math.max(0, above < 0 ? knots.length - 1 : above - 1)] ?? [0, 0];
  return x1 === x0 ? y1 : y0 + ((own - x0) / (x1 - x0)) * (y1 - y0);
}
