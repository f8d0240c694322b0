// What a transaction of a worker sends beside the rows of a push: locks, reads, and the removal of what is no longer stated.

import { ANY_LINK } from './statements.ts';

/** Beside the schema of a push, one by one. A contribution is one for a text, whoever printed it. */
export const CONTRIBUTION_SCHEMA: readonly string[] = [
  'CREATE CONSTRAINT dragoman_contribution_text IF NOT EXISTS FOR (n:Contribution) REQUIRE n.sha256 IS UNIQUE',
  'CREATE INDEX dragoman_contribution_id IF NOT EXISTS FOR (n:Contribution) ON (n.ownId)',
  'CREATE INDEX dragoman_contribution_story IF NOT EXISTS FOR (n:Contribution) ON (n.story)',
];

/** Both are counted without a walk. */
export const COUNT = 'RETURN COUNT { (:Story) } AS stories, COUNT { (:Contribution) } AS contributions';
/** A story that a push brought: what it said was never counted, and what a worker writes would undo it. */
export const PUSHED_STORY = 'MATCH (s:Story) WHERE s.dragoman = true AND NOT EXISTS { (:Contribution {story: s.id}) } RETURN s.id AS id LIMIT 1';

// Setting a property takes the lock of its node until the transaction ends, whatever the value was; what is read in a later
// statement is then what the last one who held it left. All take their locks in the order of the keys.

export const LOCK_STORIES = 'UNWIND $keys AS key MERGE (n:Story {id: key}) ON CREATE SET n.dragoman = true SET n.dragoman = n.dragoman';
export const LOCK_TEXTS = 'UNWIND $keys AS key MERGE (n:Contribution {sha256: key}) ON CREATE SET n.dragoman = true SET n.dragoman = n.dragoman';
export const LOCK_ENTITIES = 'UNWIND $keys AS key MERGE (n:Entity {key: key}) ON CREATE SET n.dragoman = true SET n.dragoman = n.dragoman';

export const READ_CONTRIBUTIONS = `MATCH (c:Contribution) WHERE (c.sha256 IN $texts OR c.ownId IN $ids) AND c.data IS NOT NULL
  OPTIONAL MATCH (s:Story {id: c.story}) RETURN c.story AS id, c.data AS data, coalesce(s.text, '') AS text`;
export const READ_ENTITIES = 'UNWIND $keys AS key MATCH (n:Entity {key: key}) RETURN key, n.tally AS tally, n.stories AS stories, n.mentions IS NOT NULL AS known';
export const READ_RELATIONS = `UNWIND $pairs AS pair MATCH (:Entity {key: pair.source})-[r]->(:Entity {key: pair.target}) WHERE r.dragoman = true
  RETURN elementId(r) AS id, r.key AS key, pair.source AS source, pair.target AS target, type(r) AS type, r.polarity AS polarity, r.modality AS modality, r.symmetric AS symmetric, r.tally AS tally`;
/** Which sentences answer these edges: keys of the edges that those state. */
export const READ_ANSWERS = 'UNWIND $keys AS key MATCH (e:Evidence {answers: key}) RETURN DISTINCT key, e.relation AS answer';

export const UPDATE_RELATIONS = 'UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row.id SET r += row.properties';
/** Of any type in one statement, which Neo4j can since 5.26: one a type would have to be planned forty times over. */
export const CREATE_RELATIONS = `UNWIND $rows AS row MATCH (a:Entity {key: row.source}) MATCH (b:Entity {key: row.target})
  CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties, r.dragoman = true`;
export const WRITE_CONTRIBUTIONS = 'UNWIND $rows AS row MATCH (c:Contribution {sha256: row.sha256}) SET c.ownId = row.ownId, c.story = row.story, c.data = row.data';

export const DROP_LINKS = `UNWIND $keys AS key MATCH (:Evidence {key: key})-[link:${ANY_LINK}]->() DELETE link`;
export const DROP_EVIDENCE = 'UNWIND $keys AS key MATCH (n:Evidence {key: key}) WHERE n.dragoman = true AND NOT EXISTS { (n)--() } DELETE n';
export const DROP_RELATIONS = 'UNWIND $rows AS row MATCH (:Entity {key: row.source})-[r]->(:Entity {key: row.target}) WHERE r.key = row.key AND r.dragoman = true DELETE r';
export const DROP_STORIES = 'UNWIND $keys AS key MATCH (n:Story {id: key}) WHERE n.dragoman = true AND NOT EXISTS { (n)--() } DELETE n';
/** What something of others hangs on stays, with nothing said of it. */
export const EMPTY_ENTITIES = 'UNWIND $keys AS key MATCH (n:Entity {key: key}) SET n.mentions = 0 REMOVE n.tally, n.stories, n.storyCount';
export const DROP_ENTITIES = 'UNWIND $keys AS key MATCH (n:Entity {key: key}) WHERE n.dragoman = true AND NOT EXISTS { (n)--() } DELETE n';
