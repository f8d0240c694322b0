import type { Evidence, Modality, Polarity, TextSpan } from '../model/evidence.ts';
import type { Relation } from '../model/extraction.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Tree } from '../model/tree.ts';
import { EDGE_TYPES, type EdgeType } from '../model/vocabulary.ts';
import { calibrated } from './calibration.ts';
import type { End } from './ends.ts';

/** Everything about one statement except its place in the contract's records. */
export interface Statement {
  readonly type: EdgeType;
  readonly source: End;
  readonly target: End;
  /** Token span of the words that name the relation. */
  readonly first: number;
  readonly last: number;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly attributedTo: readonly string[];
  readonly outlets?: readonly string[];
  readonly rule: string;
  readonly confidence: number;
  readonly titles?: readonly string[];
  readonly date?: string;
  readonly dateText?: string;
  readonly place?: string;
}

/** Writes a statement as a relation with its sentence as evidence; a symmetric one from the smaller key to the larger. */
export function toRelation(story: LinkedStory, tree: Tree, statement: Statement): Relation {
  const { type, polarity, modality } = statement;
  const swap = EDGE_TYPES[type].symmetric && statement.source.key > statement.target.key;
  const [source, target] = swap ? [statement.target, statement.source] : [statement.source, statement.target];
  const sentence = tree.sentence;
  const evidence: Evidence = {
    story: story.story.id, sentence: sentence.index, start: sentence.start, end: sentence.end, text: sentence.text,
    trigger: spanOf(tree, statement.first, statement.last),
    sourceMention: endMention(story, source), targetMention: endMention(story, target),
    attributedTo: statement.attributedTo,
    ...(statement.outlets?.length ? { outlets: statement.outlets } : {}),
    ...(statement.date ? { date: statement.date } : {}), ...(statement.dateText ? { dateText: statement.dateText } : {}),
    ...(statement.place ? { place: statement.place } : {}),
    rule: statement.rule, confidence: calibrated(statement.confidence),
  };
  return { source: source.key, target: target.key, type, polarity, modality, evidence, ...(statement.titles?.length ? { titles: statement.titles } : {}) };
}

function spanOf(tree: Tree, first: number, last: number): TextSpan {
  return { text: tree.textOf(first, last), start: tree.at(first).start, end: tree.at(last - 1).end };
}

function endMention(story: LinkedStory, end: End): Evidence['sourceMention'] {
  const { text, start, end: stop, form } = end.mention;
  const label = story.entities.get(end.key)?.label;
  return { text, start, end: stop, ...(form !== 'name' && label && label !== text ? { resolved: label } : {}) };
}
