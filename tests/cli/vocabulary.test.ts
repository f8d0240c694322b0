// build --vocabulary and the vocabulary command, as a user runs them.

import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { GraphFile } from '../../graph/schema.ts';
import { run, temporaryFolder } from './command.ts';

// Every case starts the command, which loads the language model.
vi.setConfig({ testTimeout: 120_000 });

const folder = temporaryFolder();
copyFileSync(new URL('../vocabulary/shipping.yaml', import.meta.url), join(folder, 'words.yaml'));
writeFileSync(join(folder, 'story.txt'), 'Kestrel Freight lobbied Norway on Tuesday. The Sea Heron was registered in Panama.');

it('builds, exports and queries a graph with own types', async () => {
  expect(await run(['build', 'story.txt', '--vocabulary', 'words.yaml'], { cwd: folder })).toMatchObject({ code: 0 });
  const { attributes, edges } = JSON.parse(readFileSync(join(folder, 'graph.json'), 'utf8')) as GraphFile;
  expect(edges.map((edge) => edge.attributes.type).sort()).toEqual(['LOBBIED', 'REGISTERED_IN']);
  expect(attributes.vocabulary?.nodeTypes.map(({ name }) => name)).toEqual(['Vessel']);
  expect((await run(['export', 'graph.json', '--to', 'graphml'], { cwd: folder })).stdout).toContain('LOBBIED');
  const answer = await run(['query', 'MATCH (a)-[:LOBBIED]->(b) RETURN b.name AS name', 'graph.json', '--json'], { cwd: folder });
  expect(answer.stdout).toContain('Norway');
});

it('says what is wrong with a file, and where', async () => {
  writeFileSync(join(folder, 'bad.yaml'), 'names:\n  - name: Blue Anchor\n    type: Boat\n');
  const { code, complaints } = await run(['build', 'story.txt', '--vocabulary', 'bad.yaml'], { cwd: folder });
  expect(code).toBe(2);
  expect(complaints).toEqual(['dragoman: bad.yaml:3: names[1].type "Boat" is no type of node (mend the vocabulary file; docs/vocabulary.md says what it may hold)']);
});

it('checks the examples of a file', async () => {
  const { code, stdout, complaints } = await run(['vocabulary', 'words.yaml'], { cwd: folder });
  expect(code).toBe(1);
  expect(stdout).toBe('REGISTERED_IN: "Kestrel Freight was registered in Panama." gives no such edge\n');
  expect(complaints.at(-1)).toBe('words.yaml: 1 node type, 2 edge types, 4 triggers, 6 names; 3 of 4 examples read as written');
});
