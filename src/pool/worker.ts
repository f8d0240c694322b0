// Entry of a worker thread: one model each, loaded by the first story.

import { Tinypool } from 'tinypool';
import { createParser, type Parser } from '../2-parse/index.ts';
import { extractParsed } from '../extract.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Story } from '../model/story.ts';
import { useVocabulary, type Vocabulary } from '../vocabulary/index.ts';

/** An extraction, or why this thread can make none. */
export type Answer = Extraction | { readonly modelError: string };

let loading: Promise<Parser | Error> | undefined;

/** Reads one story; what it throws reaches the caller as a plain Error with the same message. */
export async function extractStory(story: Story): Promise<Answer> {
  const parser = await (loading ??= load());
  return parser instanceof Error ? { modelError: parser.message } : extractParsed(await parser.parse(story));
}

/** Frees the model before the thread ends. */
export async function teardown(): Promise<void> {
  const parser = await loading;
  if (parser && !(parser instanceof Error)) await parser.dispose();
}

async function load(): Promise<Parser | Error> {
  try {
    const vocabulary = Tinypool.workerData as Vocabulary | undefined;
    if (vocabulary) useVocabulary(vocabulary);
    return await createParser();
  } catch (error) {
    const reason = error instanceof Error ? error.cause : error;
    return reason instanceof Error ? reason : new Error(String(reason));
  }
}
