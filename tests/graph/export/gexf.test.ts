import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../graph/file.ts';
import { exportGraph } from '../../../graph/export/index.ts';
import { gexf, periodsOf } from '../../../graph/export/gexf.ts';
import type { EdgeAttributes } from '../../../graph/schema.ts';
import { exporterContract, type Reading } from './export.contract.ts';
import { WITHOUT_UNWRITABLE } from './nasty-graph.ts';
import { elements, type XmlElement } from './xml-reader.ts';

const small = readGraph(new URL('../../fixtures/small-graph.json', import.meta.url).pathname);
const text = [...exportGraph(small, gexf)].join('');

const valuesOf = (element: XmlElement): string[] =>
  (element.children.find(({ name }) => name === 'attvalues')?.children ?? []).map(({ attributes }) => attributes['value'] ?? '');

function read(files: ReadonlyMap<string, string>): Reading {
  const all = elements(files.get('graph.gexf') ?? '');
  const nodes = all.filter(({ name }) => name === 'node');
  const edges = all.filter(({ name }) => name === 'edge');
  return {
    nodes: new Map(nodes.map(({ attributes }) => [attributes['id'] ?? '', attributes['label'] ?? ''])),
    edges: edges.map(({ attributes }) => ({ key: attributes['id'] ?? '', source: attributes['source'] ?? '', target: attributes['target'] ?? '' })),
    values: [...nodes, ...edges].flatMap(valuesOf),
  };
}

exporterContract('GEXF', { exporter: gexf, read, unwritable: WITHOUT_UNWRITABLE });

describe('GEXF', () => {
  it('comes through graphology with places, colours and attributes', () => {
    const graph = parse(MultiDirectedGraph, text);
    expect([graph.order, graph.size]).toEqual([15, 25]);
    expect(graph.getNodeAttributes('person:leila-farahani')).toMatchObject({ label: 'Leila Farahani', type: 'Person', official: true, x: 90, y: -20, size: 9.2 });
    const key = 'country:IN|RECOGNISED|militia:taliban|negated|asserted';
    expect(graph.getEdgeAttributes(key)).toMatchObject({ type: 'RECOGNISED', polarity: 'negated', symmetric: false, confidence: 0.81, label: 'RECOGNISED (negated)' });
  });

  it('directs every edge and tells parallel ones apart by kind', () => {
    const edges = elements(text).filter(({ name }) => name === 'edge');
    expect(edges.every(({ attributes }) => attributes['type'] === 'directed')).toBe(true);
    const kinds = edges.filter(({ attributes }) => attributes['source'] === 'person:leila-farahani' && attributes['target'] === 'group:western-governments');
    expect(new Set(kinds.map(({ attributes }) => attributes['kind']))).toEqual(new Set(['ACCUSED', 'CRITICISED']));
  });

  it('has the days of the events, whole months and years where the text gives no more', () => {
    const spans = elements(text).filter(({ name, attributes }) => name === 'edge' && attributes['start'])
      .map(({ attributes }) => [attributes['kind'], attributes['start'], attributes['end']]);
    expect(spans).toEqual([['FOUGHT', '2024-01-01', '2024-12-31'], ['MET', '2025-01-01', '2025-01-31'], ['VISITED (possible)', '2025-02-01', '2025-02-28']]);
  });

  it('joins overlapping days and keeps others apart', () => {
    const dated = (...dates: string[]): EdgeAttributes => ({ evidence: dates.map((date) => ({ date })) }) as unknown as EdgeAttributes;
    expect(periodsOf(dated('2024-03', '2024-03-31/2024-04-02', '2023', 'last year'))).toEqual([
      { start: '2023-01-01', end: '2023-12-31' }, { start: '2024-03-01', end: '2024-04-02' },
    ]);
  });
});
