import { beforeEach, describe, expect, it } from 'vitest';
import { pushGraph } from '../../../graph/neo4j/index.ts';
import { NASTY_NAMES, nastyGraph, STRICT_NAME } from '../export/nasty-graph.ts';
import type { TestNeo4j } from '../../neo4j.ts';
import { contents, sentencesOf, smallGraph, SPEECH } from './graphs.ts';

export function pushCases(neo4j: TestNeo4j): void {
  describe('push', () => {
    beforeEach(() => neo4j.wipe());

    it('loads every node, relationship, story and sentence', async () => {
      const graph = smallGraph();
      const { loaded, created } = await pushGraph(graph, neo4j.target);
      expect(loaded).toMatchObject({ entities: graph.order, relationships: graph.size, stories: 2, sentences: sentencesOf(graph) });
      expect(created.nodes).toBe(graph.order + 2 + sentencesOf(graph));
      expect(await neo4j.query('MATCH (n) RETURN labels(n)[0] AS label, count(*) AS count ORDER BY label')).toEqual([
        { label: 'Entity', count: graph.order }, { label: 'Evidence', count: sentencesOf(graph) }, { label: 'Story', count: 2 },
      ]);
      const relations = await neo4j.query('MATCH (a:Entity)-[r]->(b:Entity) RETURN r.key AS key, a.key AS source, b.key AS target, type(r) AS type');
      expect(new Map(relations.map(({ key, ...rest }) => [key, rest]))).toEqual(
        new Map(graph.mapEdges((key, { type }, source, target) => [key, { source, target, type }])),
      );
    });

    it('makes constraints and indexes, all of them online', async () => {
      await pushGraph(smallGraph(), neo4j.target);
      const constraints = await neo4j.query('SHOW CONSTRAINTS YIELD name, type RETURN name, type ORDER BY name');
      expect(constraints).toEqual(['dragoman_entity_key', 'dragoman_evidence_key', 'dragoman_story_id'].map((name) => ({ name, type: 'UNIQUENESS' })));
      const indexes = await neo4j.query("SHOW INDEXES YIELD name, state, type WHERE name STARTS WITH 'dragoman' RETURN name, state, type");
      expect(indexes.filter(({ state }) => state !== 'ONLINE')).toEqual([]);
      expect(new Set(indexes.filter(({ type }) => type === 'FULLTEXT').map(({ name }) => name))).toEqual(new Set(['dragoman_entity_names', 'dragoman_evidence_text', 'dragoman_story_text']));
      const [hit] = await neo4j.query("CALL db.index.fulltext.queryNodes('dragoman_evidence_text', 'wheat') YIELD node RETURN node.text AS text");
      expect(hit?.['text']).toContain('send wheat to Afghanistan');
    });

    it('changes nothing the second time', async () => {
      await pushGraph(nastyGraph(), neo4j.target);
      const before = await contents(neo4j);
      const { created } = await pushGraph(nastyGraph(), neo4j.target);
      expect(created).toEqual({ nodes: 0, relationships: 0 });
      expect(await contents(neo4j)).toEqual(before);
    });

    it('loads names that look like queries as names', async () => {
      const graph = nastyGraph();
      await pushGraph(graph, neo4j.target);
      const names = (await neo4j.query('MATCH (n:Entity) RETURN n.name AS name')).map(({ name }) => name);
      expect(names).toHaveLength(graph.order);
      for (const name of [...NASTY_NAMES, STRICT_NAME]) expect(names).toContain(name);
    });

    it('gives days as dates, whole numbers as integers and one label for each type', async () => {
      await pushGraph(smallGraph(), neo4j.target);
      expect(await neo4j.query(`MATCH (a:Country {name: 'Iran'})-[r:FOUGHT]-(b:Country {name: 'Israel'})
        RETURN r.dateStart = date('2024-01-01') AS start, r.dateEnd = date('2024-12-31') AS end, valueType(r.weight) STARTS WITH 'INTEGER' AS whole, labels(a) AS labels, r.status AS status`))
        .toEqual([{ start: true, end: true, whole: true, labels: ['Entity', 'Country'], status: 'reported' }]);
    });
  });
}

