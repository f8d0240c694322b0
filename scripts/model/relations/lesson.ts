import type { Token } from '../../../src/model/sentence.ts';
import type { WordPiece } from '../../../src/2-parse/wordpiece.ts';

/** A mention as the relation head sees it; `entities` number those of the sentence that it stands for. */
export interface LessonMention {
  readonly token: number;
  readonly type: string;
  readonly form: string;
  readonly entities: readonly number[];
}

/** Indices of mentions; `trigger` is the word that names the relation where a rule reads it too, else -1. */
export type LessonEdge = readonly [source: number, type: string, target: number, trigger: number];

/** A sentence with its relations as train.py reads it: one line of JSON. */
export function lesson(pieces: WordPiece, story: string, tokens: readonly Token[], mentions: readonly LessonMention[], edges: readonly LessonEdge[]): string {
  return JSON.stringify({
    story, ...pieces.encode(tokens.map(({ text }) => text)),
    words: tokens.map(({ text }) => text), heads: tokens.map(({ head }) => head), relations: tokens.map(({ deprel }) => deprel),
    mentions, edges,
  });
}
