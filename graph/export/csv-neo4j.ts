import { EDGE_TYPES, NODE_TYPES } from '../../src/model/vocabulary.ts';
import type { EdgeRecord, NodeRecord, StoryRecord } from '../schema.ts';
import type { GraphSource } from '../source.ts';
import { ENTITY_PROPERTIES, evidenceOf, EVIDENCE_PROPERTIES, linksOf, RELATION_PROPERTIES, STORY_PROPERTIES, type EvidenceRecord, type Link } from '../property-graph.ts';
import type { Column, ColumnType, Value } from './columns.ts';
import { header, row } from './csv-table.ts';
import type { ExportFile } from './exporter.ts';

// Headers of neo4j-admin database import, https://neo4j.com/docs/operations-manual/current/import/
// Lists are joined by the default array delimiter; the same character within an item becomes a comma.

const COMMAND = `neo4j-admin database import full neo4j --overwrite-destination --multiline-fields=true \\
  --nodes=entities.csv --nodes=stories.csv --nodes=evidence.csv \\
  --relationships=relations.csv --relationships=evidence-entities.csv --relationships=evidence-stories.csv
`;

/** A column of the file: its header with the type, and the cell. */
interface Field<Item> {
  readonly header: string;
  readonly of: (item: Item) => string | number | boolean | undefined;
}

const TYPES: Readonly<Record<ColumnType, string>> = { string: '', int: ':int', double: ':double', boolean: ':boolean', date: ':date', 'string[]': ':string[]' };

function cellOf(value: Value | undefined): string | number | boolean | undefined {
  return typeof value === 'object' ? value.map((item) => item.replaceAll(';', ',')).join(';') : value;
}

function field<Item>({ name, type, of }: Column<Item>): Field<Item> {
  return { header: name + TYPES[type], of: (item) => cellOf(of(item)) };
}

function fields<Item>(id: string, group: string, columns: readonly Column<Item>[]): Field<Item>[] {
  return columns.map((column) => (column.name === id ? { ...field(column), header: `${id}:ID(${group})` } : field(column)));
}

const ENTITIES: readonly Field<NodeRecord>[] = [
  ...fields('key', 'Entity', ENTITY_PROPERTIES),
  { header: ':LABEL', of: ({ attributes }) => (Object.hasOwn(NODE_TYPES, attributes.type) ? `Entity;${attributes.type}` : 'Entity') },
];

const STORIES: readonly Field<StoryRecord>[] = [...fields('id', 'Story', STORY_PROPERTIES), { header: ':LABEL', of: () => 'Story' }];

const EVIDENCE: readonly Field<EvidenceRecord>[] = [...fields('key', 'Evidence', EVIDENCE_PROPERTIES), { header: ':LABEL', of: () => 'Evidence' }];

const RELATIONS: readonly Field<EdgeRecord>[] = [
  { header: ':START_ID(Entity)', of: ({ source }) => source },
  { header: ':END_ID(Entity)', of: ({ target }) => target },
  { header: ':TYPE', of: ({ attributes }) => (Object.hasOwn(EDGE_TYPES, attributes.type) ? attributes.type : undefined) },
  ...RELATION_PROPERTIES.map((column) => field(column)),
];

const linkFields = (group: 'Entity' | 'Story'): readonly Field<Link>[] => [
  { header: ':START_ID(Evidence)', of: ({ from }) => from },
  { header: `:END_ID(${group})`, of: ({ to }) => to },
  { header: ':TYPE', of: ({ type }) => type },
  { header: 'order:int', of: ({ order }) => order },
];

function* table<Item>(columns: readonly Field<Item>[], items: () => Iterable<Item>): Generator<string> {
  yield header(columns.map((column) => column.header));
  for (const item of items()) yield row(columns.map(({ of }) => of(item)));
}

function* linksTo(graph: GraphSource, wanted: (link: Link) => boolean): Generator<Link> {
  const nodes = new Set<string>();
  for (const { key } of graph.nodes()) nodes.add(key);
  for (const record of evidenceOf(graph)) yield* linksOf(record, (key) => nodes.has(key)).filter(wanted);
}

/** The six tables and the command that reads them. */
export function neo4jFiles(graph: GraphSource): readonly [ExportFile, ...ExportFile[]] {
  const inStory = ({ type }: Link): boolean => type === 'IN_STORY';
  return [
    { name: 'relations.csv', chunks: table(RELATIONS, () => graph.edges()) },
    { name: 'entities.csv', chunks: table(ENTITIES, () => graph.nodes()) },
    { name: 'stories.csv', chunks: table(STORIES, () => graph.attributes.stories) },
    { name: 'evidence.csv', chunks: table(EVIDENCE, () => evidenceOf(graph)) },
    { name: 'evidence-entities.csv', chunks: table(linkFields('Entity'), () => linksTo(graph, (link) => !inStory(link))) },
    { name: 'evidence-stories.csv', chunks: table(linkFields('Story'), () => linksTo(graph, inStory)) },
    { name: 'import.txt', chunks: [COMMAND] },
  ];
}
