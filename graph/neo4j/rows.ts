// Records of the property graph as rows that the driver sends, with the statement that takes them.

import neo4j from 'neo4j-driver';
import type { Column, ColumnType, Value } from '../export/columns.ts';
import { ENTITY_PROPERTIES, evidenceOf, EVIDENCE_PROPERTIES, linksOf, RELATION_PROPERTIES, STORY_PROPERTIES } from '../property-graph.ts';
import type { NodeRecord, StoryRecord } from '../schema.ts';
import type { GraphSource } from '../source.ts';
import { wellFormed } from '../well-formed.ts';
import { entityStatement, EVIDENCE_STATEMENT, linkName, linkStatement, relationStatement, STALE_LINKS_STATEMENT, STORY_STATEMENT } from './statements.ts';

type Properties = Readonly<Record<string, unknown>>;

/** What rows are counted as. */
export type RowKind = 'entities' | 'stories' | 'relationships' | 'sentences' | 'links' | 'checks';

export interface Row {
  readonly kind: RowKind;
  readonly statement: string;
  /** The parameters of one row. */
  readonly values: Properties;
}

/**
 * The rows of a graph in the order in which they can be written: what a row refers to comes in an earlier part.
 * @throws nothing of its own; a source of lines may throw during a walk
 */
export function* partsOf(graph: GraphSource): Generator<Iterable<Row>> {
  const nodes = new Set<string>();
  for (const { key } of graph.nodes()) nodes.add(key);
  const hasNode = (key: string): boolean => nodes.has(key);
  yield entityRows(graph);
  yield storyRows(graph);
  yield relationRows(graph);
  yield staleRows(graph, hasNode);
  yield evidenceRows(graph);
  yield linkRows(graph, hasNode);
}

function* entityRows(graph: GraphSource): Generator<Row> {
  for (const node of graph.nodes()) yield entityRow(node);
}

/** @param more properties beside those of the columns */
export function entityRow(node: NodeRecord, columns = ENTITY_PROPERTIES, more: Properties = {}): Row {
  const properties = { ...propertiesOf(columns, node), ...more };
  return { kind: 'entities', statement: entityStatement(node.attributes.type), values: { key: wellFormed(node.key), properties } };
}

function* storyRows(graph: GraphSource): Generator<Row> {
  for (const story of graph.attributes.stories) yield storyRow(story);
}

export function storyRow(story: StoryRecord): Row {
  return { kind: 'stories', statement: STORY_STATEMENT, values: { key: wellFormed(story.id), properties: propertiesOf(STORY_PROPERTIES, story) } };
}

function* relationRows(graph: GraphSource): Generator<Row> {
  for (const edge of graph.edges()) {
    const values = { key: wellFormed(edge.key), source: wellFormed(edge.source), target: wellFormed(edge.target), properties: propertiesOf(RELATION_PROPERTIES, edge) };
    yield { kind: 'relationships', statement: relationStatement(edge.attributes.type), values };
  }
}

export function* evidenceRows(graph: Pick<GraphSource, 'edges'>): Generator<Row> {
  for (const record of evidenceOf(graph)) {
    yield { kind: 'sentences', statement: EVIDENCE_STATEMENT, values: { key: wellFormed(record.key), properties: propertiesOf(EVIDENCE_PROPERTIES, record) } };
  }
}

export function* staleRows(graph: Pick<GraphSource, 'edges'>, hasNode: (key: string) => boolean): Generator<Row> {
  for (const record of evidenceOf(graph)) {
    const links = linksOf(record, hasNode).map((link) => wellFormed(linkName(link)));
    yield { kind: 'checks', statement: STALE_LINKS_STATEMENT, values: { key: wellFormed(record.key), links } };
  }
}

export function* linkRows(graph: Pick<GraphSource, 'edges'>, hasNode: (key: string) => boolean): Generator<Row> {
  for (const record of evidenceOf(graph)) {
    for (const link of linksOf(record, hasNode)) {
      const order = link.order === undefined ? {} : { order: neo4j.int(link.order) };
      yield { kind: 'links', statement: linkStatement(link.type), values: { from: wellFormed(link.from), to: wellFormed(link.to), ...order } };
    }
  }
}

/** Every property, absent ones as null: that removes what an earlier push wrote. */
export function propertiesOf<Item>(columns: readonly Column<Item>[], item: Item): Properties {
  const properties: Record<string, unknown> = {};
  for (const { name, type, of } of columns) {
    const value = of(item);
    properties[name] = value === undefined ? null : driverValue(value, type);
  }
  return properties;
}

/** Whole numbers as Neo4j's integers, days as its dates. */
function driverValue(value: Value, type: ColumnType): unknown {
  if (typeof value === 'number') return type === 'int' ? neo4j.int(value) : value;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return value.map(wellFormed);
  if (type !== 'date') return wellFormed(value);
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  return new neo4j.types.Date(year, month, day);
}
