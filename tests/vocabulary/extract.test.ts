// A vocabulary file from YAML to the graph file, and back. It changes the lexicon for the whole process, so it is used once.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DragomanGraph } from '../../graph/schema.ts';
import { buildGraph, extract, writeGraph } from '../../src/index.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { examplesOf, parseVocabulary, readExample, readVocabulary, useVocabulary, type Vocabulary } from '../../src/vocabulary/index.ts';

const STORY = 'Kestrel Freight lobbied Norway on Tuesday. The Sea Heron was registered in Panama. Iron Tide rammed the Sea Heron near Lower Quay. '
  + 'Oda Lind criticised Fjordland. Kestrel met Kenyan President Daniel Mwangi in Nairobi. Daniel Mwangi did not lobby Norway.';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-vocabulary-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

describe('a vocabulary of the user\'s own', () => {
  let vocabulary: Vocabulary;
  let found: Extraction;
  let graph: DragomanGraph;
  beforeAll(async () => {
    vocabulary = readVocabulary(new URL('shipping.yaml', import.meta.url).pathname);
    useVocabulary(vocabulary);
    found = await extract(STORY);
    graph = await buildGraph([found]);
  });
  const edges = (): readonly string[] => found.relations.map(({ source, type, target, polarity }) => `${source} ${polarity} ${type} ${target}`);

  it('reads edges of own types', () => {
    expect(edges()).toContain('org:kestrel-freight affirmed LOBBIED country:NO');
    expect(edges()).toContain('org:sea-heron affirmed REGISTERED_IN country:PA');
  });

  it('gives them polarity and evidence as it does its own', () => {
    expect(edges()).toContain('person:daniel-mwangi negated LOBBIED country:NO');
    const lobbied = found.relations.find(({ type, polarity }) => String(type) === 'LOBBIED' && polarity === 'affirmed');
    expect(lobbied?.evidence).toMatchObject({ text: 'Kestrel Freight lobbied Norway on Tuesday.', trigger: { text: 'lobbied' }, rule: 'verb.lobby', dateText: 'Tuesday' });
  });

  it('holds the ends of a type to the types of node that it asks for', () => {
    expect(edges().filter((edge) => edge.includes('REGISTERED_IN'))).toEqual(['org:sea-heron affirmed REGISTERED_IN country:PA']);
  });

  it('reads further triggers of the types that there are', () => {
    expect(edges()).toContain('armed:iron-tide affirmed ATTACKED org:sea-heron');
  });

  it('knows the names, with their aliases, types and countries', () => {
    const of = (key: string): unknown => found.entities.find((entity) => entity.key === key);
    expect(of('org:sea-heron')).toMatchObject({ type: 'Vessel', label: 'Sea Heron', country: 'PA' });
    expect(of('place:NO:lower-quay')).toMatchObject({ type: 'Place' });
    expect(of('person:oda-lind')).toMatchObject({ type: 'Person' });
    expect(of('org:kestrel-freight')).toMatchObject({ aliases: ['Kestrel'] });
    expect(of('country:NO')).toMatchObject({ label: 'Norway', aliases: ['Fjordland'] });
  });

  it('lists in the graph the own types that stand in it', () => {
    const own = graph.getAttribute('vocabulary');
    expect(own?.nodeTypes).toEqual([{ name: 'Vessel', means: 'a named ship', like: 'Organisation' }]);
    expect(own?.edgeTypes.map(({ name, kind }) => [name, kind])).toEqual([['LOBBIED', 'event'], ['REGISTERED_IN', 'state']]);
  });

  it('gives a file that a program without the vocabulary reads and exports', async () => {
    const path = join(folder, 'graph.json');
    writeGraph(graph, path);
    vi.resetModules();
    const { readGraph } = await import('../../graph/file.ts');
    const { EXPORTERS, exportGraph } = await import('../../graph/export/index.ts');
    const { sourceOf } = await import('../../graph/source.ts');
    const source = sourceOf(readGraph(path));
    for (const exporter of EXPORTERS.filter(({ format }) => format !== 'html')) {
      expect([...exportGraph(source, exporter, {})].join(''), exporter.format).toContain('LOBBIED');
    }
  });

  it('knows which of its examples are not read as they say', async () => {
    const outcomes = await Promise.all(examplesOf(vocabulary).map((example) => readExample(example, extract)));
    expect(outcomes.map(({ example, missing }) => [example.type, ...missing])).toEqual([['LOBBIED'], ['REGISTERED_IN'], ['REGISTERED_IN', 'any'], ['ATTACKED']]);
    const backwards = await readExample({ type: 'LOBBIED', text: 'Kestrel Freight lobbied Norway.', edges: [['Norway', 'Kestrel']] }, extract);
    expect(backwards.missing).toEqual(['Norway · Kestrel']);
  });

  it('comes too late once stories were read', () => {
    const late = parseVocabulary('names: [{ name: Blue Anchor, type: Organisation }]', 'late.yaml');
    expect(() => useVocabulary(late)).toThrow(/before the first story/);
  });
});
