// A folder that keeps its stories and what they gave, so that a build reads only what is new.

export { extractProject, type ExtractProjectOptions, type FurtherReader, type ProjectOutcome } from './extract-project.ts';
export { findProject, initProject, nameInProject, type Project } from './folder.ts';
export { JsonFiles, keyOf } from './json-files.ts';
export { lockProject, type ProjectLock } from './lock.ts';
export { StoryStore } from './story-store.ts';
