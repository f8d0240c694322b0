import type { EndMention, Evidence, TextSpan } from '../src/model/evidence.ts';
import type { Relation } from '../src/model/extraction.ts';
import { EDGE_TYPES } from '../src/model/vocabulary.ts';
import { agreement, oneASentence, seen, statusOf } from './edge-evidence.ts';
import type { EdgeAttributes } from './schema.ts';
import { Counts } from './tally.ts';

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

/** A relation with the id that its story has in the graph. */
export interface Statement {
  readonly story: string;
  readonly relation: Relation;
}

/** What statements of one edge say: a sentence once, and the offices that they name, as often as they do. */
export function sayingsOf(statements: readonly Statement[]): { evidence: Evidence[]; titles: string[] } {
  return {
    evidence: oneASentence(statements.map(({ relation, story }) => record(relation.evidence, story))),
    titles: statements.flatMap(({ relation }) => [...new Set(relation.titles)]),
  };
}

/** One edge of all statements that share its key. `disputed` is told apart later, when every edge is known. */
export function mergeEdge(statements: readonly [Statement, ...Statement[]]): EdgeAttributes {
  const { type, polarity, modality } = statements[0].relation;
  const { evidence, titles } = sayingsOf(statements);
  return {
    type,
    polarity,
    modality,
    ...(EDGE_TYPES[type].symmetric ? { symmetric: true } : {}),
    weight: evidence.length,
    confidence: agreement(evidence),
    status: statusOf(evidence),
    ...(titles.length ? { titles: Counts.of(titles).rankedFolded() } : {}),
    ...seen(evidence),
    evidence,
  };
}
