import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { run, start, temporaryFolder } from './command.ts';

const GRAPH = fileURLToPath(new URL('../fixtures/small-graph.json', import.meta.url));
const folder = temporaryFolder();

it('prints the address first, serves viewer and graph on 127.0.0.1, and ends when told to', async () => {
  const child = start(['view', GRAPH]);
  const [url = ''] = await new Promise<string[]>((resolve) => { createInterface(child.stdout).once('line', (line) => resolve([line])); });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect((await page.text()).toLowerCase()).toContain('<!doctype html>');
  expect(await (await fetch(`${url}graph.json`)).json()).toEqual(JSON.parse(readFileSync(GRAPH, 'utf8')));
  const ended = new Promise((resolve) => { child.on('exit', resolve); });
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

it('names the port that is taken', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => { other.listen(0, '127.0.0.1', resolve); });
  const { port } = other.address() as AddressInfo;
  const { code, stdout, complaints } = await run(['view', GRAPH, '--port', String(port)]);
  other.close();
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toContain(`port ${port} cannot be used`);
});

it.each([
  ['a graph that is not there', undefined, 'no such file'],
  ['half a graph', readFileSync(GRAPH, 'utf8').slice(0, 2000), 'the file was cut short'],
  ['something else', '{"a": 1}', 'not a Dragoman graph'],
])('says of %s what is wrong, in one line', async (_, text, wrong) => {
  const path = join(folder, 'graph.json');
  if (text !== undefined) writeFileSync(path, text);
  for (const args of [['view', path], ['export', path, '--to', 'graphml']]) {
    const { code, stdout, complaints } = await run(args);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(wrong);
    expect(complaints[0]).toContain(path);
  }
  expect((await run(['--debug', 'view', path])).stderr).toMatch(/\n {4}at /);
});
