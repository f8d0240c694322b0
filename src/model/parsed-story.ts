import type { Sentence } from './sentence.ts';
import type { Story } from './story.ts';

/** What `src/2-parse` gives. */
export interface ParsedStory {
  readonly story: Story;
  readonly sentences: readonly Sentence[];
}
