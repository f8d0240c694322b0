// What an edge's evidence says together: used where stories meet, and where a correction joins two nodes.

import type { Evidence } from '../src/model/evidence.ts';
import { dateEnds, periodOf } from './dates.ts';
import { byCodeUnit } from './keys.ts';
import type { EdgeStatus } from './schema.ts';

const MOST_SURE = 0.99;
const round6 = (value: number): number => Math.round(value * 1e6) / 1e6;

function byPlace(a: Evidence, b: Evidence): number {
  return byCodeUnit(a.story, b.story) || a.sentence - b.sentence || a.start - b.start
    || a.trigger.start - b.trigger.start || a.trigger.end - b.trigger.end
    || byCodeUnit(JSON.stringify(a), JSON.stringify(b));
}

/** One item for a sentence and its chain of claimants; of several, the surest. */
export function oneASentence(all: readonly Evidence[]): Evidence[] {
  const best = new Map<string, Evidence>();
  for (const item of all.toSorted(byPlace)) {
    const id = JSON.stringify([item.story, item.sentence, item.attributedTo, item.answers ?? '']);
    const other = best.get(id);
    if (!other || item.confidence > other.confidence) best.set(id, item);
  }
  return [...best.values()].sort(byPlace);
}

/** Independent items agree: one minus the product of the doubts (noisy-or), never quite certain. */
export function agreement(evidence: readonly Evidence[]): number {
  const doubt = evidence.reduce((product, item) => product * (1 - item.confidence), 1);
  return round6(Math.min(MOST_SURE, 1 - doubt));
}

/** Earliest and latest date, each as precise as the text gave it. */
export function seen(evidence: readonly Evidence[]): { firstSeen?: string; lastSeen?: string } {
  const dates = evidence.flatMap(({ date }) => (date !== undefined && periodOf(date) ? dateEnds(date) : []));
  if (!dates.length) return {};
  const start = (date: string): string => periodOf(date)?.start ?? date;
  const end = (date: string): string => periodOf(date)?.end ?? date;
  const first = dates.toSorted((a, b) => byCodeUnit(start(a), start(b)) || b.length - a.length)[0];
  const last = dates.toSorted((a, b) => byCodeUnit(end(b), end(a)) || b.length - a.length)[0];
  return { firstSeen: first as string, lastSeen: last as string };
}

/** `claimed` where no reporter says it in his own voice. `disputed` is told apart elsewhere, over all edges. */
export function statusOf(evidence: readonly Evidence[]): EdgeStatus {
  return evidence.some((item) => !item.attributedTo.length) ? 'reported' : 'claimed';
}
