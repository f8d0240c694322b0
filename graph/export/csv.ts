import { byCodeUnit } from '../keys.ts';
import type { EdgeRecord, NodeRecord, StoryRecord } from '../schema.ts';
import type { GraphSource } from '../source.ts';
import { evidenceOf, EVIDENCE_PROPERTIES, STORY_PROPERTIES, type EvidenceRecord } from '../property-graph.ts';
import { EDGE_FACTS, filled, flat, kindOf, NODE_COLUMNS, strongest, type Column } from './columns.ts';
import { neo4jFiles } from './csv-neo4j.ts';
import { header, row } from './csv-table.ts';
import type { Exporter, ExportFile } from './exporter.ts';

// Plain tables for spreadsheets, pandas and Gephi: one of edges, one of nodes, one of sentences, one of stories.
// Values stand as they are: a name that begins with "=" is a formula to a spreadsheet that is not told otherwise.

type Names = ReadonlyMap<string, string>;

const NODES: readonly Column<NodeRecord>[] = [
  { name: 'id', type: 'string', of: ({ key }) => key },
  { name: 'label', type: 'string', of: ({ attributes }) => attributes.label },
  ...NODE_COLUMNS,
  { name: 'x', type: 'double', of: ({ attributes }) => attributes.x },
  { name: 'y', type: 'double', of: ({ attributes }) => attributes.y },
  { name: 'size', type: 'double', of: ({ attributes }) => attributes.size },
];

/** `label` and `kind` are for Gephi, which draws the one and keeps parallel edges apart by the other. */
const edgeColumns = (names: Names): readonly Column<EdgeRecord>[] => [
  { name: 'id', type: 'string', of: ({ key }) => key },
  { name: 'source', type: 'string', of: ({ source }) => source },
  { name: 'target', type: 'string', of: ({ target }) => target },
  ...EDGE_FACTS.slice(0, 1),
  { name: 'label', type: 'string', of: ({ attributes }) => kindOf(attributes) },
  { name: 'kind', type: 'string', of: ({ attributes }) => kindOf(attributes) },
  { name: 'weight', type: 'int', of: ({ attributes }) => attributes.weight },
  { name: 'sourceLabel', type: 'string', of: ({ source }) => names.get(source) },
  { name: 'targetLabel', type: 'string', of: ({ target }) => names.get(target) },
  ...EDGE_FACTS.slice(1),
  { name: 'sentence', type: 'string', of: ({ attributes }) => strongest(attributes)?.text },
];

const evidenceColumns = (names: Names): readonly Column<EvidenceRecord>[] => [
  ...EVIDENCE_PROPERTIES.slice(0, 3),
  { name: 'source', type: 'string', of: ({ edge }) => edge.source },
  { name: 'target', type: 'string', of: ({ edge }) => edge.target },
  { name: 'sourceLabel', type: 'string', of: ({ edge }) => names.get(edge.source) },
  { name: 'targetLabel', type: 'string', of: ({ edge }) => names.get(edge.target) },
  { name: 'polarity', type: 'string', of: ({ edge }) => edge.attributes.polarity },
  { name: 'modality', type: 'string', of: ({ edge }) => edge.attributes.modality },
  { name: 'claimedBy', type: 'string[]', of: ({ evidence }) => filled(evidence.attributedTo) },
  { name: 'story', type: 'string', of: ({ evidence }) => evidence.story },
  { name: 'place', type: 'string', of: ({ evidence }) => evidence.place },
  ...EVIDENCE_PROPERTIES.slice(3),
];

const STORIES: readonly Column<StoryRecord>[] = STORY_PROPERTIES.filter(({ name }) => name !== 'text');

function namesOf(graph: GraphSource): Names {
  const names = new Map<string, string>();
  for (const { key, attributes } of graph.nodes()) names.set(key, attributes.label);
  return names;
}

function* table<Item>(columns: () => readonly Column<Item>[], items: () => Iterable<Item>): Generator<string> {
  const used = columns();
  yield header(used.map(({ name }) => name));
  for (const item of items()) {
    yield row(used.map(({ of }) => {
      const value = of(item);
      return value === undefined ? undefined : flat(value);
    }));
  }
}

function plainFiles(graph: GraphSource): readonly [ExportFile, ...ExportFile[]] {
  const stories = (): StoryRecord[] => graph.attributes.stories.toSorted((a, b) => byCodeUnit(a.id, b.id));
  return [
    { name: 'edges.csv', chunks: table(() => edgeColumns(namesOf(graph)), () => graph.edges()) },
    { name: 'nodes.csv', chunks: table(() => NODES, () => graph.nodes()) },
    { name: 'evidence.csv', chunks: table(() => evidenceColumns(namesOf(graph)), () => evidenceOf(graph)) },
    { name: 'stories.csv', chunks: table(() => STORIES, stories) },
  ];
}

export const csv: Exporter = {
  format: 'csv',
  extension: 'csv',
  mediaType: 'text/csv',
  means: 'CSV tables of edges, nodes, sentences and stories in a folder (on stdout the edges); flavour neo4j for neo4j-admin import',
  flavours: ['plain', 'neo4j'],
  canAggregate: false,
  files: (graph, { flavour }) => (flavour === 'neo4j' ? neo4jFiles(graph) : plainFiles(graph)),
};
