import { spawn } from 'node:child_process';
import type { ReadingFlags } from './build.ts';
import { EXIT } from './exit.ts';

/** The options of `dragoman build` about how stories are read, as arguments. */
export function readingArguments({ vocabulary, workers, llm, model, llmMode, llmRate }: ReadingFlags): string[] {
  const given = { '--vocabulary': vocabulary, '--workers': workers, '--llm': llm, '--model': model, '--llm-mode': llmMode, '--llm-rate': llmRate };
  return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name, value]));
}

/**
 * Runs this command in a process of its own, so that a process which goes on for weeks gives back what a build takes, and
 * answers signals meanwhile. The signal ends it: the next build goes on where it stopped.
 * @returns its exit code
 */
export async function buildApart(args: readonly string[], signal: AbortSignal): Promise<number> {
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  const stop = (): void => { child.kill('SIGTERM'); };
  signal.addEventListener('abort', stop);
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => { resolve(code ?? (signal.aborted ? EXIT.done : EXIT.partial)); });
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
