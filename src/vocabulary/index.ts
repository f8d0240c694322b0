export { useVocabulary } from './apply.ts';
export { examplesOf, readExample, type Example, type ExampleOutcome } from './examples.ts';
export { parseVocabulary, readVocabulary } from './read.ts';
export type { Vocabulary } from './schema.ts';
