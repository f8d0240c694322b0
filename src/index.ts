// The library: stories in, typed statements and graphs out. The command line is built on the same pieces.

import { layout } from '../graph/layout.ts';
import { createMerger } from '../graph/merge.ts';
import type { DragomanGraph } from '../graph/schema.ts';
import { makeStory } from './1-read/index.ts';
import { createParser, type Parser } from './2-parse/index.ts';
import { DragomanError } from './errors.ts';
import { extractParsed } from './extract.ts';
import type { Extraction } from './model/extraction.ts';
import type { Story } from './model/story.ts';

export { readStories, type Notice, type ReadOptions } from './1-read/index.ts';
export { createParser, type Parser, type ParserOptions } from './2-parse/index.ts';
export { readGraph, writeGraph } from '../graph/file.ts';
export { createMerger, type Merger } from '../graph/merge.ts';
export { layout } from '../graph/layout.ts';
export type { DragomanGraph, EdgeAttributes, GraphAttributes, NodeAttributes, StoryRecord } from '../graph/schema.ts';
export { LlmReader, type LlmMode, type LlmOptions, type LlmUsage } from './llm/index.ts';
export { parseVocabulary, readVocabulary, useVocabulary, type Vocabulary } from './vocabulary/index.ts';
export { DragomanError, type ErrorCode } from './errors.ts';
export type { Entity, Role } from './model/entity.ts';
export type { EndMention, Evidence, Modality, Polarity, TextSpan } from './model/evidence.ts';
export type { Extraction, LinkedMention, Relation } from './model/extraction.ts';
export type { Story } from './model/story.ts';
export { EDGE_TYPES, NODE_TYPES, type EdgeClass, type EdgeType, type NodeType } from './model/vocabulary.ts';

/** A story as a program has it: its text, and what is known of it. `id` is made from the text where it is absent. */
export interface StoryInput extends Partial<Pick<Story, 'id' | 'title' | 'outlet' | 'author' | 'published' | 'url'>> {
  readonly text: string;
}

export interface ExtractOptions {
  /** A parser of the caller's own; else one that all calls share, loaded by the first. */
  readonly parser?: Parser;
}

let shared: Promise<Parser> | undefined;

/**
 * Reads one story: its entities and who did what to whom, each statement with its sentence. A text or `StoryInput` is
 * cleaned first (captions, credits and the like leave it), so that offsets are into the `story.text` of the answer; a
 * `Story` of `readStories` is taken as it is.
 * @throws DragomanError E_EMPTY where no text is left, E_MODEL where the language model cannot be loaded.
 */
export async function extract(input: string | StoryInput | Story, options: ExtractOptions = {}): Promise<Extraction> {
  const story = storyOf(input);
  const parser = options.parser ?? await (shared ??= createParser());
  return extractParsed(await parser.parse(story));
}

/**
 * Folds stories into one graph with a layout; the order of the stories makes no difference, the same text counts once.
 * Takes what `extract` takes, or the extractions themselves; the stories may come as a stream, as from `readStories`.
 */
export async function buildGraph(
  stories: Iterable<string | StoryInput | Story | Extraction> | AsyncIterable<string | StoryInput | Story | Extraction>, options: ExtractOptions = {},
): Promise<DragomanGraph> {
  const merger = createMerger();
  for await (const one of stories) merger.add(typeof one === 'object' && 'relations' in one ? one : await extract(one, options));
  const graph = merger.build();
  layout(graph);
  return graph;
}

function storyOf(input: string | StoryInput | Story): Story {
  if (typeof input === 'object' && 'sha256' in input) return input;
  const draft = typeof input === 'string' ? { text: input } : input;
  const story = makeStory({ ...draft, where: 'text' }, 'text', undefined);
  if (story.text === '') throw new DragomanError('E_EMPTY', { what: draft.id ?? 'text' });
  return story;
}
