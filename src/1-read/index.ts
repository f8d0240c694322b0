// Inputs of every kind → stories with cleaned text, in a stream.

export { readStories, type ReadOptions } from './read-stories.ts';
export type { Notice } from './notice.ts';
export { pathWithin, sourceName } from './source-name.ts';
export { parseDate } from './date.ts';
export { makeStory } from './story.ts';
export { expandInputs, type Place } from './paths.ts';
export type { Draft } from './draft.ts';
export { finishStory } from './finish-story.ts';
export { collectBody, textOfBody } from './body.ts';
export { charsetOf, failureOf as fetchFailure } from './fetch.ts';
