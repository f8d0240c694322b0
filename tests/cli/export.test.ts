import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { EXPORTERS } from '../../graph/export/index.ts';
import { run, start, temporaryFolder } from './command.ts';

const GRAPH = fileURLToPath(new URL('../fixtures/small-graph.json', import.meta.url));
const folder = temporaryFolder();

it.each(EXPORTERS.map(({ format }) => format))('%s: the same to standard output as to a file', async (format) => {
  const output = join(folder, `graph.${format}.out`);
  const written = await run(['export', GRAPH, '--to', format, '-o', output]);
  expect([written.code, written.stdout]).toEqual([0, '']);
  expect(written.complaints).toEqual([`${output}: 15 nodes and 25 edges as ${format}`]);
  const printed = await run(['export', GRAPH, '--to', format]);
  expect([printed.code, printed.stderr]).toEqual([0, '']);
  expect(printed.stdout).toBe(readFileSync(output, 'utf8'));
});

it('writes every table of CSV into a folder', async () => {
  expect((await run(['export', GRAPH, '--to', 'csv', '-o', join(folder, 'tables')])).code).toBe(0);
  expect(readdirSync(join(folder, 'tables')).sort()).toEqual(expect.arrayContaining(['edges.csv', 'nodes.csv']));
});

it('ends without a word when its reader has enough', async () => {
  const child = start(['export', GRAPH, '--to', 'html']);
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => { stderr += data.toString(); });
  const ended = new Promise((resolve) => { child.on('close', resolve); });
  child.stdout.once('data', () => child.stdout.destroy());
  await ended;
  expect(stderr).toBe('');
});

it.each([
  [['export', GRAPH]],
  [['export', GRAPH, '--to', 'docx']],
  [['export', GRAPH, '--to', 'gexf', '--flavour', 'yed']],
  [['export', GRAPH, '--to', 'gexf', '--aggregate']],
])('calls %j a usage error', async (args) => {
  const { code, complaints } = await run([...args, '-o', join(folder, 'never')]);
  expect(code).toBe(2);
  expect(complaints).toHaveLength(1);
  expect(existsSync(join(folder, 'never'))).toBe(false);
});
