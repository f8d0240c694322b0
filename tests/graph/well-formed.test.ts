import { expect, it } from 'vitest';
import { strictJson, wellFormed } from '../../graph/well-formed.ts';

it('replaces halves of pairs only, and keeps the length', () => {
  expect(wellFormed('a\uD83Db\uDE00c😀')).toBe('a\uFFFDb\uFFFDc😀');
});

it('writes JSON that a strict parser reads, and leaves text that looks like an escape', () => {
  const text = ['\uD83D', String.raw`\ud83d`, '\\\uDE00', '😀', String.raw`\\ud83d` + '\uD83D'];
  expect(JSON.parse(strictJson(text))).toEqual(['\uFFFD', String.raw`\ud83d`, '\\\uFFFD', '😀', String.raw`\\ud83d` + '\uFFFD']);
});
