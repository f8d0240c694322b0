import type { MentionForm } from './mention.ts';
import type { EdgeType, NodeType } from './vocabulary.ts';

/** A mention as one end of a possible relation: where it hangs in the sentence, and what it is. */
export interface PairEnd {
  /** Index of its head token. */
  readonly token: number;
  readonly type: NodeType;
  readonly form: MentionForm;
}

/** A relation that a sentence may state between two mentions. */
export interface PairReading {
  readonly type: EdgeType;
  /** 0 to 1, as the model gives it; not calibrated. */
  readonly probability: number;
  /** The token that the model looked at most: as a rule the one that names the relation. */
  readonly trigger: number;
}

/** What is asked about a pair. */
export interface PairQuestion {
  /** How probable a reading must be to be told. */
  readonly least: number;
  /** The types that count. */
  readonly types: ReadonlySet<EdgeType>;
}

/** The relation head of the language model over one sentence. */
export interface PairScorer {
  /** The readings of a directed pair that the question asks for. */
  read(source: PairEnd, target: PairEnd, question: PairQuestion): readonly PairReading[];
}
