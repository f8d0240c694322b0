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

it.each(['build', 'view', 'export', 'push'])('shows examples of %s', async (command) => {
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
