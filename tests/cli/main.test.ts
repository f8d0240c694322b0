import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { run } from './command.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

it('shows its commands and examples', async () => {
  const { code, stdout } = await run(['--help']);
  expect(code).toBe(0);
  expect(stdout).toContain('Examples:');
  for (const command of ['build', 'view', 'export', 'push']) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
});

it.each(['build', 'view', 'export', 'push', 'query', 'init', 'add', 'remove', 'watch', 'vocabulary', 'serve', 'mcp', 'enqueue', 'worker', 'dead'])('shows examples of %s', async (command) => {
  const { code, stdout } = await run([command, '--help']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Examples?:\n +.*dragoman/);
});

it('gives its version', async () => {
  expect((await run(['--version'])).stdout).toBe(`${version}\n`);
});

it('calls a command that it does not know, or none, a usage error', async () => {
  const unknown = await run(['frobnicate']);
  expect(unknown.code).toBe(2);
  expect(unknown.complaints).toEqual(["dragoman: unknown command 'frobnicate' (see dragoman --help)"]);
  const none = await run([]);
  expect(none.code).toBe(2);
  expect(none.stderr).toContain('Usage: dragoman');
});

it.each([
  [['biuld', 'story.txt'], "dragoman: unknown command 'biuld'; did you mean build? (see dragoman --help)"],
  [['view', '--prot', '8'], "dragoman: unknown option '--prot'; did you mean --port? (see dragoman view --help)"],
  [['export', 'graph.json'], "dragoman: required option '--to <format>' not specified (see dragoman export --help)"],
  [['export', 'graph.json', '--to', 'docx'], "dragoman: option '--to <format>' argument 'docx' is invalid. Allowed choices are graphml, gexf, csv, cypher, jsonld, html (see dragoman export --help)"],
  [['query'], "dragoman: missing required argument 'query' (see dragoman query --help)"],
])('says of %j what was meant, or where to read it', async (args, line) => {
  const { code, stdout, complaints } = await run(args);
  expect([code, stdout]).toEqual([2, '']);
  expect(complaints).toEqual([line]);
});
