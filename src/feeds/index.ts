// The feeds of a project, read politely: what is new in them becomes stories.

export type { Clock } from './clock.ts';
export { Interrupted } from './failure.ts';
export { FeedReader, INTERVAL, type FeedOptions, type SubscribeOutcome } from './feed-reader.ts';
export type { PollReport } from './poll.ts';
export { sourceOf, Subscriptions, type Subscription } from './subscriptions.ts';
export { unsubscribe } from './unsubscribe.ts';
export { watchFeeds, type WatchOptions } from './watch.ts';
