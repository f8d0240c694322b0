// The property graph as the embedded database holds it: one label a node, so the type of an entity is a property.

import { EDGE_TYPES } from '../../src/model/vocabulary.ts';
import type { Column, ColumnType } from '../export/columns.ts';
import { ENTITY_PROPERTIES, evidenceOf, EVIDENCE_PROPERTIES, linksOf, RELATION_PROPERTIES, STORY_PROPERTIES, type EvidenceRecord, type Link } from '../property-graph.ts';
import type { EdgeRecord, NodeRecord } from '../schema.ts';
import type { GraphSource } from '../source.ts';

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

/** Every row of the graph with the table that it goes to. */
export function* rowsOf(graph: GraphSource): Generator<readonly [table: string, row: readonly Cell[]]> {
  const nodes = new Set<string>();
  for (const node of graph.nodes()) {
    nodes.add(node.key);
    yield ['Entity', cells(TYPED, node)];
  }
  const stories = new Set<string>();
  for (const story of graph.attributes.stories) {
    stories.add(story.id);
    yield ['Story', cells(STORY_PROPERTIES, story)];
  }
  for (const edge of graph.edges()) yield relationRow(edge);
  for (const record of evidenceOf(graph)) {
    yield ['Evidence', cells(EVIDENCE_PROPERTIES, record)];
    yield* linkRows(record, nodes, stories);
  }
}

function relationRow(edge: EdgeRecord): readonly [string, readonly Cell[]] {
  return [edge.attributes.type, [edge.source, edge.target, ...cells(RELATION_PROPERTIES, edge)]];
}

function* linkRows(record: EvidenceRecord, nodes: ReadonlySet<string>, stories: ReadonlySet<string>): Generator<readonly [string, readonly Cell[]]> {
  for (const { type, from, to, order } of linksOf(record, (key) => nodes.has(key))) {
    if (type === 'IN_STORY' && !stories.has(to)) continue;
    yield [type, [from, to, ...(type === 'ATTRIBUTED_TO' ? [order] : [])]];
  }
}
