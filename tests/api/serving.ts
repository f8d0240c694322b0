import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApi } from '../../src/api/index.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body as JSON. */
  readonly json: () => unknown;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Serving {
  readonly url: string;
  readonly port: number;
  /** A copy that a test may change. */
  readonly graphPath: string;
  readonly folder: string;
  ask(path: string, asking?: Asking): Promise<Answer>;
  end(): Promise<void>;
}

export const SAMPLES_GRAPH = fileURLToPath(new URL('../fixtures/samples-graph.json', import.meta.url));

/** The API over a copy of the samples' graph, on a port of its own. */
export async function serveSamples(): Promise<Serving> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-api-'));
  const graphPath = join(folder, 'graph.json');
  copyFileSync(SAMPLES_GRAPH, graphPath);
  const server = await startApi({ graphPath, version: '1.2.3' });
  const port = Number(new URL(server.url).port);
  return {
    url: server.url, port, graphPath, folder,
    ask: (path, asking) => ask(port, path, asking),
    end: async () => {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

// fetch() normalises paths and forbids Host: the raw request is what an attacker sends.
function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, json: () => JSON.parse(text) as unknown });
      });
    });
    sent.on('error', reject).end(body);
  });
}

/** A query as the API takes it. */
export const cypher = (query: unknown, more: Readonly<Record<string, unknown>> = {}): Asking => ({
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, ...more }),
});
