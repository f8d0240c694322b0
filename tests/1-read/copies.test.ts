import { expect, it } from 'vitest';
import { readStories } from '../../src/1-read/index.ts';
import type { Story } from '../../src/model/story.ts';

const TEXT = 'Norway praised Kenya for its patience in the talks about the harbour.';

it('tells of a text that was read before, with its outlet', async () => {
  const input = [{ id: 'a', outlet: 'Northern Wire', text: TEXT }, { id: 'b', outlet: 'Hill Herald', text: ` ${TEXT}\n` }];
  async function* stdin(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(JSON.stringify(input));
  }
  const copies: Story[] = [];
  const codes: string[] = [];
  const read: string[] = [];
  for await (const story of readStories(['-'], { stdin, onNotice: ({ error }) => codes.push(error.code), onCopy: (story) => copies.push(story) })) read.push(story.id);
  expect(read).toEqual(['a']);
  expect(codes).toEqual(['E_DUPLICATE']);
  expect(copies).toMatchObject([{ id: 'b', outlet: 'Hill Herald', text: TEXT }]);
});
