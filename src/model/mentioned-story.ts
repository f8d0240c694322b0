import type { Mention } from './mention.ts';
import type { ParsedStory } from './parsed-story.ts';
import type { Tree } from './tree.ts';

/** What `src/3-mention` gives. */
export interface MentionedStory extends ParsedStory {
  /** One a sentence. */
  readonly trees: readonly Tree[];
  /** In order of sentence and first token; `mentions[i].id === i`. */
  readonly mentions: readonly Mention[];
}

/** What `src/4-coref` gives: mentions that stand for the same thing share a cluster. */
export interface ResolvedStory extends MentionedStory {
  readonly clusters: readonly Cluster[];
  /** For each mention its clusters: one, several ("the two countries"), or none where it stayed open. */
  readonly clustersOf: readonly (readonly number[])[];
}

export interface Cluster {
  readonly id: number;
  readonly mentions: readonly number[];
}
