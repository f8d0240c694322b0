export { useVocabulary } from './apply.ts';
export { parseVocabulary, readVocabulary } from './read.ts';
export type { Vocabulary } from './schema.ts';
