import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { DragomanError } from '../errors.ts';
import { reasonOf } from '../system-error.ts';

/** Jobs by what is becoming of them. */
export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  /** To be tried again later. */
  readonly delayed: number;
  readonly dead: number;
  /** Finished and still remembered. */
  readonly finished: number;
}

export interface HealthSources {
  /** Fails, or never answers, where Redis is away. */
  readonly counts: () => Promise<QueueCounts>;
  readonly isGraphReachable: () => Promise<boolean>;
  readonly isStopping: () => boolean;
}

export interface HealthServer {
  /** "http://HOST:PORT/health" */
  readonly url: string;
  close(): Promise<void>;
}

/** What is not heard from within this time counts as away. */
const ANSWER_MS = 3000;

/**
 * Answers GET /health: 200 where the worker takes jobs and both servers answer, else 503; in both cases with JSON that says what is well.
 * @throws DragomanError E_PORT
 */
export async function serveHealth(sources: HealthSources, { host, port }: { readonly host: string; readonly port: number }): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    if (path !== '/health' || !['GET', 'HEAD'].includes(request.method ?? '')) {
      response.writeHead(path === '/health' ? 405 : 404, { 'content-type': 'text/plain' }).end('GET /health\n');
      return;
    }
    void healthOf(sources).then((health) => {
      response.writeHead(health.status === 'ok' ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(`${JSON.stringify(health)}\n`);
    });
  });
  await listen(server, host, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/health`,
    close: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }),
  };
}

async function healthOf({ counts, isGraphReachable, isStopping }: HealthSources): Promise<{ status: 'ok' | 'stopping' | 'failing'; redis: boolean; neo4j: boolean; queue?: QueueCounts }> {
  const [queue, reachable] = await Promise.all([withinTime(counts()), withinTime(isGraphReachable())]);
  const neo4j = reachable === true;
  const status = isStopping() ? 'stopping' : queue && neo4j ? 'ok' : 'failing';
  return { status, redis: queue !== undefined, neo4j, ...(queue ? { queue } : {}) };
}

async function withinTime<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  const timeout = new AbortController();
  const late = sleep(ANSWER_MS, undefined, { signal: timeout.signal });
  try {
    return await Promise.race([answer, late]).catch(() => undefined);
  } finally {
    timeout.abort();
    late.catch(() => undefined);
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(new DragomanError('E_PORT', { what: `${host}:${port}`, why: cause.code === 'EADDRINUSE' ? 'another program uses it' : reasonOf(cause) }, { cause }));
    });
    server.listen(port, host, resolve);
  });
}
