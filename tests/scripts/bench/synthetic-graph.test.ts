import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readGraph, writeGraph } from '../../../graph/file.ts';
import { graphDocument } from '../../../graph/json.ts';
import { syntheticGraph, syntheticSource } from '../../../scripts/bench/synthetic-graph.ts';

it('is a valid graph of the size asked for, whose evidence stands in its stories', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-synthetic-'));
  try {
    const path = join(folder, 'graph.json');
    writeGraph(syntheticGraph({ nodes: 200, edges: 1500 }), path);
    const graph = readGraph(path);
    expect([graph.order, graph.size]).toEqual([200, 1500]);
    const texts = new Map(graph.getAttribute('stories').map(({ id, text }) => [id, text]));
    graph.forEachEdge((_, { evidence }) => {
      for (const item of evidence) {
        for (const { text, start, end } of [item, item.trigger, item.sourceMention, item.targetMention]) {
          expect(texts.get(item.story)?.slice(start, end)).toBe(text);
        }
      }
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('is the same for the same numbers and another for another seed', () => {
  const text = (seed: number): string => [...graphDocument(syntheticSource({ nodes: 50, edges: 100, seed }))].join('');
  expect(text(1)).toBe(text(1));
  expect(text(2)).not.toBe(text(1));
});
