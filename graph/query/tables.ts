// The property graph as the embedded database holds it: one label a node, so the type of an entity is a property.

import { EDGE_TYPES } from '../../src/model/vocabulary.ts';
import type { Column, ColumnType } from '../export/columns.ts';
import { ENTITY_PROPERTIES, evidenceOf, EVIDENCE_PROPERTIES, linksOf, RELATION_PROPERTIES, STORY_PROPERTIES, type EvidenceRecord, type Link } from '../property-graph.ts';
import type { EdgeRecord, NodeRecord } from '../schema.ts';
import type { GraphSource } from '../source.ts';
import { GraphFlaw } from '../validate.ts';

/** A table to create, and the rows to fill it with: strings, numbers, booleans, or lists of strings. */
export interface Table {
  readonly name: string;
  readonly fields: readonly Field[];
  /** For a relationship table: the node tables at its ends, whose keys are the first two cells of each row. */
  readonly ends?: readonly [from: NodeTable, to: NodeTable];
}

export interface Field {
  readonly name: string;
  readonly type: ColumnType;
}

type NodeTable = 'Entity' | 'Story' | 'Evidence';
export type Cell = ReturnType<Column<unknown>['of']>;

const fields = (columns: readonly Column<never>[]): Field[] => columns.map(({ name, type }) => ({ name, type }));
const cells = <Item>(columns: readonly Column<Item>[], item: Item): Cell[] => columns.map(({ of }) => of(item));

const TYPED: readonly Column<NodeRecord>[] = [...ENTITY_PROPERTIES, { name: 'type', type: 'string', of: ({ attributes }) => attributes.type }];
const ORDER: readonly Field[] = [{ name: 'order', type: 'int' }];
const LINKS: readonly Link['type'][] = ['SOURCE', 'TARGET', 'IN_STORY', 'ATTRIBUTED_TO', 'IN_PLACE'];

/** Nodes before relationships. The first field of a node table is its key. */
export const TABLES: readonly Table[] = [
  { name: 'Entity', fields: fields(TYPED) },
  { name: 'Story', fields: fields(STORY_PROPERTIES) },
  { name: 'Evidence', fields: fields(EVIDENCE_PROPERTIES) },
  ...Object.keys(EDGE_TYPES).map(relationTable),
  ...LINKS.map((name): Table => ({ name, fields: name === 'ATTRIBUTED_TO' ? ORDER : [], ends: ['Evidence', name === 'IN_STORY' ? 'Story' : 'Entity'] })),
];

function relationTable(name: string): Table {
  return { name, fields: fields(RELATION_PROPERTIES), ends: ['Entity', 'Entity'] };
}

/** The tables of a graph: those of every graph, and of the edge types of its own vocabulary. */
export function tablesOf({ attributes: { vocabulary } }: GraphSource): readonly Table[] {
  const own = vocabulary?.edgeTypes.map(({ name }) => name).filter((name) => !TABLES.some((table) => table.name === name)) ?? [];
  return [...TABLES, ...own.map(relationTable)];
}

/** Rows for one table, to be taken before the next load; those of the loads before it hold the nodes at their ends. */
export interface Load {
  readonly table: string;
  readonly rows: Iterable<readonly Cell[]>;
}

/** Edges whose rows are held at once. */
const EDGES_A_LOAD = 100_000;

/** Every row of the graph: nodes, then edges by type with their evidence, so that loading may begin before the last is read. */
export function* loadsOf(graph: GraphSource): Generator<Load> {
  const nodes = new Set<string>();
  yield { table: 'Entity', rows: entityRows(graph, nodes) };
  const { stories } = graph.attributes;
  yield { table: 'Story', rows: rowsOf(stories, (story) => cells(STORY_PROPERTIES, story)) };
  const ids = new Set(stories.map(({ id }) => id));
  for (const edges of parts(graph.edges(), EDGES_A_LOAD)) {
    yield* relationLoads(edges, nodes);
    yield* evidenceLoads(evidenceOf({ edges: () => edges }), nodes, ids);
  }
}

function* entityRows(graph: GraphSource, keys: Set<string>): Generator<Cell[]> {
  for (const node of graph.nodes()) {
    keys.add(node.key);
    yield cells(TYPED, node);
  }
}

/** @throws GraphFlaw where a node at an end is lacking, as it may in a file of lines */
function* relationLoads(edges: readonly EdgeRecord[], nodes: ReadonlySet<string>): Generator<Load> {
  const byType = new Map<string, EdgeRecord[]>();
  for (const edge of edges) {
    const lost = [edge.source, edge.target].find((key) => !nodes.has(key));
    if (lost !== undefined) throw new GraphFlaw(`edge ${JSON.stringify(edge.key)} names the node ${JSON.stringify(lost)}, which it lacks`);
    append(byType, edge.attributes.type, edge);
  }
  for (const [table, alike] of byType) yield { table, rows: rowsOf(alike, (edge) => [edge.source, edge.target, ...cells(RELATION_PROPERTIES, edge)]) };
}

function* evidenceLoads(records: Iterable<EvidenceRecord>, nodes: ReadonlySet<string>, stories: ReadonlySet<string>): Generator<Load> {
  const byType = new Map<string, Link[]>();
  const evidenceRow = (record: EvidenceRecord): Cell[] => {
    for (const link of linksOf(record, (key) => nodes.has(key))) {
      if (link.type !== 'IN_STORY' || stories.has(link.to)) append(byType, link.type, link);
    }
    return cells(EVIDENCE_PROPERTIES, record);
  };
  yield { table: 'Evidence', rows: rowsOf(records, evidenceRow) };
  for (const [table, links] of byType) {
    yield { table, rows: rowsOf(links, ({ from, to, order }) => (table === 'ATTRIBUTED_TO' ? [from, to, order] : [from, to])) };
  }
}

function* rowsOf<Item>(items: Iterable<Item>, row: (item: Item) => readonly Cell[]): Generator<readonly Cell[]> {
  for (const item of items) yield row(item);
}

function append<Item>(lists: Map<string, Item[]>, name: string, item: Item): void {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
}

function* parts<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let part: Item[] = [];
  for (const item of items) {
    part.push(item);
    if (part.length === size) {
      yield part;
      part = [];
    }
  }
  if (part.length) yield part;
}
