import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goldFilesIn, pairUp } from '../../../scripts/eval/gold-set.ts';
import { readGold } from '../../../scripts/eval/gold.ts';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'dragoman-gold-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

const STORY = { id: 's', entities: [{ id: 'a', names: ['A'], type: 'Country' }, { id: 'b', names: ['B'], type: 'Country' }], edges: [{ source: 'a', type: 'MET', target: 'b' }] };

function read(...lines: readonly unknown[]): () => ReturnType<typeof readGold> {
  const path = join(folder, 'gold.jsonl');
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return () => readGold(path);
}

describe('readGold', () => {
  it('gives the stories but those to skip', () => {
    expect(read(STORY, '', { ...STORY, id: 't', skip: true })().map(({ id }) => id)).toEqual(['s']);
  });

  it('names the line that is wrong', () => {
    expect(read(STORY, '{')).toThrow('gold.jsonl, line 2: it is not JSON');
    expect(read({ id: 's' })).toThrow('a gold story has id, entities and edges');
    expect(read({ ...STORY, edges: [{ source: 'a', type: 'MET', target: 'c' }] })).toThrow('line 1: s: no entity c');
    expect(read({ ...STORY, edges: [{ source: 'a', type: 'MET', target: 'b', or: [{ type: 'SAW' }] }] })).toThrow('unknown edge type SAW');
    expect(read({ ...STORY, entities: [{ id: 'a', names: ['A'], type: 'Land' }] })).toThrow('unknown node type Land');
  });
});

describe('gold files', () => {
  it('of a folder go with the stories of the same name', () => {
    read(STORY);
    writeFileSync(join(folder, 'second.gold.jsonl'), '');
    expect(goldFilesIn(folder)).toEqual([
      { name: 'own stories', gold: join(folder, 'gold.jsonl'), stories: join(folder, 'stories.jsonl') },
      { name: 'second', gold: join(folder, 'second.gold.jsonl'), stories: join(folder, 'second.stories.jsonl') },
    ]);
    expect(goldFilesIn(join(folder, 'none'))).toEqual([]);
  });

  it('given in turn go with the stories given in turn', () => {
    expect(pairUp(['x/wire.gold.jsonl', 'y.jsonl'], ['a', 'b'], ['first'])).toEqual([{ name: 'first', gold: 'x/wire.gold.jsonl', stories: 'a' }, { name: 'y', gold: 'y.jsonl', stories: 'b' }]);
    expect(() => pairUp(['x'], [], [])).toThrow('each --gold wants its --stories');
  });
});
