import { readGraph } from '../../../graph/file.ts';
import type { DragomanGraph } from '../../../graph/schema.ts';
import type { TestNeo4j } from '../../neo4j.ts';

export const smallGraph = (): DragomanGraph => readGraph(new URL('../../fixtures/small-graph.json', import.meta.url).pathname);

export const SPEECH = 'country:IR|WROTE_TO|country:PK|affirmed|asserted';

/** How many sentences support the edges of a graph. */
export function sentencesOf(graph: DragomanGraph): number {
  return graph.reduceEdges((sum, _, { evidence }) => sum + evidence.length, 0);
}

/** Everything that the database holds, in a form that compares. */
export async function contents(neo4j: TestNeo4j): Promise<{ nodes: unknown[]; relationships: unknown[] }> {
  const nodes = await neo4j.query('MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties, elementId(n) AS id ORDER BY id');
  const relationships = await neo4j.query('MATCH (a)-[r]->(b) RETURN elementId(a) AS a, elementId(b) AS b, type(r) AS type, properties(r) AS properties, elementId(r) AS id ORDER BY id');
  return { nodes: JSON.parse(JSON.stringify(nodes)) as unknown[], relationships: JSON.parse(JSON.stringify(relationships)) as unknown[] };
}
