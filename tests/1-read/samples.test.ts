import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { readStories, sourceName, type Notice } from '../../src/1-read/index.ts';

/** A case is a folder: `input.*` beside `expected.json`, which has each story's fields, its text line by line, and the notices. */
interface Expected {
  readonly stories: readonly Record<string, unknown>[];
  readonly notices?: readonly string[];
}

const samples = fileURLToPath(new URL('samples/', import.meta.url));

async function read(folder: string): Promise<Expected> {
  const input = readdirSync(`${samples}${folder}`).find((file) => file.startsWith('input.')) ?? '';
  const notices: Notice[] = [];
  const stories: Record<string, unknown>[] = [];
  for await (const story of readStories([`${samples}${folder}/${input}`], { onNotice: (notice) => notices.push(notice) })) {
    const { text, source, sha256, id, ...rest } = story;
    expect(source).toBe(sourceName(`${samples}${folder}/${input}`));
    stories.push({ ...(sha256.startsWith(id) ? {} : { id }), ...rest, lines: text.split('\n') });
  }
  if (notices.length === 0) return { stories };
  return { stories, notices: notices.map((notice) => `${notice.level} ${notice.error.code} ${notice.error.message.replaceAll(`${samples}${folder}/`, '')}`) };
}

describe('reading a file', { timeout: 60_000 }, () => {
  for (const folder of readdirSync(samples)) {
    it(folder, async () => {
      const expected = JSON.parse(readFileSync(`${samples}${folder}/expected.json`, 'utf8')) as Expected;
      expect(await read(folder)).toEqual(expected);
    });
  }
});
