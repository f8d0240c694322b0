import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CurrentDatabase, QueryDatabase } from '../../../graph/query/index.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'dragoman-current-database-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

/** A graph that changes when it is told to, and what was opened and closed of it. */
function changing(): { readonly database: CurrentDatabase; readonly log: string[]; turn(age: string): void } {
  const path = join(folder, 'graph.json');
  copyFileSync(new URL('../../fixtures/small-graph.json', import.meta.url), path);
  const log: string[] = [];
  let age = 'one';
  const open = async (): Promise<QueryDatabase> => {
    const of = age;
    log.push(`open ${of}`);
    if (of === 'broken') throw new Error('broken');
    const database = await QueryDatabase.open(path);
    const close = database.close.bind(database);
    vi.spyOn(database, 'close').mockImplementation(() => { log.push(`close ${of}`); return close(); });
    return database;
  };
  return { log, turn: (next) => { age = next; }, database: new CurrentDatabase({ age: () => age, open }) };
}

const COUNT = 'MATCH (n:Entity) RETURN count(*) AS nodes';

it('opens once, and anew when the graph has changed; queries at work end before', async () => {
  const graph = changing();
  await graph.database.run(COUNT);
  const first = [graph.database.run(COUNT), graph.database.run(COUNT)];
  graph.turn('two');
  const last = graph.database.run(COUNT);
  expect((await Promise.all([...first, last])).map(({ rows }) => rows)).toEqual([[[15]], [[15]], [[15]]]);
  expect(graph.log).toEqual(['open one', 'close one', 'open two']);
  await graph.database.close();
  expect(graph.log.at(-1)).toBe('close two');
});

it('tries again what could not be opened', async () => {
  const graph = changing();
  graph.turn('broken');
  await expect(graph.database.run(COUNT)).rejects.toThrow('broken');
  await expect(graph.database.run(COUNT)).rejects.toThrow('broken');
  graph.turn('well');
  expect((await graph.database.run(COUNT)).total).toBe(1);
  expect(graph.log).toEqual(['open broken', 'open broken', 'open well']);
  await graph.database.close();
});
