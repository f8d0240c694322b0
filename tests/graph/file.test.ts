import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MultiDirectedGraph } from 'graphology';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DragomanError, type ErrorCode } from '../../src/errors.ts';
import { writeAtomically } from '../../graph/atomic-file.ts';
import { fileSource, readGraph, writeGraph } from '../../graph/file.ts';
import type { GraphFile } from '../../graph/schema.ts';

const SMALL = new URL('../fixtures/small-graph.json', import.meta.url).pathname;
const text = readFileSync(SMALL, 'utf8');

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'dragoman-file-')); });
afterEach(() => rmSync(folder, { recursive: true }));

function failure(step: () => unknown): { code: ErrorCode; message: string } {
  try {
    step();
  } catch (error) {
    if (error instanceof DragomanError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

function flawOf(content: string, name = 'g.json'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  const { code, message } = failure(() => readGraph(path));
  expect(code).toBe('E_GRAPH_FILE');
  expect(message).not.toContain('\n');
  return message;
}

describe('a graph file', () => {
  it('comes back as the same bytes', () => {
    const path = join(folder, 'g.json');
    writeGraph(readGraph(SMALL), path);
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual(['g.json']);
  });

  it('is what graphology reads', () => {
    const graph = MultiDirectedGraph.from(JSON.parse(text) as GraphFile);
    expect([graph.order, graph.size, graph.type, graph.multi]).toEqual([15, 25, 'directed', true]);
  });

  it('is one object a line under the name .jsonl, and comes back from that', () => {
    const path = join(folder, 'g.jsonl');
    writeGraph(readGraph(SMALL), path);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => Object.keys(JSON.parse(line) as object));
    expect(lines).toEqual([['graph'], ...Array<string[]>(15).fill(['node']), ...Array<string[]>(25).fill(['edge'])]);
    const again = join(folder, 'g.json');
    writeGraph(readGraph(path), again);
    expect(readFileSync(again, 'utf8')).toBe(text);
    for (const file of [path, SMALL]) {
      writeGraph(fileSource(file), again);
      expect(readFileSync(again, 'utf8')).toBe(text);
    }
  });

  it('above 200,000 edges is one object a line whatever its name', () => {
    const source = fileSource((writeGraph(readGraph(SMALL), join(folder, 'g.jsonl')), join(folder, 'g.jsonl')));
    const path = join(folder, 'large.json');
    writeGraph({ ...source, size: 200_001 }, path);
    expect(readFileSync(path, 'utf8')).toMatch(/^\{"graph":/);
  });
});

describe('a file that is no graph', () => {
  it('is named with what is wrong', () => {
    expect(flawOf('')).toContain('empty');
    expect(flawOf(text.slice(0, text.length / 2))).toContain('cut short');
    expect(flawOf(text.slice(0, -2))).toContain('cut short');
    expect(flawOf('a,b,c\n1,2,3')).toContain('not JSON');
    expect(flawOf('[1, 2]')).toContain('no object');
    expect(flawOf('{"name": "dragoman"}')).toContain('no lists of nodes and edges');
    expect(flawOf('{"nodes": [], "edges": []}')).toContain('no graph attributes');
    expect(flawOf(text.replace('"format":1', '"format":2'))).toContain('format is 2');
    expect(flawOf(text.replace('"type":"MET"', '"type":"HUGGED"'))).toContain('type is not an edge type');
    expect(flawOf(text.replace('{"key":"country:AE"', '{"key":"country:AF"'))).toContain('twice');
    expect(flawOf(text.replace('{"key":"country:AE"', '{"key":"country:XX"'))).toContain('names the node "country:AE", which it lacks');
    expect(flawOf(text.replace('"attributedTo":[]', '"attributedTo":null'))).toContain('attributedTo is not a list of node keys');
  });

  it('of lines is named with the line', () => {
    const path = join(folder, 'g.jsonl');
    writeGraph(readGraph(SMALL), path);
    const lines = readFileSync(path, 'utf8');
    expect(flawOf(lines.slice(0, -9), 'cut.jsonl')).toMatch(/line 41 breaks off .* cut short/);
    expect(flawOf(lines.slice(0, lines.lastIndexOf('{"edge"')), 'cut.jsonl')).toContain('24 of 25 edges');
    expect(flawOf(`${lines}{"vertex":1}\n`, 'foreign.jsonl')).toContain('line 42 holds neither');
  });

  it('or is not there has its own error', () => {
    expect(failure(() => readGraph(join(folder, 'none.json'))).code).toBe('E_NOT_FOUND');
    expect(failure(() => fileSource(join(folder, 'none.json'))).code).toBe('E_NOT_FOUND');
    expect(failure(() => readGraph(folder)).message).toContain('folder');
  });
});

describe('writing', () => {
  it('leaves the old file whole when it fails half-way', () => {
    const path = join(folder, 'g.json');
    writeFileSync(path, 'old');
    const pieces = function* (): Generator<string> {
      yield 'new'.repeat(1 << 20);
      throw new Error('the source broke');
    };
    expect(() => writeAtomically(path, pieces())).toThrow('the source broke');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['g.json']);
  });

  it('says why it cannot', () => {
    expect(failure(() => writeAtomically(join(folder, 'no', 'g.json'), ['x']))).toMatchObject({ code: 'E_WRITE', message: expect.stringContaining('no such file or folder') });
    mkdirSync(join(folder, 'dir'));
    expect(failure(() => writeAtomically(join(folder, 'dir'), ['x']))).toMatchObject({ code: 'E_WRITE' });
  });

  it('keeps the mode, follows a link and writes straight into a device', () => {
    const path = join(folder, 'g.json');
    writeFileSync(path, 'old');
    chmodSync(path, 0o640);
    symlinkSync(path, join(folder, 'link.json'));
    writeAtomically(join(folder, 'link.json'), ['new']);
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    writeAtomically('/dev/null', ['gone']);
    expect(existsSync('/dev/null') && statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});
