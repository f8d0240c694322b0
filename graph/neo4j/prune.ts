// Removes what an earlier push wrote and the graph no longer holds. What others wrote stays: their nodes, their
// relationships, and a node of ours that one of their relationships hangs on.

import type { Session } from 'neo4j-driver';
import { evidenceOf } from '../property-graph.ts';
import type { GraphSource } from '../source.ts';
import { wellFormed } from '../well-formed.ts';
import { ANY_LINK } from './statements.ts';

/** What a prune removed; `kept` nodes are gone from the graph, but something of others hangs on them. */
export interface Pruned {
  readonly entities: number;
  readonly stories: number;
  readonly relationships: number;
  readonly sentences: number;
  readonly kept: number;
}

const BATCH = 2000;

interface Written {
  readonly id: string;
  readonly key: string;
}

const RELATIONS = 'MATCH (:Entity)-[r]->(:Entity) WHERE r.dragoman = true AND r.key IS NOT NULL RETURN elementId(r) AS id, r.key AS key';
const nodes = (label: string, key: string): string => `MATCH (n:${label}) WHERE n.dragoman = true RETURN elementId(n) AS id, n.${key} AS key`;

const DELETE_RELATIONS = 'UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row.id AND r.key = row.key AND r.dragoman = true DELETE r RETURN count(*) AS removed';
const DELETE_LINKS = `UNWIND $rows AS row MATCH (n:Evidence)-[link:${ANY_LINK}]->() WHERE elementId(n) = row.id DELETE link`;
const DELETE_NODES = 'UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.id AND n.dragoman = true AND NOT EXISTS { (n)--() } DELETE n RETURN count(*) AS removed';

/** @throws the driver's errors */
export async function prune(session: Session, graph: GraphSource): Promise<Pruned> {
  const goneRelations = await gone(session, RELATIONS, keysOf(graph.edges()));
  const relationships = await remove(session, DELETE_RELATIONS, goneRelations);
  const goneSentences = await gone(session, nodes('Evidence', 'key'), keysOf(evidenceOf(graph)));
  await remove(session, DELETE_LINKS, goneSentences);
  const sentences = await remove(session, DELETE_NODES, goneSentences);
  const goneStories = await gone(session, nodes('Story', 'id'), new Set(graph.attributes.stories.map(({ id }) => wellFormed(id))));
  const stories = await remove(session, DELETE_NODES, goneStories);
  const goneEntities = await gone(session, nodes('Entity', 'key'), keysOf(graph.nodes()));
  const entities = await remove(session, DELETE_NODES, goneEntities);
  const kept = goneSentences.length + goneStories.length + goneEntities.length - sentences - stories - entities;
  return { entities, stories, relationships, sentences, kept };
}

function keysOf(records: Iterable<{ readonly key: string }>): Set<string> {
  const keys = new Set<string>();
  for (const { key } of records) keys.add(wellFormed(key));
  return keys;
}

/** What the query finds in the database and the graph does not hold. */
async function gone(session: Session, query: string, held: ReadonlySet<string>): Promise<Written[]> {
  return session.executeRead(async (transaction) => {
    const found: Written[] = [];
    for await (const record of transaction.run(query)) {
      const written = record.toObject() as unknown as Written;
      if (!held.has(written.key)) found.push(written);
    }
    return found;
  });
}

async function remove(session: Session, statement: string, written: readonly Written[]): Promise<number> {
  let removed = 0;
  for (let first = 0; first < written.length; first += BATCH) {
    const rows = written.slice(first, first + BATCH);
    const { records } = await session.executeWrite((transaction) => transaction.run(statement, { rows }));
    removed += Number(records[0]?.get('removed') ?? 0);
  }
  return removed;
}
