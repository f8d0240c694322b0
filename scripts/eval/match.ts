import { readingsOf, type GoldEdge } from './gold.ts';
import { fits, samePolarity, type PredictedEdge } from './predicted.ts';

/** Which gold edge each edge of the graph stands for, one to one. */
export interface Matching {
  /** For each gold edge the edge that fits it. */
  readonly of: readonly (PredictedEdge | undefined)[];
  /** Edges that fit a matched gold edge a second time, as with another modality: no error, no merit. */
  readonly again: ReadonlySet<PredictedEdge>;
  /** Edges that fit nothing. */
  readonly extra: readonly PredictedEdge[];
}

/** Greedy in the gold's order: the same type first, then (`loose`) the same class; the same polarity before the other. */
export function matchEdges(gold: readonly GoldEdge[], predicted: readonly PredictedEdge[], loose: boolean): Matching {
  const used = new Set<PredictedEdge>();
  const of: (PredictedEdge | undefined)[] = gold.map(() => undefined);
  for (const anyOfClass of loose ? [false, true] : [false]) {
    gold.forEach((edge, index) => {
      if (of[index]) return;
      const fitting = predicted.filter((one) => !used.has(one) && readingsOf(edge).some((reading) => fits(one, reading, anyOfClass)));
      const best = fitting.find((one) => samePolarity(one, edge)) ?? fitting[0];
      if (!best) return;
      used.add(best);
      of[index] = best;
    });
  }
  const left = predicted.filter((one) => !used.has(one));
  const again = new Set(left.filter((one) => gold.some((edge, index) => of[index] && samePolarity(one, edge) && readingsOf(edge).some((reading) => fits(one, reading, loose)))));
  return { of, again, extra: left.filter((one) => !again.has(one)) };
}
