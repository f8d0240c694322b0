import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CurrentGraph } from '../../graph/reads/index.ts';
import { strictJson } from '../../graph/well-formed.ts';
import { DragomanError } from '../errors.ts';
import { SECURITY_HEADERS } from '../server/headers.ts';
import { viewerPage, type RunningServer } from '../server/index.ts';
import { listen, stopListening } from '../server/listen.ts';
import { isLoopbackHost, isSameOrigin } from '../server/loopback.ts';
import { takeBody } from '../server/read-body.ts';
import { sendText } from '../server/send-file.ts';
import { frontPage } from './front-page.ts';
import { openApi } from './openapi.ts';
import { RefusedRequest, sendProblem } from './problem.ts';
import { queryParameters, routeOf, type Route } from './routes.ts';

const LARGEST_BODY = 200_000;

export interface ApiOptions {
  /** graph.json, or the same objects one a line. A corrections.json beside it is applied. */
  readonly graphPath: string;
  /** A free one where it is absent or 0. */
  readonly port?: number;
  /** The program's version, for the OpenAPI document. */
  readonly version: string;
}

/**
 * Serves the reads of one graph over HTTP on 127.0.0.1, to programs and to no page of another origin.
 * Throws what reading the graph and its corrections throws, and E_PORT.
 */
export async function startApi({ graphPath, port = 0, version }: ApiOptions): Promise<RunningServer> {
  const graph = new CurrentGraph(graphPath, viewerPage);
  graph.now();
  const server = createServer((request, response) => {
    answer(request, response, { graph, version, port: (server.address() as AddressInfo).port }).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendProblem(response, error);
    });
  });
  const url = await listen(server, port);
  return { url, close: async () => { await stopListening(server); await graph.close(); } };
}

interface Site {
  readonly graph: CurrentGraph;
  readonly version: string;
  readonly port: number;
}

async function answer(request: IncomingMessage, response: ServerResponse, { graph, version, port }: Site): Promise<void> {
  if (!isLoopbackHost(request.headers.host, port)) throw new RefusedRequest(403, 'only this machine is served');
  const [path, query] = splitAt(request.url ?? '/', '?');
  // As of the viewer: a link from anywhere may open the first page, and nothing else.
  if (path !== '/' && !isSameOrigin(request.headers, port)) throw new RefusedRequest(403, 'pages of other origins are not served');
  if (path === '/') {
    checkMethod(request, 'GET');
    return sendText(response, 200, frontPage(`http://127.0.0.1:${port}/`));
  }
  if (path === '/openapi.json') {
    checkMethod(request, 'GET');
    return sendJson(response, openApi(version));
  }
  const { route, parameters } = routeOf(path) ?? {};
  if (!route) throw new RefusedRequest(404, 'there is nothing at this path');
  checkMethod(request, route.method);
  const sent = route.method === 'POST' ? await bodyOf(request) : queryParameters(route, query);
  await answerRead(response, graph, route, typeof sent === 'object' && sent !== null ? { ...sent, ...parameters } : sent);
}

async function answerRead(response: ServerResponse, graph: CurrentGraph, { read }: Route, input: unknown): Promise<void> {
  if ('answer' in read) return sendJson(response, await read.answer(graph.now(), input));
  const { name, mediaType, chunks } = read.file(graph.now(), input);
  response.writeHead(200, {
    ...SECURITY_HEADERS, 'cache-control': 'no-store', 'content-type': `${mediaType}; charset=utf-8`,
    // A page among the formats must not run here, where it could ask for more.
    'content-disposition': `attachment; filename="${name}"`,
  });
  if (response.req.method === 'HEAD') response.end();
  else await pipeline(Readable.from(chunks), response);
}

function splitAt(text: string, sign: string): [before: string, after: string] {
  const place = text.indexOf(sign);
  return place < 0 ? [text, ''] : [text.slice(0, place), text.slice(place + 1)];
}

/** HEAD is answered where GET is. */
function checkMethod({ method = '' }: IncomingMessage, wanted: 'GET' | 'POST'): void {
  const allowed = wanted === 'GET' ? ['GET', 'HEAD'] : [wanted];
  if (!allowed.includes(method)) throw new RefusedRequest(405, `only ${allowed.join(', ')} here`, { allow: allowed.join(', ') });
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const body = await takeBody(request, LARGEST_BODY);
  if (typeof body !== 'string') throw new RefusedRequest(body.status, body.why, body.headers);
  try {
    return JSON.parse(body) as unknown;
  } catch (cause) {
    throw new DragomanError('E_PARAMETER', { what: 'what was sent', why: 'it is not JSON' }, { cause });
  }
}

function sendJson(response: ServerResponse, value: unknown): void {
  const body = `${strictJson(value)}\n`;
  response.writeHead(200, { ...SECURITY_HEADERS, 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }).end(body);
}
