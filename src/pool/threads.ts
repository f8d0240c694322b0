import { extname } from 'node:path';
import { Tinypool } from 'tinypool';
import { forbidTelemetry } from '../2-parse/telemetry.ts';
import { DragomanError } from '../errors.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import type { Extractor } from './extract-all.ts';
import type { Answer } from './worker.ts';

/** `worker.js` of the built package, `worker.ts` of the sources: the same kind of file as this one. */
const KIND = extname(new URL(import.meta.url).pathname);

/** So many worker threads, each with a model and lexicon of its own. A thread that dies fails its story alone: another takes its place. */
export function startThreads(count: number, vocabulary?: Vocabulary): Extractor {
  // Threads inherit the switch; they could not set it themselves.
  forbidTelemetry();
  const pool = new Tinypool({
    filename: new URL(`./worker${KIND}`, import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: count,
    maxThreads: count,
    isolateWorkers: false,
    teardown: 'teardown',
    ...(vocabulary ? { workerData: vocabulary } : {}),
    ...(KIND === '.ts' ? { execArgv: typescriptLoader() } : {}),
  });
  return {
    async extract(story) {
      const answer = await pool.run(story, { name: 'extractStory' }) as Answer;
      if ('modelError' in answer) throw new DragomanError('E_MODEL', { why: answer.modelError });
      return answer;
    },
    dispose: () => pool.destroy(),
  };
}

/** What lets a thread of the sources load TypeScript: `--import tsx` works in the main thread only. */
function typescriptLoader(): string[] {
  return ['--import', `data:text/javascript,import{register}from"${import.meta.resolve('tsx/esm/api')}";register()`];
}
