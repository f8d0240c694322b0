import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { run, start, temporaryFolder } from './command.ts';

const GRAPH = fileURLToPath(new URL('../fixtures/samples-graph.json', import.meta.url));
const folder = temporaryFolder();

it('prints the address first, answers programs on 127.0.0.1, and ends when told to', async () => {
  const child = start(['serve', GRAPH]);
  const [url = ''] = await new Promise<string[]>((resolve) => { createInterface(child.stdout).once('line', (line) => resolve([line])); });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(await (await fetch(`${url}v1/nodes/country:IR`)).json()).toMatchObject({ node: { label: 'Iran' } });
  expect(await (await fetch(`${url}openapi.json`)).json()).toMatchObject({ openapi: '3.1.1', info: { version: expect.stringMatching(/^\d+\.\d+\.\d+/) as unknown } });
  expect((await (await fetch(`${url}v1/export/html`)).text()).toLowerCase()).toContain('<!doctype html>');
  const ended = new Promise((resolve) => { child.on('exit', resolve); });
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

it('says what is wrong with the port or the graph, in one line', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => { other.listen(0, '127.0.0.1', resolve); });
  const { port } = other.address() as AddressInfo;
  const half = join(folder, 'graph.json');
  writeFileSync(half, '{"attributes":');
  for (const [args, code, said] of [
    [[GRAPH, '--port', String(port)], 1, `port ${port} cannot be used`], [[GRAPH, '--port', 'http'], 2, '--port http is not a port'],
    [[join(folder, 'none.json')], 1, 'no such file'], [[half], 1, 'the file was cut short'],
  ] as const) {
    const outcome = await run(['serve', ...args]);
    expect([outcome.code, outcome.stdout, outcome.complaints.length]).toEqual([code, '', 1]);
    expect(outcome.complaints[0]).toContain(said);
  }
  other.close();
});
