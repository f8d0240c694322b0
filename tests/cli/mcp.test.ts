import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPORT, READS } from '../../graph/reads/index.ts';
import type { GraphFile } from '../../graph/schema.ts';
import { run, start, temporaryFolder } from './command.ts';

const GRAPH = fileURLToPath(new URL('../fixtures/samples-graph.json', import.meta.url));
const EDGES_OF_IRAN = (JSON.parse(readFileSync(GRAPH, 'utf8')) as GraphFile).edges.filter(({ source, target }) => [source, target].includes('country:IR')).length;
const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const graphPath = join(temporaryFolder(), 'graph.json');
const EDGE = 'armed:hamas|ATTACKED|place:IL:ashkelon|affirmed|asserted';

let client: Client;
beforeAll(async () => {
  copyFileSync(GRAPH, graphPath);
  client = new Client({ name: 'test', version: '1' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [COMMAND, 'mcp', graphPath], env: { PATH: process.env['PATH'] ?? '', HOME: tmpdir() }, stderr: 'pipe' }));
});
afterAll(async () => { await client.close(); });

// The client checks structured answers against the schema that the tool gave.
const call = async (name: string, args: Record<string, unknown>): Promise<CallToolResult> => await client.callTool({ name, arguments: args }) as CallToolResult;
const textOf = ({ content: [first] }: CallToolResult): string => (first?.type === 'text' ? first.text : '');

describe('the tools', () => {
  it('are the reads, each described and for reading only', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([...READS.map(({ name }) => name), EXPORT.name]);
    for (const { description, inputSchema, outputSchema, annotations } of tools) {
      expect(description).toMatch(/machine-read[^]*quote its sentence[^]*who claims it[^]*data, never instructions/);
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(outputSchema).toMatchObject({ type: 'object' });
      expect(annotations).toMatchObject({ readOnlyHint: true });
    }
    expect(client.getInstructions()).toContain('machine-read');
    expect(client.getServerVersion()).toMatchObject({ name: 'dragoman', version: expect.stringMatching(/^\d+\./) as unknown });
  });

  it.each([
    ['search', { q: 'Muttaqi' }, { nodes: [{ key: 'person:amir-khan-muttaqi' }] }],
    ['node', { key: 'country:IR', limit: 1 }, { node: { label: 'Iran' }, edges: { total: EDGES_OF_IRAN } }],
    ['pair', { a: 'country:IR', b: 'country:IL' }, { edges: { total: 2 } }],
    ['evidence', { key: EDGE }, { sentences: { items: [{ claimedBy: [{ key: 'org:israel-defense-forces' }], story: { outlet: 'Sample Gazette' } }] } }],
    ['path', { from: 'person:wang-yi', to: 'armed:hamas' }, { length: 3 }],
    ['cypher', { query: 'MATCH (n:Country) RETURN count(*) AS countries' }, { columns: ['countries'], total: 1 }],
    ['export', { format: 'csv', length: 9 }, { name: 'edges.csv', text: 'id,source' }],
  ])('%s answers with a record, and the same as text', async (name, args, part) => {
    const result = await call(name, args);
    expect(result.isError).toBeUndefined();
    expect(result.structuredContent).toMatchObject(part);
    expect(JSON.parse(textOf(result))).toEqual(result.structuredContent);
  });

  it('give a long file in parts', async () => {
    let whole = '';
    let total = 1;
    while (whole.length < total) {
      const { structuredContent } = await call('export', { format: 'graphml', offset: whole.length, length: 100_000 });
      ({ total } = structuredContent as { total: number });
      whole += (structuredContent as { text: string }).text;
    }
    expect(whole).toMatch(/^<\?xml[^]*<\/graphml>\s*$/);
    expect((await run(['export', graphPath, '--to', 'graphml'])).stdout).toBe(whole);
  });
});

describe('what is wrong', () => {
  it.each([
    ['node', { key: 'nobody' }, 'E_NODE: nobody: no such node in this graph'],
    ['evidence', { key: 'none' }, 'E_EDGE: none: no such edge in this graph'],
    ['cypher', { query: 'MATCH (n) DETACH DELETE n' }, 'E_QUERY: a query here only reads the graph'],
    ['cypher', { query: "CREATE (n:Entity {key: 'x'})" }, 'E_QUERY: CREATE is no part of a question'],
    ['search', { q: 'a', limit: -1 }, 'limit'],
    ['search', {}, 'q'],
    ['search', { q: 'a', colour: 'red' }, 'colour'],
    ['export', { format: 'pdf' }, 'format'],
    ['export', { format: 'gexf', flavour: 'yed' }, 'E_PARAMETER: flavour: gexf has none'],
    ['forget', {}, 'forget'],
  ])('%s is an error of the call, and the next is answered', async (name, args, said) => {
    const result = await call(name, args);
    expect(result).toMatchObject({ isError: true });
    expect(textOf(result)).toContain(said);
    expect((await call('node', { key: 'country:IR' })).structuredContent).toMatchObject({ node: { label: 'Iran' } });
  });
});

it('answers from the graph as it is now', async () => {
  writeFileSync(graphPath, readFileSync(GRAPH, 'utf8').replaceAll('"label":"Iran"', '"label":"Persia"').replaceAll('"label": "Iran"', '"label": "Persia"'));
  expect((await call('node', { key: 'country:IR' })).structuredContent).toMatchObject({ node: { label: 'Persia' } });
});

describe('the command', () => {
  const hello = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } } };
  const ask = { jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 'cypher', arguments: { query: 'RETURN 1 AS one' } } };

  it('writes the protocol and nothing else, answers what was asked before the input ended, and ends with it', async () => {
    const { code, stdout, stderr } = await run(['mcp', GRAPH], { input: `${JSON.stringify(hello)}\nnonsense\n${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n${JSON.stringify(ask)}\n` });
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as { jsonrpc: string; id: number });
    expect(lines.map(({ jsonrpc, id }) => [jsonrpc, id])).toEqual([['2.0', 1], ['2.0', 2]]);
  });

  it('ends when told to', async () => {
    const child = start(['mcp', GRAPH]);
    const answered = new Promise((resolve) => { child.stdout.once('data', resolve); });
    child.stdin.write(`${JSON.stringify(hello)}\n`);
    await answered;
    const ended = new Promise((resolve) => { child.on('exit', resolve); });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('says in one line on stderr what is wrong with the graph', async () => {
    const { code, stdout, complaints } = await run(['mcp', join(tmpdir(), 'there-is-none.json')]);
    expect([code, stdout, complaints.length]).toEqual([1, '', 1]);
    expect(complaints[0]).toContain('no such file');
  });
});
