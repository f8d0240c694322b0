import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-graphml';
import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../graph/file.ts';
import { exportGraph, type Flavour } from '../../../graph/export/index.ts';
import { graphml } from '../../../graph/export/graphml.ts';
import { exporterContract, type Reading } from './export.contract.ts';
import { nastyGraph, UNWRITABLE, WITHOUT_UNWRITABLE } from './nasty-graph.ts';
import { elements, type XmlElement } from './xml-reader.ts';

const small = readGraph(new URL('../../fixtures/small-graph.json', import.meta.url).pathname);
const text = (flavour: Flavour, aggregate = false): string => [...exportGraph(small, graphml, { flavour, aggregate })].join('');

function dataOf(element: XmlElement): Map<string, string> {
  return new Map(element.children.filter(({ name }) => name === 'data').map((data) => [data.attributes['key'] ?? '', data.text]));
}

/** Any XML reader sees this; the label is the data under the key whose name is `label` or, for Neo4j, `name`. */
function readXml(flavour: Flavour) {
  return (files: ReadonlyMap<string, string>): Reading => {
    const all = elements(files.get('graph.graphml') ?? '');
    const nodes = all.filter(({ name }) => name === 'node');
    const edges = all.filter(({ name }) => name === 'edge');
    return {
      nodes: new Map(nodes.map((node) => [node.attributes['id'] ?? '', dataOf(node).get(flavour === 'neo4j' ? 'name' : 'label') ?? ''])),
      edges: edges.map(({ attributes }) => ({ key: attributes['id'] ?? '', source: attributes['source'] ?? '', target: attributes['target'] ?? '' })),
      values: [...nodes, ...edges].flatMap((element) => [...dataOf(element).values()]),
    };
  };
}

for (const flavour of ['gephi', 'yed', 'neo4j'] as const) {
  exporterContract(`GraphML for ${flavour}`, { exporter: graphml, options: { flavour }, read: readXml(flavour), unwritable: WITHOUT_UNWRITABLE });
  exporterContract(`GraphML for ${flavour}, one edge a pair`, {
    exporter: graphml,
    options: { flavour, aggregate: true },
    read: readXml(flavour),
    unwritable: WITHOUT_UNWRITABLE,
    edges: (graph) => new Set([...graph.edges()].map(({ source, target }) => `${source} ${target}`)).size,
  });
}

describe('GraphML', () => {
  it.each(['gephi', 'yed', 'neo4j'] as const)('for %s declares every key with for, name and type, under an id of its own', (flavour) => {
    const all = elements(text(flavour));
    const keys = all.filter(({ name }) => name === 'key');
    const ids = keys.map(({ attributes }) => attributes['id']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of keys) {
      expect(['node', 'edge']).toContain(attributes['for']);
      if (attributes['yfiles.type']) continue;
      expect(attributes['attr.name']).toMatch(/^[A-Za-z_]\w*$/);
      expect(['string', 'int', 'double', 'boolean']).toContain(attributes['attr.type']);
    }
    const used = all.filter(({ name }) => name === 'data').map(({ attributes }) => attributes['key']);
    expect(used.every((key) => ids.includes(key))).toBe(true);
    expect(all.find(({ name }) => name === 'graph')?.attributes).toMatchObject({ edgedefault: 'directed', 'parse.nodes': '15', 'parse.edges': '25' });
  });

  it('for Gephi comes through graphology as it went', () => {
    const graph = parse(MultiDirectedGraph, text('gephi'));
    expect([graph.order, graph.size]).toEqual([15, 25]);
    expect(graph.getNodeAttributes('person:leila-farahani')).toMatchObject({ label: 'Leila Farahani', type: 'Person', official: true, mentions: 3, x: 90, y: -20, size: 9.2 });
    expect(JSON.parse(graph.getNodeAttribute('militia:taliban', 'aliases') as string)).toEqual(['Taliban', 'طالبان']);
    const attack = graph.findEdge((_, { type, modality }) => type === 'ATTACKED' && modality === 'hypothetical') ?? '';
    expect(graph.getEdgeAttributes(attack)).toMatchObject({ polarity: 'affirmed', status: 'claimed', symmetric: false, confidence: 0.7, weight: 1, claimedBy: '["person:leila-farahani"]' });
    expect(JSON.parse(graph.getEdgeAttribute(attack, 'evidence') as string)).toEqual(small.getEdgeAttribute('country:IR|ATTACKED|country:IL|affirmed|hypothetical', 'evidence'));
    const met = graph.findEdge((_, { type }) => type === 'MET') ?? '';
    expect(graph.getEdgeAttributes(met)).toMatchObject({ symmetric: true, weight: 2 });
  });

  it('for Neo4j names labels and relationship types where APOC looks for them', () => {
    const all = elements(text('neo4j'));
    const node = all.find(({ name, attributes }) => name === 'node' && attributes['id'] === 'country:IN');
    expect(node?.attributes['labels']).toBe(':Entity:Country');
    expect(dataOf(node as XmlElement).get('labels')).toBe(':Entity:Country');
    const labels = all.filter(({ name }) => name === 'edge').map((edge) => [edge.attributes['label'], dataOf(edge).get('edge_label')]);
    expect(labels).toContainEqual(['RECOGNISED', 'RECOGNISED']);
    expect(labels.every(([attribute, data]) => attribute === data && /^[A-Z_]+$/.test(attribute ?? ''))).toBe(true);
  });

  it('for yEd draws nodes, arrowheads and dashes', () => {
    const yed = text('yed');
    expect(yed.match(/<y:NodeLabel/g)?.length).toBe(15);
    expect(yed.match(/<y:Arrows source="none" target="none"\/>/g)?.length).toBe(4);
    expect(yed).toMatch(/<y:LineStyle color="#2f86b8" type="dashed"[^>]*\/><y:Arrows[^>]*\/><y:EdgeLabel[^>]*>RECOGNISED \(negated\)</);
  });
});

describe('GraphML, whatever it is for,', () => {
  it('with one edge a pair sums what stands between the two', () => {
    const graph = parse(MultiDirectedGraph, text('gephi', true));
    const edge = graph.edges('person:leila-farahani', 'group:western-governments');
    expect(edge.length).toBe(1);
    expect(graph.getEdgeAttributes(edge[0])).toMatchObject({ label: 'ACCUSED, CRITICISED', weight: 2, edges: 2, conflict: 2, cooperation: 0, negated: 0, symmetric: false });
    const called = graph.edges('country:PK', 'militia:taliban')[0];
    expect(graph.getEdgeAttributes(called)).toMatchObject({ conflict: 0, cooperation: 0, label: 'CALLED_ON' });
  });

  it('drops what XML cannot hold and is well-formed all the same', () => {
    const all = [...exportGraph(nastyGraph(), graphml)].join('');
    for (const character of UNWRITABLE) expect(all).not.toContain(character);
    expect(Buffer.from(all).toString()).toBe(all);
  });
});
