import { chmodSync, symlinkSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { collectStories, folderOf } from './collect.ts';

const GOOD = 'Cuba met Haiti on Sunday.\n';

async function told(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> {
  const root = folderOf({ 'zz-good.txt': GOOD, ...files });
  const { stories, told: lines, notices } = await collectStories([root], {}, root);
  expect(stories.at(-1)?.text).toBe(GOOD.trim());
  for (const { error } of notices) expect(error.message).not.toContain('\n');
  return lines;
}

describe('bad input is named in a line, and the rest is read', { timeout: 60_000 }, () => {
  it('empty files', async () => {
    expect(await told({ 'a.txt': '', 'b.md': ' \n\n\t\n', 'c.json': '[]', 'd.jsonl': '\n' })).toEqual(
      ['skip E_EMPTY a.txt', 'skip E_EMPTY b.md', 'skip E_EMPTY c.json']);
  });

  it('binaries, whatever they are called', async () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 167 + (i >> 3) * 31) % 256);
    expect(await told({ 'a.txt': noise, 'b.png': Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), 'c.pdf': '%PDF-1.7\n1 0 obj', 'd': gzipSync(noise) })).toEqual(
      ['fail E_BINARY a.txt', 'fail E_BINARY b.png', 'fail E_BINARY c.pdf', 'fail E_BINARY d']);
  });

  it('a line of 50 MB', async () => {
    const line = 'Iran met Oman in Muscat. '.repeat(2_000_000);
    expect(await told({ 'a.txt': line, 'b.jsonl': `{"text": "${line}"}\n{"text": "Chad met Mali on Monday."}\n`, 'c.html': `<p>${line}`, 'd.json': `{"text": "${line}"}` }))
      .toEqual(['fail E_TOO_LARGE a.txt', 'fail E_TOO_LARGE b.jsonl:1', 'fail E_TOO_LARGE c.html', 'fail E_TOO_LARGE d.json']);
  });

  it('a file too large to be read whole', async () => {
    expect(await told({ 'a.txt': 'Iran met Oman in Muscat.\n'.repeat(2_800_000) })).toEqual(['fail E_TOO_LARGE a.txt']);
  });

  it('JSON, feeds and pages that are broken', async () => {
    expect(await told({ 'a.json': '{"title": "x",\n"text": ', 'b.json': '{"colour": "red"}', 'c.xml': '<rss><channel><item><title>x', 'd.html': '<div>'.repeat(30_000) })).toEqual(
      ['fail E_MALFORMED a.json', 'fail E_MALFORMED b.json', 'fail E_MALFORMED c.xml', 'fail E_MALFORMED d.html']);
  });

  it('gzip that was cut off: what came before is read', async () => {
    const lines = Array.from({ length: 2000 }, (_, i) => JSON.stringify({ text: `Peru met Chile for the ${i}th time on Monday, ${(i * 7919) % 104729} said.` })).join('\n');
    const root = folderOf({ 'a.jsonl.gz': gzipSync(lines).subarray(0, 9000), 'b.txt.gz': gzipSync(GOOD.repeat(50)).subarray(0, 30) });
    const { stories, told: notices, notices: [first] } = await collectStories([root], {}, root);
    expect(notices).toEqual(['fail E_MALFORMED a.jsonl.gz', 'fail E_MALFORMED b.txt.gz']);
    expect(first?.error.message).toMatch(/truncated gzip$/);
    expect(stories.length).toBeGreaterThan(100);
  });

});

describe('paths that cannot or should not be read', { timeout: 60_000 }, () => {
  it('files of another kind, and a graph, in a folder', async () => {
    expect(await told({ 'a.js': 'export const a = 1;\n', 'graph.json': '{"attributes": {}, "nodes": [], "edges": []}', '.hidden.txt': 'Mali met Chad.' })).toEqual(
      ['skip E_KIND a.js', 'skip E_KIND graph.json']);
  });

  it('a file of another kind that is asked for by name is read', async () => {
    const root = folderOf({ 'story.page': 'Mali met Chad on Friday.\n' });
    expect((await collectStories([`${root}story.page`])).stories).toHaveLength(1);
  });

  it('what does not exist', async () => {
    const root = folderOf({ 'good.txt': GOOD });
    symlinkSync(`${root}nowhere.txt`, `${root}dangling.txt`);
    const { stories, told: notices } = await collectStories([`${root}none.txt`, root, `${root}*.nope`], {}, root);
    expect(notices).toEqual(['fail E_NOT_FOUND none.txt', 'fail E_NOT_FOUND dangling.txt', 'fail E_NOT_FOUND *.nope']);
    expect(stories).toHaveLength(1);
  });

  it('files without permission', async () => {
    const root = folderOf({ 'a.txt': 'Mali met Chad on Friday.\n', 'b.txt': GOOD });
    chmodSync(`${root}a.txt`, 0);
    const { told: notices } = await collectStories([root], {}, root);
    // The superuser may read everything.
    expect(notices).toEqual(process.getuid?.() === 0 ? [] : ['fail E_PERMISSION a.txt']);
  });

  it('a publication date that is none', async () => {
    await expect(collectStories([], { published: '2024-02-30' })).rejects.toMatchObject({ code: 'E_USAGE' });
  });
});
