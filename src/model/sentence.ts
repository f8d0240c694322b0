import type { PairScorer } from './pair-scorer.ts';

/** A syntactic word, in the Universal Dependencies tokenisation ("don't" is two). */
export interface Token {
  /** Place in the sentence, from 0. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lemma: string;
  /** Universal part of speech. */
  readonly upos: string;
  /** Penn Treebank tag. */
  readonly xpos: string;
  /** UD features, "Number=Sing|Person=3", or "_". */
  readonly feats: string;
  /** Index of the head in the sentence, -1 for the root. */
  readonly head: number;
  /** Universal dependency relation, with its subtype ("nsubj:pass"). */
  readonly deprel: string;
}

/** A run of tokens with an OntoNotes type (PERSON, NORP, FAC, ORG, GPE, LOC, EVENT, DATE, …). */
export interface NamedSpan {
  readonly first: number;
  /** One past the last token. */
  readonly last: number;
  readonly label: string;
}

export interface Sentence {
  /** Place in the story, from 0. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Place of its paragraph in the story, from 0: a line of the cleaned text is one. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  readonly spans: readonly NamedSpan[];
  /** What the model reads between two words; absent where it has no relation head. */
  readonly pairs?: PairScorer;
}
