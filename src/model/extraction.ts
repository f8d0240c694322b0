import type { Entity } from './entity.ts';
import type { Evidence, Modality, Polarity } from './evidence.ts';
import type { Story } from './story.ts';
import type { EdgeType } from './vocabulary.ts';

/** One statement of one sentence; `graph/merge` folds those that agree into an edge. */
export interface Relation {
  /** Entity keys; a symmetric type runs from the smaller key to the larger. */
  readonly source: string;
  readonly target: string;
  readonly type: EdgeType;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly evidence: Evidence;
  /** For HOLDS_ROLE_IN: the offices as written. */
  readonly titles?: readonly string[];
}

/** Where a story mentions an entity: the viewer marks these in the text. */
export interface LinkedMention {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
}

/** All that one story gives, independent of every other story. */
export interface Extraction {
  readonly story: Story;
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
  readonly mentions: readonly LinkedMention[];
  /** Start and end of each sentence in the story's text. */
  readonly sentences?: readonly (readonly [start: number, end: number])[];
}
