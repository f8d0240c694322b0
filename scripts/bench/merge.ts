// Seconds and peak memory of merging a large graph from its stories, laying it out, and writing it.
// usage: tsx scripts/bench/merge.ts [--nodes 100000] [--edges 1000000]
// The stories are made one by one, as a project's extractions are read; what the merge keeps of them is all that is held.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeGraph } from '../../graph/file.ts';
import { layout } from '../../graph/layout.ts';
import { createMerger } from '../../graph/merge.ts';
import type { EdgeRecord, NodeAttributes, StoryRecord } from '../../graph/schema.ts';
import type { Entity } from '../../src/model/entity.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { syntheticSource } from './synthetic-graph.ts';

const { values } = parseArgs({ options: { nodes: { type: 'string', default: '100000' }, edges: { type: 'string', default: '1000000' } } });
const peak = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  process.stdout.write(`${what.padEnd(16)} ${((performance.now() - start) / 1000).toFixed(1)} s, peak memory so far ${peak()} MiB\n`);
  return result;
}

function extractionOf(story: StoryRecord, edges: readonly EdgeRecord[], nodes: ReadonlyMap<string, NodeAttributes>): Extraction {
  const named = new Set(edges.flatMap(({ source, target, attributes }) => [source, target, ...attributes.evidence.flatMap(({ attributedTo }) => attributedTo)]));
  const entities = [...named].map((key): Entity => {
    const { label = key, type = 'Group', aliases = [] } = nodes.get(key) ?? {};
    return { key, label, type, aliases, mentions: 1 };
  });
  const relations = edges.flatMap(({ source, target, attributes: { type, polarity, modality, evidence } }) => evidence.map((item) => ({ source, target, type, polarity, modality, evidence: item })));
  return { story: { id: story.id, text: story.text, source: story.source, sha256: story.sha256 }, entities, relations, mentions: [] };
}

/** The edges of each story; they come story by story. */
function* byStory(edges: Iterable<EdgeRecord>): Generator<readonly EdgeRecord[]> {
  let own: EdgeRecord[] = [];
  for (const edge of edges) {
    if (own[0] && own[0].attributes.evidence[0]?.story !== edge.attributes.evidence[0]?.story) {
      yield own;
      own = [];
    }
    own.push(edge);
  }
  if (own.length) yield own;
}

const source = syntheticSource({ nodes: Number(values.nodes), edges: Number(values.edges) });
const nodes = new Map([...source.nodes()].map(({ key, attributes }) => [key, attributes]));
const stories = new Map(source.attributes.stories.map((story) => [story.id, story]));
process.stdout.write(`${source.order} nodes, ${source.size} edges, ${stories.size} stories; what they are made of takes ${peak()} MiB\n`);
const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
try {
  const merger = createMerger();
  await timed('taking stories', () => {
    for (const edges of byStory(source.edges())) {
      const story = stories.get(edges[0]?.attributes.evidence[0]?.story ?? '');
      if (story) merger.add(extractionOf(story, edges, nodes));
    }
  });
  const graph = await timed('merge', () => merger.build());
  await timed('layout', () => layout(graph));
  const path = join(folder, 'graph.jsonl');
  await timed('writing', () => writeGraph(graph, path));
  process.stdout.write(`${graph.order} nodes, ${graph.size} edges, ${Math.round(statSync(path).size / 1024 / 1024)} MiB\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
