import type { StoryStore } from '../project/index.ts';
import type { Clock } from './clock.ts';
import type { FeedStates } from './feed-state.ts';
import type { PoliteClient } from './polite-client.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What reading feeds takes. */
export interface FeedTools {
  readonly client: PoliteClient;
  readonly clock: Clock;
  readonly stories: StoryStore;
  readonly subscriptions: Subscriptions;
  readonly states: FeedStates;
  /** Names of the pages that the project's feeds have brought. */
  readonly knownPages: Set<string>;
  /** Milliseconds between two polls of a feed, at least. */
  readonly interval: number;
  /** Whether the pages of items with a summary are fetched. */
  readonly pages: boolean;
}
