// Threads have a lexicon each: the words must reach every one of them.

import { expect, it } from 'vitest';
import { makeStory } from '../../src/1-read/index.ts';
import type { Story } from '../../src/model/story.ts';
import { extractAll } from '../../src/pool/index.ts';
import { readVocabulary } from '../../src/vocabulary/index.ts';

async function* stories(): AsyncGenerator<Story> {
  for (const country of ['Norway', 'Kenya', 'Panama', 'Peru']) yield makeStory({ text: `Kestrel Freight lobbied ${country}.`, where: 'text' }, 'text', undefined);
}

it('every thread reads own types', async () => {
  const vocabulary = readVocabulary(new URL('shipping.yaml', import.meta.url).pathname);
  const targets: string[] = [];
  for await (const outcome of extractAll(stories(), { workers: 2, threadsFrom: 1, vocabulary })) {
    if ('extraction' in outcome) targets.push(...outcome.extraction.relations.filter(({ type }) => String(type) === 'LOBBIED').map(({ target }) => target));
  }
  expect(targets.sort()).toEqual(['country:KE', 'country:NO', 'country:PA', 'country:PE']);
}, 60_000);
