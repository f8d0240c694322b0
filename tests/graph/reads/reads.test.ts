import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CurrentGraph, READS, type ReadName } from '../../../graph/reads/index.ts';
import type { GraphFile } from '../../../graph/schema.ts';
import { smallGraph } from '../../viewer/state/fixture.ts';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'dragoman-reads-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

/** A graph file of its own for each test, asked as a layer above asks it. */
function reads(name: string, file: GraphFile): { readonly path: string; readonly graph: CurrentGraph; readonly ask: (read: ReadName, input: unknown) => Promise<Readonly<Record<string, unknown>>> } {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(file));
  const graph = new CurrentGraph(path, () => '');
  return { path, graph, ask: (read, input) => READS.find((one) => one.name === read)!.answer(graph.now(), input) };
}

it('orders a pair by the first day, months and years by theirs, the undated last', async () => {
  const file = smallGraph();
  const [one] = file.edges;
  const dated = ['2025-03', '2024-12-31', undefined, '2025', '2025-03-02'].map((firstSeen, place) => {
    const { firstSeen: _first, lastSeen: _last, ...attributes } = one!.attributes;
    return { ...one!, key: `edge ${place}`, attributes: { ...attributes, ...(firstSeen === undefined ? {} : { firstSeen }) } };
  });
  const { ask } = reads('dates.json', { ...file, edges: dated });
  const { edges } = await ask('pair', { a: one!.target, b: one!.source }) as { edges: { items: { key: string }[] } };
  expect(edges.items.map(({ key }) => key)).toEqual(['edge 1', 'edge 3', 'edge 0', 'edge 4', 'edge 2']);
});

it('names a claimant that the graph lacks by its key', async () => {
  const file = smallGraph();
  const [one] = file.edges;
  const evidence = one!.attributes.evidence.map((item) => ({ ...item, story: 'no story', attributedTo: ['person:nobody'] }));
  const { ask } = reads('claimant.json', { ...file, edges: [{ ...one!, attributes: { ...one!.attributes, evidence } }] });
  const { sentences } = await ask('evidence', { key: one!.key }) as { sentences: { items: unknown[] } };
  expect(sentences.items[0]).toMatchObject({ claimedBy: [{ key: 'person:nobody', label: 'person:nobody' }], story: { id: 'no story', title: '' } });
});

it('gives a node to itself as a path without steps', async () => {
  const { ask } = reads('self.json', smallGraph());
  expect(await ask('path', { from: 'country:IR', to: 'country:IR' })).toMatchObject({ length: 0, paths: [{ nodes: [{ key: 'country:IR' }], steps: [] }] });
});

it('answers from a graph without nodes, and from one of lines', async () => {
  const { attributes, options, nodes, edges } = smallGraph();
  const empty = reads('empty.json', { attributes: { ...attributes, stories: [] }, options, nodes: [], edges: [] });
  expect(await empty.ask('search', { q: 'iran' })).toEqual({ nodes: [], sentences: [] });
  const lines = reads('lines.jsonl', smallGraph());
  const header = { graph: { attributes, order: nodes.length, size: edges.length } };
  writeFileSync(lines.path, [header, ...nodes.map((node) => ({ node })), ...edges.map((edge) => ({ edge }))].map((line) => JSON.stringify(line)).join('\n'));
  expect(await lines.ask('search', { q: 'tehran' })).toMatchObject({ nodes: [{ key: 'country:IR' }] });
});

it('reads the file once, and anew after it has changed', () => {
  const { path, graph } = reads('again.json', smallGraph());
  const first = graph.now();
  expect(graph.now()).toBe(first);
  writeFileSync(path, JSON.stringify({ ...smallGraph(), edges: [] }));
  expect(graph.now().data.edges).toEqual([]);
});

it.each(READS)('$name says which parameter is wrong', async ({ answer, input }) => {
  const { graph } = reads('wrong.json', smallGraph());
  for (const sent of [undefined, null, 7, [], 'text']) await expect(answer(graph.now(), sent)).rejects.toMatchObject({ code: 'E_PARAMETER' });
  await expect(answer(graph.now(), { colour: 'red', ...Object.fromEntries(Object.keys(input.shape).map((name) => [name, {}])) })).rejects.toMatchObject({ code: 'E_PARAMETER' });
});
