import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
if (!existsSync(COMMAND)) throw new Error('the command is not built: run npm run build');

export const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The lines of stderr that are not empty. */
  readonly complaints: readonly string[];
}

/** Starts the built command as a user would. */
export function start(args: readonly string[], cwd?: string, env: Readonly<Record<string, string>> = {}): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [COMMAND, ...args], { ...(cwd ? { cwd } : {}), env: { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), ...env } });
}

/** Runs the built command to its end, with `input` on its standard input. */
export async function run(args: readonly string[], { input = '', cwd, env }: { readonly input?: string; readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {}): Promise<Outcome> {
  const child = start(args, cwd, env);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
  child.stdin.on('error', () => undefined).end(input);
  const code = await new Promise<number | null>((resolve) => { child.on('close', resolve); });
  return { code, stdout, stderr, complaints: stderr.split('\n').filter((line) => line.trim()) };
}

/** A folder that is gone after the tests of a file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
