import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { sourceName } from '../../src/1-read/index.ts';
import { collectStories, folderOf } from './collect.ts';

it.each([
  ['/home/reader/news/today.txt', 'today.txt'],
  ['/home/reader/today.txt', 'today.txt'],
  ['today.txt', 'today.txt'],
  ['./archive/2025/today.txt', 'archive/2025/today.txt'],
  ['/home/reader/work/archive/today.txt', 'archive/today.txt'],
  ['../secret/today.txt', 'today.txt'],
  ['/home/reader/work/..today.txt', '..today.txt'],
  ['/home/reader/workshop/today.txt', 'today.txt'],
  ['-', '-'],
  ['https://news.example/a/today.html', 'https://news.example/a/today.html'],
])('%s is called %s', (name, called) => {
  expect(sourceName(name, '/home/reader/work')).toBe(called);
});

it('is what a story bears, however its file was named', async () => {
  const root = folderOf({ 'a/same.txt': 'Norway praised Kenya on Monday.\n', 'b/same.txt': 'Zambia criticised Norway on Monday.\n' });
  for (const input of [root, relative(process.cwd(), root), `file://${root}a/same.txt`, `${root}**/*.txt`]) {
    const { stories } = await collectStories([input]);
    expect(stories.map(({ source }) => source)).toEqual(stories.map(() => 'same.txt'));
  }
  const { stories } = await collectStories([join(root, 'b/same.txt'), join(root, 'a/same.txt')]);
  expect(new Set(stories.map(({ id }) => id)).size).toBe(2);
});

it('may be another by the wish of the caller', async () => {
  const root = folderOf({ 'a.txt': 'Norway praised Kenya on Monday.\n' });
  const { stories } = await collectStories([`${root}a.txt`], { sourceName: (input) => input.replace(root, 'folder:') });
  expect(stories.map(({ source }) => source)).toEqual(['folder:a.txt']);
});
