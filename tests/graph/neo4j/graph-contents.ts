import type { DragomanGraph } from '../../../graph/schema.ts';
import { pushGraph } from '../../../graph/neo4j/index.ts';
import type { TestNeo4j } from '../../neo4j.ts';

/** A graph as the database holds it, in a form that compares. */
export interface GraphContents {
  readonly nodes: readonly string[];
  readonly relationships: readonly string[];
}

/**
 * What a reader sees of the graph: without ids of the server, the workers' own counts, and what takes the whole graph to know.
 * Text by text, so that a difference is shown as what is missing.
 */
export async function graphContents(neo4j: TestNeo4j): Promise<GraphContents> {
  const nodes = await neo4j.query('MATCH (n) WHERE NOT n:Contribution RETURN labels(n) AS labels, properties(n) AS properties');
  const relationships = await neo4j.query('MATCH (a)-[r]->(b) RETURN coalesce(a.key, a.id) AS a, type(r) AS type, properties(r) AS properties, coalesce(b.key, b.id) AS b');
  return { nodes: nodes.map(asText).sort(), relationships: relationships.map(asText).sort() };
}

/** What build and push make of a graph, in a database that is empty before and after. */
export async function pushedContents(neo4j: TestNeo4j, graph: DragomanGraph): Promise<GraphContents> {
  await neo4j.wipe();
  await pushGraph(graph, neo4j.target);
  const contents = await graphContents(neo4j);
  await neo4j.wipe();
  return contents;
}

function asText(row: Readonly<Record<string, unknown>>): string {
  const { properties, labels, ...ends } = row as { properties: Record<string, unknown>; labels?: string[] };
  const { tally: _, storyCount: __, community: ___, ...shown } = properties;
  const byName = Object.entries(shown).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ ...ends, labels: labels?.toSorted(), properties: Object.fromEntries(byName) });
}
