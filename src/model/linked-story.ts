import type { Entity } from './entity.ts';
import type { ResolvedStory } from './mentioned-story.ts';

/** What `src/5-link` gives: entities with stable keys, and which of them each mention stands for. */
export interface LinkedStory extends ResolvedStory {
  readonly entities: ReadonlyMap<string, Entity>;
  /** Entity keys of each mention: one, several ("the two countries"), or none. */
  readonly entitiesOf: readonly (readonly string[])[];
}
