// Many stories at once: the graph is the same with any number of threads, and one failure stays one failure.

import { describe, expect, it } from 'vitest';
import { graphDocument } from '../../graph/json.ts';
import { createMerger } from '../../graph/merge.ts';
import { sourceOf } from '../../graph/source.ts';
import { makeStory, readStories } from '../../src/1-read/index.ts';
import type { Story } from '../../src/model/story.ts';
import { parseVocabulary } from '../../src/vocabulary/index.ts';
import { defaultWorkers, extractAll, type ExtractAllOptions, type Outcome } from '../../src/pool/index.ts';

const SAMPLES = ['samples/border-clash.html', 'samples/tehran-letters.md', 'samples/week.jsonl'];

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function samples(): Promise<Story[]> {
  return collect(readStories(SAMPLES, { onNotice: () => undefined }));
}

async function* stream(stories: readonly Story[]): AsyncGenerator<Story> {
  yield* stories;
}

async function outcomesOf(stories: readonly Story[], options: ExtractAllOptions): Promise<Outcome[]> {
  return collect(extractAll(stream(stories), options));
}

/** The graph file of the outcomes, and the number of failures. */
function graphOf(outcomes: readonly Outcome[]): { text: string; failed: readonly string[] } {
  const merger = createMerger();
  for (const outcome of outcomes) if ('extraction' in outcome) merger.add(outcome.extraction);
  const failed = outcomes.flatMap((outcome) => ('error' in outcome ? [outcome.story.id] : []));
  return { text: [...graphDocument(sourceOf(merger.build()))].join(''), failed };
}

describe('extractAll', () => {
  it('gives the same graph, byte for byte, with one thread and with two', async () => {
    const stories = await samples();
    const one = graphOf(await outcomesOf(stories, { workers: 1 }));
    const two = graphOf(await outcomesOf(stories, { workers: 2, threadsFrom: 1 }));
    expect(one.failed).toEqual([]);
    expect(two.text).toBe(one.text);
    expect(one.text).toContain('"edges"');
  }, 60_000);

  it.each([{ workers: 1 }, { workers: 2, threadsFrom: 1 }])('reads the other stories when one fails ($workers)', async (options) => {
    const stories = await samples();
    // A text that is no text makes the parser throw.
    const broken = { ...makeStory({ id: 'broken', text: 'Norway praised Kenya.', where: 'test' }, 'test', undefined), text: 7 as unknown as string };
    const outcomes = await outcomesOf([...stories.slice(0, 1), broken, ...stories.slice(1)], options);
    expect(graphOf(outcomes).failed).toEqual(['broken']);
    expect(outcomes.map(({ story }) => story.id).sort()).toEqual([...stories.map(({ id }) => id), 'broken'].sort());
  }, 60_000);

  it('gives every thread the words of a vocabulary', async () => {
    const vocabulary = parseVocabulary('names: [{ name: Zarvenia Front, type: ArmedGroup }]\ntriggers: []\n', 'own.yaml');
    const story = makeStory({ text: 'Fighters of Zarvenia Front attacked Kenya on Tuesday.', where: 'test' }, 'test', undefined);
    const [outcome] = await outcomesOf([story], { workers: 2, threadsFrom: 1, vocabulary });
    const entities = outcome && 'extraction' in outcome ? outcome.extraction.entities : [];
    expect(entities).toContainEqual(expect.objectContaining({ label: 'Zarvenia Front', type: 'ArmedGroup' }));
  }, 60_000);

  it('takes no more stories from the stream than are in work', async () => {
    const [story] = await samples();
    let taken = 0;
    async function* endless(): AsyncGenerator<Story> {
      for (;;) yield { ...story as Story, id: `story-${taken++}` };
    }
    let done = 0;
    for await (const outcome of extractAll(endless(), { workers: 2, threadsFrom: 1 })) {
      expect(outcome).toHaveProperty('extraction');
      done++;
      expect(taken - done).toBeLessThanOrEqual(4);
      if (done === 8) break;
    }
    expect(taken).toBeGreaterThanOrEqual(8);
  }, 60_000);

  it('lets an error of the stream pass', async () => {
    async function* failing(): AsyncGenerator<Story> {
      yield* (await samples()).slice(0, 1);
      throw new Error('the disk is gone');
    }
    await expect(collect(extractAll(failing(), { workers: 1 }))).rejects.toThrow('the disk is gone');
  });

  it('leaves one core to the main thread, where there are several', () => {
    expect(defaultWorkers()).toBeGreaterThanOrEqual(1);
  });
});
