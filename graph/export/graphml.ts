import type { NodeRecord } from '../schema.ts';
import type { GraphSource } from '../source.ts';
import { flat, NODE_COLUMNS, type Column, type ColumnType, type Value } from './columns.ts';
import type { Exporter } from './exporter.ts';
import { yedEdge, yedNode, YED_KEYS, YED_NAMESPACES } from './graphml-yed.ts';
import { EDGES, PAIRS, type Links } from './links.ts';
import { nodeColour, rgb } from './palette.ts';
import { xmlAttribute, xmlText } from './xml.ts';

// GraphML, http://graphml.graphdrawing.org/primer/graphml-primer.html. A key's id is what Gephi takes for the column's
// name, attr.name what NetworkX does; ids are unique over nodes and edges.

type Link = { readonly key: string; readonly source: string; readonly target: string };

/** What sets the files for one program apart. */
interface Dialect<Item extends Link> {
  readonly nodeColumns: readonly Column<NodeRecord>[];
  readonly edgeColumns: readonly Column<Item>[];
  readonly namespaces?: string;
  readonly graphicKeys?: string;
  nodeTag?(node: NodeRecord): string;
  edgeTag?(item: Item): string;
  nodeGraphics?(node: NodeRecord): string;
  edgeGraphics?(item: Item): string;
}

const TYPES: Readonly<Record<ColumnType, string>> = { string: 'string', int: 'int', double: 'double', boolean: 'boolean', date: 'string', 'string[]': 'string' };

const LABEL: Column<NodeRecord> = { name: 'label', type: 'string', of: ({ attributes }) => attributes.label };

function place(prefix: string): Column<NodeRecord>[] {
  return (['x', 'y', 'size'] as const).map((name) => ({ name: prefix + name, type: 'double', of: ({ attributes }) => attributes[name] }));
}

function colour<Item>(of: (item: Item) => string): Column<Item>[] {
  return ['r', 'g', 'b'].map((name, index) => ({ name, type: 'int', of: (item) => rgb(of(item))[index] }));
}

const linkLabel = <Item extends Link>(links: Links<Item>): Column<Item> => ({ name: 'label', type: 'string', of: links.label });
const linkWeight = <Item extends Link>(links: Links<Item>): Column<Item> => ({ name: 'weight', type: 'double', of: links.weight });

/** Gephi takes label, x, y, size, weight and r, g, b for the picture. */
function gephi<Item extends Link>(links: Links<Item>): Dialect<Item> {
  return {
    nodeColumns: [LABEL, ...place(''), ...colour<NodeRecord>(({ attributes }) => nodeColour(attributes.type)), ...NODE_COLUMNS],
    edgeColumns: [linkLabel(links), linkWeight(links), ...colour(links.colour), ...links.columns],
  };
}

/** yEd draws from its own elements only; the plain data beside them is for its tables. */
function yed<Item extends Link>(links: Links<Item>): Dialect<Item> {
  return {
    nodeColumns: [LABEL, ...place('layout_'), ...NODE_COLUMNS],
    edgeColumns: [linkLabel(links), linkWeight(links), ...links.columns],
    namespaces: YED_NAMESPACES,
    graphicKeys: YED_KEYS,
    nodeGraphics: yedNode,
    edgeGraphics: (item) => yedEdge({ label: links.label(item), colour: links.colour(item), weight: links.weight(item), arrow: !links.symmetric(item), solid: links.solid(item) }),
  };
}

/** `apoc.import.graphml` reads node labels and relationship types from `labels` and `label`; `name` is the property. */
function neo4j<Item extends Link>(links: Links<Item>): Dialect<Item> {
  const labels = ({ attributes }: NodeRecord): string => `:Entity:${attributes.type}`;
  return {
    nodeColumns: [
      { name: 'labels', type: 'string', of: labels },
      { name: 'key', type: 'string', of: ({ key }) => key },
      { ...LABEL, name: 'name' },
      ...place('layout_'),
      ...NODE_COLUMNS.filter(({ name }) => name !== 'type'),
    ],
    edgeColumns: [
      { name: 'label', type: 'string', of: links.type },
      { name: 'key', type: 'string', of: ({ key }) => key },
      linkWeight(links),
      ...links.columns.filter(({ name }) => name !== 'type'),
    ],
    nodeTag: (node) => ` labels="${xmlAttribute(labels(node))}"`,
    edgeTag: (item) => ` label="${xmlAttribute(links.type(item))}"`,
  };
}

function keyTag(id: string, domain: 'node' | 'edge', { name, type }: Column<never>): string {
  return `  <key id="${id}" for="${domain}" attr.name="${name}" attr.type="${TYPES[type]}"/>\n`;
}

function data<Item>(columns: readonly Column<Item>[], prefix: string, item: Item): string {
  const one = ({ name, of }: Column<Item>): string => {
    const value: Value | undefined = of(item);
    return value === undefined ? '' : `      <data key="${prefix}${name}">${xmlText(flat(value))}</data>\n`;
  };
  return columns.map(one).join('');
}

const EDGE_PREFIX = 'edge_';

function* write<Item extends Link>(graph: GraphSource, links: Links<Item>, dialect: Dialect<Item>): Generator<string> {
  const edges = links.count(graph);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"${dialect.namespaces ?? ''}>\n`;
  for (const column of dialect.nodeColumns) yield keyTag(column.name, 'node', column);
  for (const column of dialect.edgeColumns) yield keyTag(EDGE_PREFIX + column.name, 'edge', column);
  yield dialect.graphicKeys ?? '';
  yield `  <graph id="dragoman" edgedefault="directed" parse.nodes="${graph.order}"${edges === undefined ? '' : ` parse.edges="${edges}"`} parse.order="nodesfirst">\n`;
  for (const node of graph.nodes()) {
    yield `    <node id="${xmlAttribute(node.key)}"${dialect.nodeTag?.(node) ?? ''}>\n`;
    yield `${data(dialect.nodeColumns, '', node)}${dialect.nodeGraphics?.(node) ?? ''}    </node>\n`;
  }
  for (const item of links.items(graph)) {
    const ends = `source="${xmlAttribute(item.source)}" target="${xmlAttribute(item.target)}"`;
    yield `    <edge id="${xmlAttribute(item.key)}" ${ends} directed="true"${dialect.edgeTag?.(item) ?? ''}>\n`;
    yield `${data(dialect.edgeColumns, EDGE_PREFIX, item)}${dialect.edgeGraphics?.(item) ?? ''}    </edge>\n`;
  }
  yield '  </graph>\n</graphml>\n';
}

const DIALECTS = { gephi, yed, neo4j };

function written<Item extends Link>(graph: GraphSource, links: Links<Item>, flavour: keyof typeof DIALECTS): Iterable<string> {
  return write(graph, links, DIALECTS[flavour](links));
}

export const graphml: Exporter = {
  format: 'graphml',
  extension: 'graphml',
  mediaType: 'application/graphml+xml',
  means: 'GraphML for Gephi, NetworkX and Cytoscape; flavours for yEd and for Neo4j (APOC)',
  flavours: ['gephi', 'yed', 'neo4j'],
  canAggregate: true,
  files(graph, { flavour, aggregate }) {
    const dialect = flavour === 'yed' || flavour === 'neo4j' ? flavour : 'gephi';
    return [{ name: 'graph.graphml', chunks: aggregate ? written(graph, PAIRS, dialect) : written(graph, EDGES, dialect) }];
  },
};
