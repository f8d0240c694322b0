import { beforeEach, describe, expect, it } from 'vitest';
import { pushGraph } from '../../../graph/neo4j/index.ts';
import type { TestNeo4j } from '../../neo4j.ts';
import { contents, smallGraph } from './graphs.ts';

export function pruneCases(neo4j: TestNeo4j): void {
  describe('prune', () => {
    beforeEach(async () => {
      await neo4j.wipe();
      await pushGraph(smallGraph(), neo4j.target);
    });

    it('removes what is gone: the database is as after a push of the smaller graph alone', async () => {
      const smaller = smallGraph();
      smaller.dropNode('country:IL');
      smaller.setAttribute('stories', smaller.getAttribute('stories').slice(0, 1));
      smaller.filterEdges((_, { evidence }) => evidence.some(({ story }) => story === 'sample-tehran-letters')).forEach((edge) => smaller.dropEdge(edge));
      const { pruned } = await pushGraph(smaller, neo4j.target, { prune: true });
      expect(pruned).toMatchObject({ entities: 1, stories: 1, kept: 0 });
      const pushed = withoutIds(await contents(neo4j));
      await neo4j.wipe();
      await pushGraph(smaller, neo4j.target);
      expect(pushed).toEqual(withoutIds(await contents(neo4j)));
    });

    it('removes nothing of a graph that is all there', async () => {
      const before = await contents(neo4j);
      const { pruned } = await pushGraph(smallGraph(), neo4j.target, { prune: true });
      expect(pruned).toEqual({ entities: 0, stories: 0, relationships: 0, sentences: 0, kept: 0 });
      expect(await contents(neo4j)).toEqual(before);
    });

    it('touches only what Dragoman wrote', async () => {
      await neo4j.query(`MATCH (israel:Entity {key: 'country:IL'}) MATCH (iran:Entity {key: 'country:IR'})
        CREATE (:Entity {key: 'mine', name: 'Mine'})-[:MET {key: 'mine'}]->(iran), (:Note {text: 'check'})-[:ABOUT]->(israel), (:Story {id: 'mine'}), (iran)-[:MET {key: 'own'}]->(israel)`);
      const smaller = smallGraph();
      smaller.dropNode('country:IL');
      const { pruned } = await pushGraph(smaller, neo4j.target, { prune: true });
      expect(pruned).toMatchObject({ entities: 0, kept: 1 });
      expect(await neo4j.query("MATCH (:Note)-[:ABOUT]->(n) RETURN n.key AS key")).toEqual([{ key: 'country:IL' }]);
      expect(await neo4j.query("MATCH ({key: 'country:IL'})-[r]-() RETURN r.key AS key, type(r) AS type ORDER BY type")).toEqual([{ key: null, type: 'ABOUT' }, { key: 'own', type: 'MET' }]);
      expect(await neo4j.query("MATCH (n) WHERE n.key = 'mine' OR n.id = 'mine' RETURN count(n) AS count")).toEqual([{ count: 2 }]);
    });

    it('is not done unless it was asked for', async () => {
      const smaller = smallGraph();
      smaller.dropNode('country:IL');
      expect(await pushGraph(smaller, neo4j.target)).not.toHaveProperty('pruned');
      expect(await neo4j.query("MATCH (n {key: 'country:IL'}) RETURN count(n) AS count")).toEqual([{ count: 1 }]);
    });
  });
}

/** Contents without the ids that the server gives, in an order of their own. */
function withoutIds({ nodes, relationships }: { nodes: unknown[]; relationships: unknown[] }): unknown {
  const found = nodes as { id: string; labels: string[]; properties: { key?: string; id?: string } }[];
  const keys = new Map(found.map(({ id, properties }) => [id, properties.key ?? properties.id]));
  const ties = relationships as { a: string; b: string; type: string; properties: unknown }[];
  const byText = (values: unknown[]): string[] => values.map((value) => JSON.stringify(value)).sort((a, b) => (a < b ? -1 : 1));
  return {
    nodes: byText(found.map(({ labels, properties }) => ({ labels, properties }))),
    relationships: byText(ties.map(({ a, b, type, properties }) => ({ a: keys.get(a), b: keys.get(b), type, properties }))),
  };
}
