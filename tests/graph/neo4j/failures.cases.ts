import { describe, expect, it } from 'vitest';
import { pushGraph } from '../../../graph/neo4j/index.ts';
import { syntheticSource } from '../../../scripts/bench/synthetic-graph.ts';
import { freePort } from '../../../scripts/neo4j/server.ts';
import type { TestNeo4j } from '../../neo4j.ts';
import { smallGraph } from './graphs.ts';

const RESTART_MS = 120_000;

/** Come last: they stop the server. */
export function failureCases(neo4j: TestNeo4j): void {
  describe('failures', () => {
    it('names a wrong password, and never repeats it', async () => {
      const failure = pushGraph(smallGraph(), { ...neo4j.target, password: 'not-the-password' });
      await expect(failure).rejects.toMatchObject({ code: 'E_NEO4J_AUTH' });
      await failure.catch((error: Error) => expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('not-the-password'));
    });

    it.each(['neo4j', 'bolt'])('says over %s:// that nothing answers', async (scheme) => {
      const uri = `${scheme}://127.0.0.1:${await freePort()}`;
      await expect(pushGraph(smallGraph(), { ...neo4j.target, uri })).rejects.toMatchObject({ code: 'E_NEO4J_UNREACHABLE', message: `${uri}: no Neo4j answers there: nothing listens on that port` });
    });

    it('says that the port speaks HTTP', async () => {
      const uri = neo4j.server.http.replace('http:', 'bolt:');
      await expect(pushGraph(smallGraph(), { ...neo4j.target, uri })).rejects.toMatchObject({ code: 'E_NEO4J_UNREACHABLE', message: expect.stringContaining('HTTP') as string });
    });

    it('says that there is no such database', async () => {
      await expect(pushGraph(smallGraph(), { ...neo4j.target, database: 'nowhere' })).rejects.toMatchObject({ code: 'E_NEO4J_DATABASE', message: expect.stringContaining('no database nowhere') as string });
    });

    it.each(['http://127.0.0.1:7474', 'neo4j://user:secret@127.0.0.1', 'localhost:7687', 'neo4j://'])('refuses the address %s without repeating a password', async (uri) => {
      const failure = pushGraph(smallGraph(), { ...neo4j.target, uri });
      await expect(failure).rejects.toMatchObject({ code: 'E_USAGE' });
      await failure.catch((error: Error) => expect(error.message).not.toContain('secret'));
    });
  });

  describe('a server that goes away', () => {
    it('half-way: says what was loaded, and the same push again completes it', async () => {
      await neo4j.wipe();
      const source = syntheticSource({ nodes: 500, edges: 1500 });
      let killed: Promise<void> | undefined;
      const failure = pushGraph(source, neo4j.target, {
        onProgress: ({ relationships }) => { if (relationships > 0) killed ??= neo4j.server.kill(); },
      });
      await expect(failure).rejects.toMatchObject({ code: 'E_PUSH', message: expect.stringMatching(/the connection was lost .*; loaded so far: 500 entities, \d+ stories and \d+ relationships$/) as string });
      await killed;
      await neo4j.stop();
      await neo4j.start();
      await pushGraph(source, neo4j.target);
      expect(await neo4j.query('MATCH (n:Entity) RETURN count(n) AS count')).toEqual([{ count: 500 }]);
      expect(await neo4j.query('MATCH (:Entity)-[r]->(:Entity) RETURN count(r) AS count, count(DISTINCT r.key) AS keys')).toEqual([{ count: 1500, keys: 1500 }]);
    }, RESTART_MS);

    it.each(['neo4j', 'bolt'])('read-only over %s://: says so', async (scheme) => {
      if (scheme === 'neo4j') {
        await neo4j.stop();
        await neo4j.start(['server.databases.read_only=neo4j']);
      }
      const uri = neo4j.server.uri.replace('neo4j:', `${scheme}:`);
      await expect(pushGraph(smallGraph(), { ...neo4j.target, uri })).rejects.toMatchObject({ code: 'E_NEO4J_DATABASE', message: expect.stringContaining('may not be written') as string });
    }, RESTART_MS);
  });
}
