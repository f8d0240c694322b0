import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

import { readStories, type Notice, type ReadOptions } from '../../src/1-read/index.ts';
import type { Story } from '../../src/model/story.ts';

export interface Collected {
  readonly stories: readonly Story[];
  readonly notices: readonly Notice[];
  /** "fail E_BINARY photo.png": level, code, and where. */
  readonly told: readonly string[];
}

/** Reads everything; paths in `told` are without `root`. */
export async function collectStories(inputs: readonly string[], options: Omit<ReadOptions, 'onNotice'> = {}, root = ''): Promise<Collected> {
  const notices: Notice[] = [];
  const stories: Story[] = [];
  for await (const story of readStories(inputs, { ...options, onNotice: (notice) => notices.push(notice) })) stories.push(story);
  const told = notices.map((notice) => `${notice.level} ${notice.error.code} ${notice.source.replace(root, '')}`);
  return { stories, notices, told };
}

/** A folder with these files, removed after the test; its path ends in "/". */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-read-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return `${folder}/`;
}

/** Bytes as standard input gives them, in pieces of `size`. */
export async function* inPieces(content: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
