import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { correctGraph } from '../../graph/correct-graph.ts';
import { applyCorrections, correctionsText, type Correction } from '../../graph/corrections.ts';
import { parseCorrections, readCorrections, writeCorrections } from '../../graph/corrections-file.ts';
import { readGraph } from '../../graph/file.ts';
import type { GraphFile } from '../../graph/schema.ts';
import { DragomanError } from '../../src/errors.ts';

const PATH = new URL('../fixtures/small-graph.json', import.meta.url);
const small = (): GraphFile => JSON.parse(readFileSync(PATH, 'utf8')) as GraphFile;
const node = (graph: GraphFile, key: string): GraphFile['nodes'][number]['attributes'] => graph.nodes.find((item) => item.key === key)!.attributes;
const MET = 'person:gul-agha-noori|MET|person:rohan-mehta|affirmed|asserted';

describe('applyCorrections', () => {
  it('joins a node to another: names, mentions, edges, evidence, offices and story marks follow', () => {
    const before = small();
    const text = JSON.stringify(before);
    const { graph, unused } = applyCorrections(before, [{ do: 'merge', node: 'country:IR', into: 'person:leila-farahani' }]);
    expect(unused).toEqual([]);
    expect(JSON.stringify(before)).toBe(text);
    expect(JSON.stringify({ ...graph, attributes: { ...graph.attributes, corrections: [] } })).not.toContain('"country:IR"');
    const joined = node(graph, 'person:leila-farahani');
    expect(joined.label).toBe('Leila Farahani');
    expect(joined.aliases).toEqual(expect.arrayContaining(['Iran', 'Tehran']));
    expect(joined.mentions).toBe(node(before, 'country:IR').mentions + node(before, 'person:leila-farahani').mentions);
    const keys = new Set(graph.nodes.map((item) => item.key));
    for (const edge of graph.edges) expect(keys.has(edge.source) && keys.has(edge.target) && edge.source !== edge.target).toBe(true);
    expect(graph.edges.some((edge) => edge.key === 'country:PK|BORDERS|person:leila-farahani|affirmed|asserted')).toBe(true);
  });

  it('makes one edge of two that become the same, each sentence once', () => {
    const { graph } = applyCorrections(small(), [{ do: 'merge', node: 'country:IL', into: 'country:PK' }]);
    const ends = (type: string): string[] => graph.edges.filter((edge) => edge.attributes.type === type).map((edge) => `${edge.source} ${edge.target}`);
    expect(ends('FOUGHT')).toEqual(['country:IR country:PK']);
    for (const { attributes } of graph.edges) expect(attributes.weight).toBe(attributes.evidence.length);
    expect(new Set(graph.edges.map((edge) => edge.key)).size).toBe(graph.edges.length);
  });

  it('renames, retypes, rejects and notes', () => {
    const { graph } = applyCorrections(small(), [
      { do: 'rename', node: 'militia:taliban', label: 'Afghan Taliban' },
      { do: 'retype', node: 'militia:taliban', type: 'Organisation' },
      { do: 'reject', edge: MET },
      { do: 'note', node: 'militia:taliban', text: 'governs since 2021' },
      { do: 'note', edge: 'country:AF|BORDERS|country:IR|affirmed|asserted', text: 'checked' },
    ]);
    expect(node(graph, 'militia:taliban')).toMatchObject({ label: 'Afghan Taliban', type: 'Organisation', notes: ['governs since 2021'] });
    expect(node(graph, 'militia:taliban').aliases).toContain('Taliban');
    expect(graph.edges.some((edge) => edge.key === MET)).toBe(false);
    expect(graph.edges.find((edge) => edge.key.startsWith('country:AF|BORDERS'))!.attributes.notes).toEqual(['checked']);
  });

  it('follows keys through the corrections before, and changes nothing more when applied again', () => {
    const corrections: Correction[] = [
      { do: 'merge', node: 'person:gul-agha-noori', into: 'person:leila-farahani' },
      { do: 'merge', node: 'person:leila-farahani', into: 'militia:taliban' },
      { do: 'reject', edge: 'militia:taliban|MET|person:rohan-mehta|affirmed|asserted' },
      { do: 'rename', node: 'militia:taliban', label: 'T' },
      { do: 'note', node: 'militia:taliban', text: 'n' },
    ];
    const once = applyCorrections(small(), corrections);
    expect(once.unused).toEqual([]);
    expect(once.graph.attributes.corrections).toEqual(corrections);
    const twice = applyCorrections(once.graph, corrections);
    expect(twice).toEqual(once);
  });

  it('names what the graph lacks', () => {
    const lost: Correction[] = [{ do: 'rename', node: 'person:nobody', label: 'x' }, { do: 'reject', edge: 'none' }, { do: 'merge', node: 'country:IR', into: 'person:nobody' }];
    const { graph, unused } = applyCorrections(small(), lost);
    expect(unused).toEqual(lost);
    expect(graph).toEqual(small());
  });
});

describe('correctGraph', () => {
  it('gives a graph that its own reader accepts', () => {
    const { graph } = correctGraph(readGraph(PATH.pathname), [{ do: 'merge', node: 'country:IL', into: 'country:PK' }]);
    expect(graph.hasNode('country:IL')).toBe(false);
    expect(graph.getAttribute('corrections')).toHaveLength(1);
  });
});

describe('corrections.json', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-corrections-'));
  const graphPath = join(folder, 'graph.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is none where there is no file, and comes back as it was written, one correction a line', () => {
    expect(readCorrections(graphPath)).toEqual([]);
    const corrections: Correction[] = [{ do: 'reject', edge: MET }, { do: 'note', node: 'country:IR', text: 'a "quoted"\nnote' }];
    writeCorrections(graphPath, { format: 1, corrections });
    expect(readCorrections(graphPath)).toEqual(corrections);
    expect(readFileSync(join(folder, 'corrections.json'), 'utf8').split('\n')).toHaveLength(5);
    expect(correctionsText([])).toBe('{"format":1,"corrections":[]}\n');
  });

  it.each([
    ['{', 'it is not JSON'],
    ['[]', 'it is no {"format": 1, "corrections": […]}'],
    ['{"format":1,"corrections":[{"do":"delete"}]}', 'correction 1: "do" is not one of merge, rename, retype, reject, note'],
    ['{"format":1,"corrections":[{"do":"reject","edge":"e"},{"do":"rename","node":"a","label":" "}]}', 'correction 2: "rename" needs node and label'],
    ['{"format":1,"corrections":[{"do":"note","text":"a"}]}', 'correction 1: "note" needs node and text, or edge and text'],
    ['{"format":1,"corrections":[{"do":"retype","node":"a","type":"Planet"}]}', 'correction 1: "Planet" is no node type'],
    ['{"format":1,"corrections":[{"do":"merge","node":"a","into":"a"}]}', 'correction 1: a node cannot be merged into itself'],
    ['{"format":1,"corrections":[{"do":"constructor"}]}', 'correction 1: "do" is not one of'],
  ])('refuses %s', (text, why) => {
    expect(() => parseCorrections(text, 'corrections.json')).toThrow(DragomanError);
    expect(() => parseCorrections(text, 'corrections.json')).toThrow(`corrections.json: no usable corrections: ${why}`);
    writeFileSync(join(folder, 'corrections.json'), text);
    expect(() => readCorrections(graphPath)).toThrow(why);
  });

  it('keeps the fields that it knows', () => {
    expect(parseCorrections('{"format":1,"corrections":[{"text":"t","edge":"e","do":"note","by":"x"}]}', 'it').corrections).toEqual([{ do: 'note', edge: 'e', text: 't' }]);
  });
});
