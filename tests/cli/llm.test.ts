// build --llm as a user runs it, against a server on this machine.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GraphFile } from '../../graph/schema.ts';
import { llmStep, type LlmFlags } from '../../src/cli/llm.ts';
import { chatServer, json, says, type ChatServer, type Reply } from '../llm/server.ts';
import { run, temporaryFolder } from './command.ts';

// Every case starts the command, which loads the language model.
vi.setConfig({ testTimeout: 120_000 });

const folder = temporaryFolder();
const TEXT = 'Norway cold-shouldered Kenya on Monday. Norway thanked Kenya for its help.';
writeFileSync(join(folder, 'one.txt'), TEXT);
writeFileSync(join(folder, 'two.txt'), 'Sweden thanked Uganda for its grain on Friday.');

const SPURNED = {
  sentence: 0, quote: 'Norway cold-shouldered Kenya', trigger: 'cold-shouldered', type: 'REJECTED', polarity: 'affirmed', modality: 'asserted',
  source: { mention: 'Norway', name: 'Norway', type: 'Country' }, target: { mention: 'Kenya', name: 'Kenya', type: 'Country' }, attributedTo: [], title: null, when: null,
};

let server: ChatServer | undefined;
afterEach(async () => { await server?.close(); });

async function build(reply: Reply, ...args: readonly string[]): ReturnType<typeof run> {
  server = await chatServer(reply);
  return run(['build', 'one.txt', '--llm', server.url, '--model', 'tiny', ...args], { cwd: folder, env: { DRAGOMAN_LLM_KEY: 'secret-key' } });
}

const rules = (name: string): readonly string[] =>
  (JSON.parse(readFileSync(join(folder, name), 'utf8')) as GraphFile).edges.flatMap(({ attributes }) => attributes.evidence.map(({ rule }) => rule)).sort();

it('adds what the model read, says what it cost, and asks once', async () => {
  const outcome = await build((response) => { says(response, JSON.stringify({ relations: [SPURNED, { ...SPURNED, trigger: 'embraced' }] })); });
  expect(outcome).toMatchObject({ code: 0, stdout: '' });
  expect(outcome.complaints).toEqual([
    'tiny: 1 request, 100 tokens in, 20 out; 1 statement borne out by the text, 1 turned down',
    'graph.json: 1 story, 2 actors and places, 2 edges with 2 sentences',
  ]);
  expect(rules('graph.json')).toEqual(['llm:tiny', 'verb.thank']);
  expect(server?.asked[0]?.headers.authorization).toBe('Bearer secret-key');
  expect(readFileSync(join(folder, 'graph.json'), 'utf8')).not.toContain('secret-key');
  const again = await run(['build', 'one.txt', '--llm', server?.url ?? '', '--model', 'tiny', '-o', 'again.json'], { cwd: folder });
  expect(again.complaints[0]).toMatch(/^tiny: 0 requests, 1 answer from the cache, 0 tokens in/);
  expect(readFileSync(join(folder, 'again.json'), 'utf8')).toBe(readFileSync(join(folder, 'graph.json'), 'utf8'));
  expect(server?.asked).toHaveLength(1);
});

it('may put the model in the place of the patterns', async () => {
  const { code } = await build((response) => { says(response, JSON.stringify({ relations: [SPURNED] })); }, '--llm-mode', 'only', '-o', 'only.json');
  expect(code).toBe(0);
  expect(rules('only.json')).toEqual(['llm:tiny']);
});

it('keeps the local reading where the model refuses, and says so once', async () => {
  const { code, stderr, complaints } = await build((response) => { json(response, 401, { error: { message: 'bad secret-key' } }); }, 'two.txt', '-o', 'local.json');
  expect(code).toBe(1);
  expect(complaints.filter((line) => line.includes('status 401 (bad ***)'))).toHaveLength(1);
  expect(stderr).not.toContain('secret-key');
  expect(rules('local.json')).toEqual(['verb.thank', 'verb.thank']);
  expect(server?.asked).toHaveLength(1);
});

describe('in a project', () => {
  const project = join(folder, 'project');
  const inProject = (...args: readonly string[]): ReturnType<typeof run> => run(args, { cwd: project });
  const asking = (url: string, ...args: readonly string[]): ReturnType<typeof run> => inProject('build', '--llm', url, '--model', 'tiny', '--json', ...args);
  const says1 = (response: Parameters<Reply>[0]): void => { says(response, JSON.stringify({ relations: [SPURNED] })); };
  const evidence = (): readonly string[] => rules('project/graph.json');

  it('asks once about each story, at whatever address, and keeps the answers from the local readings', async () => {
    mkdirSync(project);
    await inProject('init');
    await inProject('add', '../one.txt');
    await inProject('build');
    expect(evidence()).toEqual(['verb.thank']);

    server = await chatServer((response) => { json(response, 400, { error: { message: 'no' } }); });
    const failed = await asking(server.url);
    expect(failed.code).toBe(1);
    expect(evidence()).toEqual(['verb.thank']);
    await server.close();

    server = await chatServer(says1);
    expect(JSON.parse((await asking(server.url)).stdout)).toMatchObject({ stories: 1, extracted: 1, failed: 0 });
    expect(evidence()).toEqual(['llm:tiny', 'verb.thank']);
    expect(server.asked).toHaveLength(1);
    await server.close();

    // Neither the address nor the cache of answers is needed any more.
    rmSync(join(project, '.cache'), { recursive: true });
    server = await chatServer(says1);
    expect(JSON.parse((await asking(server.url)).stdout)).toMatchObject({ stories: 1, extracted: 0 });
    expect(evidence()).toEqual(['llm:tiny', 'verb.thank']);
    await inProject('build');
    expect(evidence()).toEqual(['verb.thank']);
    expect(server.asked).toHaveLength(0);

    expect((await asking(server.url, '--llm-mode', 'only')).code).toBe(0);
    expect(evidence()).toEqual(['llm:tiny']);
    await inProject('add', '../two.txt');
    expect(JSON.parse((await asking(server.url)).stdout)).toMatchObject({ stories: 2, extracted: 1 });
  });
});

describe('llmStep', () => {
  const fail = (): never => { throw new Error('nothing is read here'); };

  it('is nothing without --llm', () => {
    expect(llmStep({}, fail)).toBeUndefined();
  });

  it.each([
    [{ llm: 'http://localhost:1/v1' }, '--llm wants a --model'],
    [{ model: 'tiny' }, '--model goes with --llm'],
    [{ llmMode: 'only' }, '--llm-mode goes with --llm'],
    [{ llmRate: '5' }, '--llm-rate goes with --llm'],
    [{ llm: 'localhost:1', model: 'tiny' }, '--llm wants an http(s) address, as http://localhost:11434/v1'],
    [{ llm: 'https://me:secret@host/v1', model: 'tiny' }, '--llm takes no user, password or query; give the key in DRAGOMAN_LLM_KEY'],
    [{ llm: 'https://host/v1?key=secret', model: 'tiny' }, '--llm takes no user, password or query; give the key in DRAGOMAN_LLM_KEY'],
    [{ llm: 'http://localhost:1/v1', model: 'tiny', llmRate: 'fast' }, '--llm-rate fast is not a number of requests'],
  ] satisfies [LlmFlags, string][])('refuses %j', (flags, message) => {
    expect(() => llmStep(flags, fail)).toThrow(expect.objectContaining({ code: 'E_USAGE', message }) as Error);
  });
});
