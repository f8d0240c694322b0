import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { GraphFile } from '../../graph/schema.ts';
import { GRAPH } from '../../scripts/cookbook.ts';
import { run, SAMPLES, temporaryFolder } from './command.ts';

const folder = temporaryFolder();
const STALE = `docs/cypher.md shows an older graph of samples/; renew it with
  node dist/src/cli/main.js build samples -o tests/fixtures/samples-graph.json && npx tsx scripts/cookbook.ts`;

/** Who is in the graph, and who does what to whom, by how many sentences. */
function contentOf(path: string): string[] {
  const { nodes, edges } = JSON.parse(readFileSync(path, 'utf8')) as GraphFile;
  return [...nodes.map(({ key }) => key), ...edges.map(({ key, attributes }) => `${key} ${attributes.status}, ${attributes.evidence.length}`)];
}

it('the graph that docs/cypher.md shows is that of the samples', async () => {
  const output = join(folder, 'samples.json');
  expect((await run(['build', SAMPLES, '-o', output])).code).toBe(0);
  const [shown, built] = [contentOf(GRAPH), contentOf(output)];
  const difference = { missing: built.filter((item) => !shown.includes(item)), gone: shown.filter((item) => !built.includes(item)) };
  expect(difference, STALE).toEqual({ missing: [], gone: [] });
});
