import { agreement } from '../../graph/edge-evidence.ts';
import { CALIBRATION, calibrated, type Knot } from '../../src/6-relate/calibration.ts';
import { fitIsotonic, uncalibrated, type Sample } from './isotonic.ts';
import { table } from './report.ts';
import type { Judgement } from './score.ts';

const BINS = 10;
const FOLDS = 5;

export interface Bin {
  readonly from: number;
  readonly count: number;
  readonly confidence: number;
  readonly precision: number;
}

/** Samples by tenths of confidence, empty bins left out. */
export function binsOf(samples: readonly Sample[]): readonly Bin[] {
  return Array.from({ length: BINS }, (_, index) => index).flatMap((index) => {
    const own = samples.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS + 1e-9)) === index);
    if (!own.length) return [];
    const mean = (of: (sample: Sample) => number): number => own.reduce((sum, sample) => sum + of(sample), 0) / own.length;
    return [{ from: index / BINS, count: own.length, confidence: mean((one) => one.confidence), precision: mean((one) => Number(one.right)) }];
  });
}

/** Expected calibration error: the mean distance of confidence and precision over the bins (Naeini et al. 2015). */
export function calibrationError(samples: readonly Sample[]): number {
  return binsOf(samples).reduce((sum, bin) => sum + (bin.count / samples.length) * Math.abs(bin.confidence - bin.precision), 0);
}

/** What the rules gave before calibration, a sample each sentence that states an edge. */
export function ownFigures(judgements: readonly Judgement[]): readonly Sample[] {
  return judgements.flatMap(({ edge, right }) => edge.evidence.map(({ confidence }) => ({ confidence: uncalibrated(confidence, CALIBRATION), right })));
}

/** Statements as a given map would have them. */
function statementsUnder(judgements: readonly Judgement[], knots: readonly Knot[]): readonly Sample[] {
  return ownFigures(judgements).map(({ confidence, right }) => ({ confidence: calibrated(confidence, knots), right }));
}

/** Edges as merging makes them of their sentences, under a given map. */
function edgesUnder(judgements: readonly Judgement[], knots: readonly Knot[]): readonly Sample[] {
  return judgements.map(({ edge, right }) => {
    const evidence = edge.evidence.map((item) => ({ ...item, confidence: calibrated(uncalibrated(item.confidence, CALIBRATION), knots) }));
    return { confidence: agreement(evidence), right };
  });
}

/** Each fifth of the stories under the map that the others give: what to expect of text that nobody fitted to. */
function crossed(judgements: readonly Judgement[]): readonly Sample[] {
  const stories = [...new Set(judgements.map(({ story }) => story))];
  const fold = ({ story }: Judgement): number => stories.indexOf(story) % FOLDS;
  return Array.from({ length: FOLDS }, (_, own) => own).flatMap((own) => {
    const knots = fitIsotonic(ownFigures(judgements.filter((one) => fold(one) !== own)));
    return edgesUnder(judgements.filter((one) => fold(one) === own), knots);
  });
}

const IDENTITY: readonly Knot[] = [[0, 0], [1, 1]];

/** Reliability before and after calibration, of statements and of merged edges. */
export function reliabilityTables(judgements: readonly Judgement[]): string {
  const edges: readonly Sample[] = judgements.map(({ edge, right }) => ({ confidence: edge.confidence, right }));
  const several = judgements.filter(({ edge }) => edge.evidence.length > 1).map(({ edge, right }) => ({ confidence: edge.confidence, right }));
  const error = (samples: readonly Sample[]): string => calibrationError(samples).toFixed(3);
  return [
    side('edges', edgesUnder(judgements, IDENTITY), edges), '',
    side('statements (one sentence each)', statementsUnder(judgements, IDENTITY), statementsUnder(judgements, CALIBRATION)), '',
    `Expected calibration error of edges: ${error(edgesUnder(judgements, IDENTITY))} before, ${error(edges)} after, ${error(crossed(judgements))} where each fifth of the`,
    'stories is judged by a map fitted to the others.',
    ...(several.length ? [`Edges that several sentences state: ${several.length}, mean confidence ${mean(several, (one) => one.confidence)}, right ${mean(several, (one) => Number(one.right))}.`] : []),
  ].join('\n');
}

const mean = (samples: readonly Sample[], of: (sample: Sample) => number): string => (samples.reduce((sum, one) => sum + of(one), 0) / samples.length).toFixed(3);

function side(what: string, before: readonly Sample[], after: readonly Sample[]): string {
  const [first, second] = [binsOf(before), binsOf(after)];
  const cells = (bin: Bin | undefined): readonly string[] => (bin ? [String(bin.count), bin.confidence.toFixed(2), bin.precision.toFixed(2)] : ['0', '–', '–']);
  const starts = [...new Set([...first, ...second].map(({ from }) => from))].sort((a, b) => a - b);
  return table(
    [`confidence of ${what}`, 'before', 'mean', 'right', 'after', 'mean', 'right'],
    starts.map((from) => [`${from.toFixed(1)}–${(from + 1 / BINS).toFixed(1)}`, ...cells(first.find((bin) => bin.from === from)), ...cells(second.find((bin) => bin.from === from))]),
  );
}