/** What the layer of evidence answers, and pushes onto what is there already. */
export function repushCases(neo4j: TestNeo4j): void {
  describe('evidence and later pushes', () => {
    beforeEach(() => neo4j.wipe());

    it('answers in one query who claims that A attacked B, and in which words', async () => {
      await pushGraph(smallGraph(), neo4j.target);
      const claims = await neo4j.query(`MATCH (a:Entity)-[r:ATTACKED]->(b:Entity) MATCH (e:Evidence {relation: r.key})-[:ATTRIBUTED_TO]->(who)
        MATCH (e)-[:IN_STORY]->(s:Story) RETURN who.name AS who, a.name AS a, b.name AS b, e.trigger AS words, s.outlet AS outlet ORDER BY who`);
      expect(claims).toEqual([
        { who: 'Leila Farahani', a: 'Iran', b: 'Israel', words: 'strike', outlet: 'Sample Wire' },
        { who: 'Ministry of External Affairs (India)', a: 'Pakistan', b: 'Afghanistan', words: 'strikes', outlet: 'Sample Gazette' },
      ]);
    });

    it('replaces what changed, and leaves what others added', async () => {
      await pushGraph(smallGraph(), neo4j.target);
      await neo4j.query("MATCH (n:Entity {key: 'country:IR'}) SET n.note = 'mine', n:Watched");
      await neo4j.query('MATCH ()-[r {key: $key}]->() SET r.checked = true', { key: SPEECH });
      const graph = smallGraph();
      graph.mergeNodeAttributes('country:IR', { label: 'Islamic Republic of Iran', aliases: [] });
      graph.setNodeAttribute('group:western-governments', 'type', 'Organisation');
      const [evidence] = graph.getEdgeAttribute(SPEECH, 'evidence');
      graph.setEdgeAttribute(SPEECH, 'evidence', [{ ...(evidence as NonNullable<typeof evidence>), attributedTo: ['country:IN', 'country:PK'] }]);
      await pushGraph(graph, neo4j.target);
      expect(await neo4j.query("MATCH (n:Entity {key: 'country:IR'}) RETURN n.name AS name, n.aliases AS aliases, n.note AS note, labels(n) AS labels"))
        .toEqual([{ name: 'Islamic Republic of Iran', aliases: null, note: 'mine', labels: ['Entity', 'Country', 'Watched'] }]);
      expect(await neo4j.query("MATCH (n:Entity {key: 'group:western-governments'}) RETURN labels(n) AS labels")).toEqual([{ labels: ['Entity', 'Organisation'] }]);
      expect(await neo4j.query('MATCH (e:Evidence {relation: $key})-[link:ATTRIBUTED_TO]->(who) MATCH ()-[r {key: $key}]->() RETURN who.key AS who, link.order AS order, r.checked AS checked ORDER BY order', { key: SPEECH }))
        .toEqual([{ who: 'country:IN', order: 0, checked: true }, { who: 'country:PK', order: 1, checked: true }]);
    });

    it('merges two graphs on their keys', async () => {
      const [first, second] = [smallGraph(), smallGraph()];
      for (const key of ['person:leila-farahani', 'country:IL', 'event:gaza-war']) first.dropNode(key);
      second.dropNode('country:IN');
      await pushGraph(first, neo4j.target);
      await pushGraph(second, neo4j.target);
      const [{ nodes } = {}] = await neo4j.query('MATCH (n:Entity) RETURN count(n) AS nodes');
      expect(nodes).toBe(smallGraph().order);
      const keys = new Set((await neo4j.query('MATCH (:Entity)-[r]->(:Entity) RETURN r.key AS key')).map(({ key }) => key));
      expect(keys).toEqual(new Set([...first.edges(), ...second.edges()]));
    });
  });
}
