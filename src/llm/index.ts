export type { Clock } from './chat.ts';
export type { LlmMode } from './merge.ts';
export { LlmReader, type LlmOptions, type LlmUsage } from './reader.ts';
