// The text of every statement that writes rows. Labels and types come from the vocabulary; values only from $rows.
// What Dragoman creates it marks with `dragoman: true`, so that a later prune knows its own; properties that others
// added stay.

import { EDGE_TYPES, NODE_TYPES, type EdgeType, type NodeType } from '../../src/model/vocabulary.ts';
import type { Link } from '../property-graph.ts';

const UNWIND = 'UNWIND $rows AS row';
const LINK_TYPES: readonly Link['type'][] = ['SOURCE', 'TARGET', 'IN_STORY', 'ATTRIBUTED_TO', 'IN_PLACE'];

/** The types of the layer of evidence, as a pattern takes them. */
export const ANY_LINK = LINK_TYPES.join('|');

/** A vocabulary's name, or an error: nothing else may become part of a statement. */
function nameIn<Name extends string>(vocabulary: Readonly<Record<Name, unknown>>, name: Name): Name {
  if (!Object.hasOwn(vocabulary, name)) throw new RangeError(`${name} is not of the vocabulary`);
  return name;
}

/** Rows `{key, properties}`: entities of one type. */
export function entityStatement(type: NodeType): string {
  const label = nameIn(NODE_TYPES, type);
  const others = Object.keys(NODE_TYPES).filter((name) => name !== label).join(':');
  return `${UNWIND} MERGE (n:Entity {key: row.key}) ON CREATE SET n.dragoman = true SET n:${label}, n += row.properties REMOVE n:${others}`;
}

/** Rows `{key, source, target, properties}`: relationships of one type. */
export function relationStatement(type: EdgeType): string {
  return `${UNWIND} MATCH (a:Entity {key: row.source}) MATCH (b:Entity {key: row.target})
    MERGE (a)-[r:${nameIn(EDGE_TYPES, type)} {key: row.key}]->(b) ON CREATE SET r.dragoman = true SET r += row.properties`;
}

/** Rows `{key, properties}`: stories. */
export const STORY_STATEMENT = `${UNWIND} MERGE (n:Story {id: row.key}) ON CREATE SET n.dragoman = true SET n += row.properties`;

/** Rows `{key, properties}`: sentences that state something. */
export const EVIDENCE_STATEMENT = `${UNWIND} MERGE (n:Evidence {key: row.key}) ON CREATE SET n.dragoman = true SET n += row.properties`;

/** Rows `{from, to}`: what a sentence is tied to; `{from, to, order}` for ATTRIBUTED_TO. */
export function linkStatement(type: Link['type']): string {
  const end = type === 'IN_STORY' ? '(b:Story {id: row.to})' : '(b:Entity {key: row.to})';
  const order = type === 'ATTRIBUTED_TO' ? ' {order: row.order}' : '';
  return `${UNWIND} MATCH (a:Evidence {key: row.from}) MATCH ${end} MERGE (a)-[:${type}${order}]->(b)`;
}

/** Rows `{key, links}`: drops the ties of a sentence that are not among its links, each written as `linkName` does. */
export const STALE_LINKS_STATEMENT = `${UNWIND} MATCH (a:Evidence {key: row.key})-[link:${ANY_LINK}]->(b)
  WHERE NOT type(link) + ' ' + coalesce(toString(link.order), '') + ' ' + coalesce(b.key, b.id) IN row.links DELETE link`;

export function linkName({ type, order, to }: Link): string {
  return `${type} ${order ?? ''} ${to}`;
}
