import { isEdgeType, NODE_TYPES } from '../../src/model/vocabulary.ts';
import type { EdgeRecord, NodeRecord } from '../schema.ts';
import type { GraphSource } from '../source.ts';
import { entityLabels, ENTITY_PROPERTIES, evidenceOf, EVIDENCE_PROPERTIES, linksOf, RELATION_PROPERTIES, STORY_PROPERTIES, type Link } from '../property-graph.ts';
import type { Column } from './columns.ts';
import { cypherLiteral, cypherString } from './cypher-literal.ts';
import type { Exporter } from './exporter.ts';

// A script for cypher-shell. Run twice it changes nothing; values stand in literals, labels and types come from the
// vocabulary.

const BATCH = 100;

const CONSTRAINTS = [
  ['dragoman_entity_key', 'Entity', 'key'],
  ['dragoman_evidence_key', 'Evidence', 'key'],
  ['dragoman_story_id', 'Story', 'id'],
].map(([name, label, property]) => `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE;\n`);

function properties<Item>(columns: readonly Column<Item>[], item: Item): string {
  const pairs = columns.flatMap(({ name, type, of }) => {
    const value = of(item);
    return value === undefined ? [] : [`${name}: ${cypherLiteral(value, type)}`];
  });
  return `{${pairs.join(', ')}}`;
}

/** Rows of one kind, gathered into statements that share their text. */
class Batches {
  readonly #rows = new Map<string, string[]>();

  /** Gives the statement that became full, if one did. */
  add(action: string, row: string): string {
    const rows = this.#rows.get(action) ?? [];
    rows.push(row);
    if (rows.length < BATCH) {
      this.#rows.set(action, rows);
      return '';
    }
    this.#rows.delete(action);
    return statement(action, rows);
  }

  /** The statements that did not fill, by their text. */
  rest(): string {
    const statements = [...this.#rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([action, rows]) => statement(action, rows));
    this.#rows.clear();
    return statements.join('');
  }
}

function statement(action: string, rows: readonly string[]): string {
  return `UNWIND [\n${rows.join(',\n')}\n] AS row\n${action};\n`;
}

function entityAction({ attributes }: NodeRecord): string {
  const label = Object.hasOwn(NODE_TYPES, attributes.type) ? `:${attributes.type}` : '';
  return `MERGE (n:Entity {key: row.key}) REMOVE n:${entityLabels().join(':')} SET n = row${label && ` SET n${label}`}`;
}

function relationAction({ attributes: { type } }: EdgeRecord): string {
  const name: string = isEdgeType(type) ? type : 'RELATES_TO';
  return `MATCH (a:Entity {key: row.source}) MATCH (b:Entity {key: row.target}) MERGE (a)-[r:${name} {key: row.properties.key}]->(b) SET r = row.properties`;
}

const STORY_ACTION = 'MERGE (n:Story {id: row.id}) SET n = row';
const EVIDENCE_ACTION = 'MERGE (n:Evidence {key: row.key}) SET n = row';

function linkAction({ type }: Link): string {
  const target = type === 'IN_STORY' ? '(b:Story {id: row.to})' : '(b:Entity {key: row.to})';
  const order = type === 'ATTRIBUTED_TO' ? ' {order: row.order}' : '';
  return `MATCH (a:Evidence {key: row.from}) MATCH ${target} MERGE (a)-[:${type}${order}]->(b)`;
}

function* write(graph: GraphSource): Generator<string> {
  yield '// A Dragoman graph for Neo4j 5: cypher-shell -f FILE\n';
  yield* CONSTRAINTS;
  yield 'CALL db.awaitIndexes(300);\n';
  const batches = new Batches();
  const nodes = new Set<string>();
  for (const node of graph.nodes()) {
    nodes.add(node.key);
    yield batches.add(entityAction(node), properties(ENTITY_PROPERTIES, node));
  }
  for (const story of graph.attributes.stories) yield batches.add(STORY_ACTION, properties(STORY_PROPERTIES, story));
  yield batches.rest();
  for (const edge of graph.edges()) {
    const { source, target } = edge;
    yield batches.add(relationAction(edge), `{source: ${cypherString(source)}, target: ${cypherString(target)}, properties: ${properties(RELATION_PROPERTIES, edge)}}`);
  }
  for (const record of evidenceOf(graph)) yield batches.add(EVIDENCE_ACTION, properties(EVIDENCE_PROPERTIES, record));
  yield batches.rest();
  for (const record of evidenceOf(graph)) {
    for (const link of linksOf(record, (key) => nodes.has(key))) {
      const order = link.order === undefined ? '' : `, order: ${link.order}`;
      yield batches.add(linkAction(link), `{from: ${cypherString(link.from)}, to: ${cypherString(link.to)}${order}}`);
    }
  }
  yield batches.rest();
}

export const cypher: Exporter = {
  format: 'cypher',
  extension: 'cypher',
  mediaType: 'application/x-cypher-query',
  means: 'a Cypher script that cypher-shell runs, with the sentences and stories',
  flavours: [],
  canAggregate: false,
  files: (graph) => [{ name: 'graph.cypher', chunks: write(graph) }],
};
