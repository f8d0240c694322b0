import { periodOf, type Period } from '../dates.ts';
import { byCodeUnit } from '../keys.ts';
import type { EdgeAttributes, EdgeRecord, NodeRecord } from '../schema.ts';
import type { GraphSource } from '../source.ts';
import { EDGE_COLUMNS, flat, kindOf, NODE_COLUMNS, type Column, type ColumnType } from './columns.ts';
import type { Exporter } from './exporter.ts';
import { EDGES } from './links.ts';
import { nodeColour, rgb } from './palette.ts';
import { xmlAttribute } from './xml.ts';

// GEXF 1.3, https://gexf.net/schema.html. No lastmodifieddate: the same graph is the same bytes.

const TYPES: Readonly<Record<ColumnType, string>> = { string: 'string', int: 'integer', double: 'double', boolean: 'boolean', date: 'string', 'string[]': 'string' };

function declarations<Item>(domain: 'node' | 'edge', columns: readonly Column<Item>[]): string {
  const lines = columns.map(({ name, type }) => `      <attribute id="${name}" title="${name}" type="${TYPES[type]}"/>\n`);
  return `    <attributes class="${domain}" mode="static">\n${lines.join('')}    </attributes>\n`;
}

function values<Item>(columns: readonly Column<Item>[], item: Item): string {
  const lines = columns.flatMap(({ name, of }) => {
    const value = of(item);
    return value === undefined ? [] : [`          <attvalue for="${name}" value="${xmlAttribute(flat(value))}"/>\n`];
  });
  return `        <attvalues>\n${lines.join('')}        </attvalues>\n`;
}

function colourTag(colour: string): string {
  const [r, g, b] = rgb(colour);
  return `        <viz:color r="${r}" g="${g}" b="${b}"/>\n`;
}

function nodeTag(node: NodeRecord): string {
  const { label, type, x, y, size } = node.attributes;
  return `      <node id="${xmlAttribute(node.key)}" label="${xmlAttribute(label)}">\n${values(NODE_COLUMNS, node)}${colourTag(nodeColour(type))}`
    + (x === undefined || y === undefined ? '' : `        <viz:position x="${x}" y="${y}" z="0"/>\n`)
    + (size === undefined ? '' : `        <viz:size value="${size}"/>\n`)
    + '      </node>\n';
}

/** The days on which the evidence puts the event, overlapping ones as one. */
export function periodsOf({ evidence }: EdgeAttributes): Period[] {
  const periods = evidence.flatMap(({ date }) => (date === undefined ? [] : periodOf(date) ?? []));
  const merged: { start: string; end: string }[] = [];
  for (const { start, end } of periods.sort((a, b) => byCodeUnit(a.start, b.start) || byCodeUnit(a.end, b.end))) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = end > last.end ? end : last.end;
    else merged.push({ start, end });
  }
  return merged;
}

function edgeTag(edge: EdgeRecord): string {
  const { key, source, target, attributes } = edge;
  const periods = periodsOf(attributes);
  const [first, last] = [periods[0], periods.at(-1)];
  const span = first && last ? ` start="${first.start}" end="${last.end}"` : '';
  const kind = xmlAttribute(kindOf(attributes));
  const spells = periods.length > 1 ? `        <spells>${periods.map(({ start, end }) => `<spell start="${start}" end="${end}"/>`).join('')}</spells>\n` : '';
  return `      <edge id="${xmlAttribute(key)}" source="${xmlAttribute(source)}" target="${xmlAttribute(target)}" type="directed" kind="${kind}" label="${kind}" weight="${attributes.weight}"${span}>\n`
    + `${values(EDGE_COLUMNS, edge)}${spells}${colourTag(EDGES.colour(edge))}      </edge>\n`;
}

function* write(graph: GraphSource): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield '  <meta>\n    <creator>Dragoman</creator>\n    <description>Who did what to whom, read by machine from news stories</description>\n  </meta>\n';
  yield '  <graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date" timerepresentation="interval">\n';
  yield declarations('node', NODE_COLUMNS);
  yield declarations('edge', EDGE_COLUMNS);
  yield `    <nodes count="${graph.order}">\n`;
  for (const node of graph.nodes()) yield nodeTag(node);
  yield `    </nodes>\n    <edges count="${graph.size}">\n`;
  for (const edge of graph.edges()) yield edgeTag(edge);
  yield '    </edges>\n  </graph>\n</gexf>\n';
}

export const gexf: Exporter = {
  format: 'gexf',
  extension: 'gexf',
  mediaType: 'application/gexf+xml',
  means: 'GEXF 1.3 for Gephi, with parallel edges by kind and the dates as a timeline',
  flavours: [],
  canAggregate: false,
  files: (graph) => [{ name: 'graph.gexf', chunks: write(graph) }],
};
