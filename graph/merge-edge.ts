import type { EndMention, Evidence, TextSpan } from '../src/model/evidence.ts';
import type { Relation } from '../src/model/extraction.ts';
import { EDGE_TYPES } from '../src/model/vocabulary.ts';
import { dateEnds, periodOf } from './dates.ts';
import { byCodeUnit } from './keys.ts';
import type { EdgeAttributes } from './schema.ts';
import { byFrequencyFolded } from './tally.ts';

const MOST_SURE = 0.99;
const round6 = (value: number): number => Math.round(value * 1e6) / 1e6;

/** A relation with its ends in the stored order: symmetric types run from the smaller key to the larger. */
export function oriented(relation: Relation): Relation {
  if (!EDGE_TYPES[relation.type].symmetric || relation.source <= relation.target) return relation;
  const { sourceMention, targetMention, ...rest } = relation.evidence;
  return {
    ...relation,
    source: relation.target,
    target: relation.source,
    evidence: { ...rest, sourceMention: targetMention, targetMention: sourceMention },
  };
}

const span = ({ text, start, end }: TextSpan): TextSpan => ({ text, start, end });
const endMention = (mention: EndMention): EndMention =>
  mention.resolved === undefined ? span(mention) : { ...span(mention), resolved: mention.resolved };

/** The evidence as the file has it: fields in one order, empty ones left out. */
function record(evidence: Evidence, story: string): Evidence {
  const { answers, outlets, date, dateText, place } = evidence;
  return {
    story,
    sentence: evidence.sentence,
    start: evidence.start,
    end: evidence.end,
    text: evidence.text,
    trigger: span(evidence.trigger),
    sourceMention: endMention(evidence.sourceMention),
    targetMention: endMention(evidence.targetMention),
    attributedTo: [...evidence.attributedTo],
    ...(answers === undefined ? {} : { answers }),
    ...(outlets?.length ? { outlets: [...new Set(outlets)] } : {}),
    ...(date === undefined ? {} : { date }),
    ...(dateText === undefined ? {} : { dateText }),
    ...(place === undefined ? {} : { place }),
    rule: evidence.rule,
    confidence: round6(evidence.confidence),
  };
}

function byPlace(a: Evidence, b: Evidence): number {
  return byCodeUnit(a.story, b.story) || a.sentence - b.sentence || a.start - b.start
    || a.trigger.start - b.trigger.start || a.trigger.end - b.trigger.end
    || byCodeUnit(JSON.stringify(a), JSON.stringify(b));
}

/** One item for a sentence and its chain of claimants; of several, the surest. */
function oneASentence(all: readonly Evidence[]): Evidence[] {
  const best = new Map<string, Evidence>();
  for (const item of all.toSorted(byPlace)) {
    const id = JSON.stringify([item.story, item.sentence, item.attributedTo, item.answers ?? '']);
    const other = best.get(id);
    if (!other || item.confidence > other.confidence) best.set(id, item);
  }
  return [...best.values()].sort(byPlace);
}

/** Independent items agree: one minus the product of the doubts (noisy-or), never quite certain. */
function agreement(evidence: readonly Evidence[]): number {
  const doubt = evidence.reduce((product, item) => product * (1 - item.confidence), 1);
  return round6(Math.min(MOST_SURE, 1 - doubt));
}

/** Earliest and latest date, each as precise as the text gave it. */
function seen(evidence: readonly Evidence[]): { firstSeen?: string; lastSeen?: string } {
  const dates = evidence.flatMap(({ date }) => (date !== undefined && periodOf(date) ? dateEnds(date) : []));
  if (!dates.length) return {};
  const start = (date: string): string => periodOf(date)?.start ?? date;
  const end = (date: string): string => periodOf(date)?.end ?? date;
  const first = dates.toSorted((a, b) => byCodeUnit(start(a), start(b)) || b.length - a.length)[0];
  const last = dates.toSorted((a, b) => byCodeUnit(end(b), end(a)) || b.length - a.length)[0];
  return { firstSeen: first as string, lastSeen: last as string };
}

/** A relation with the id that its story has in the graph. */
export interface Statement {
  readonly story: string;
  readonly relation: Relation;
}

/** One edge of all statements that share its key. `disputed` is told apart later, when every edge is known. */
export function mergeEdge(statements: readonly [Statement, ...Statement[]]): EdgeAttributes {
  const { type, polarity, modality } = statements[0].relation;
  const evidence = oneASentence(statements.map(({ relation, story }) => record(relation.evidence, story)));
  const titles = byFrequencyFolded(statements.flatMap(({ relation }) => [...new Set(relation.titles)]));
  return {
    type,
    polarity,
    modality,
    ...(EDGE_TYPES[type].symmetric ? { symmetric: true } : {}),
    weight: evidence.length,
    confidence: agreement(evidence),
    status: evidence.some((item) => !item.attributedTo.length) ? 'reported' : 'claimed',
    ...(titles.length ? { titles } : {}),
    ...seen(evidence),
    evidence,
  };
}
