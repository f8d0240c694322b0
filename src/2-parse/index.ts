export { createParser, type Analysis, type Parser, type ParserOptions } from './parser.ts';
export { sentenceSpans, type SentenceSpan } from './sentences.ts';
export type { RuntimeName } from './session.ts';
export { wordSpans, type WordSpan } from './tokens.ts';
