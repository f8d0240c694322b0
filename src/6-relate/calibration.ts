/** A point of a piecewise-linear map: a rule's own figure, and the share of such statements that are right. */
export type Knot = readonly [own: number, right: number];

/**
 * Measured by reading: 180 statements drawn at random from the graph of 200 agency stories, each judged against its
 * sentence as right (1), arguable (a half) or wrong (0); rules' own figures against the share right, smoothed so that the
 * map rises strictly (a measurement can then get the rules' figures back). Against annotated stories the shares come out
 * higher, for there what an annotation leaves open is not counted: `npm run eval -- --calibrate` prints those.
 */
export const CALIBRATION: readonly Knot[] = [
  [0, 0], [0.35, 0.4], [0.5, 0.52], [0.65, 0.6], [0.7, 0.65], [0.75, 0.73], [0.8, 0.77], [0.85, 0.84], [0.9, 0.9], [0.95, 0.95], [1, 0.98],
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
