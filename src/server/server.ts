import { access, constants } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DragomanError } from '../errors.ts';
import { readError } from '../system-error.ts';
import { readCorrections } from '../../graph/corrections-file.ts';
import { answerCorrections, sendCorrected } from './corrections.ts';
import { partSizeIn, sendPart } from './graph-part.ts';
import { listen, stopListening } from './listen.ts';
import { isLoopbackHost, isSameOrigin } from './loopback.ts';
import { createQueries, type Queries } from './queries.ts';
import { sendFile, sendText } from './send-file.ts';
import { fileInFolder, viewerFolder } from './viewer-files.ts';

export interface ServerOptions {
  /** graph.json, or the same objects one a line. A corrections.json beside it is applied, and written when a reader corrects. */
  readonly graphPath: string;
  /** A free one where it is absent or 0. */
  readonly port?: number;
  /** The built viewer; `dist/viewer` of the package where it is absent. */
  readonly viewerPath?: string;
}

export interface RunningServer {
  /** "http://127.0.0.1:PORT/" */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the viewer and one graph on 127.0.0.1, to pages of its own origin only.
 * Throws E_NOT_FOUND or E_PERMISSION for the graph, E_CORRECTIONS for the corrections beside it, E_PORT for the port, E_VIEWER where the viewer is not built.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { graphPath } = options;
  const viewer = options.viewerPath ?? viewerFolder();
  await assertReadable(graphPath);
  readCorrections(graphPath);
  const queries = createQueries(graphPath);
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    answer(request, response, { graphPath, viewer, port, queries }).catch(() => response.destroy());
  });
  const url = await listen(server, options.port ?? 0);
  return { url, close: () => close(server, queries) };
}

/** What a page may send, by path. */
const WRITES: Readonly<Record<string, readonly string[]>> = { '/corrections.json': ['PUT'], '/query': ['POST'] };

interface Site {
  readonly queries: Queries;
  readonly graphPath: string;
  readonly viewer: string;
  readonly port: number;
}

async function answer(request: IncomingMessage, response: ServerResponse, site: Site): Promise<void> {
  if (!isLoopbackHost(request.headers.host, site.port)) return sendText(response, 403, 'Only this machine is served.');
  const [path = '/', parameters = ''] = (request.url ?? '/').split('?');
  // A page may be opened by following a link from anywhere; its data only by the page itself.
  if (path !== '/' && !isSameOrigin(request.headers, site.port)) return sendText(response, 403, 'Only this page is served.');
  const methods = ['GET', 'HEAD', ...(WRITES[path] ?? [])];
  if (!methods.includes(request.method ?? '')) return sendText(response, 405, `Only ${methods.join(', ')}.`, { allow: methods.join(', ') });
  if (path === '/query' && request.method === 'POST') return site.queries.answer(request, response);
  if (path === '/corrections.json') return answerCorrections(request, response, site.graphPath);
  if (path === '/graph.json') return answerGraph(request, response, site.graphPath, new URLSearchParams(parameters));
  const file = fileInFolder(site.viewer, path);
  if (file === undefined || !(await sendFile(request, response, file))) sendText(response, 404, 'Not found.');
}

/** The graph as corrected; for `graph.json?corrections=none` as it was built, and with `&edges=5000&above=20000` its most important part. */
async function answerGraph(request: IncomingMessage, response: ServerResponse, graphPath: string, parameters: URLSearchParams): Promise<void> {
  const isCorrected = parameters.get('corrections') !== 'none';
  const size = isCorrected ? undefined : partSizeIn(parameters);
  try {
    if (isCorrected && (await sendCorrected(request, response, graphPath))) return;
    if (size !== undefined && (await sendPart(request, response, graphPath, size))) return;
  } catch (error) {
    if (!(error instanceof DragomanError) || response.headersSent) throw error;
    return sendText(response, 500, error.message);
  }
  if (!(await sendFile(request, response, graphPath))) sendText(response, 404, 'Not found.');
}

async function assertReadable(path: string): Promise<void> {
  try {
    await access(path, constants.R_OK);
  } catch (cause) {
    throw readError(path, cause);
  }
}

async function close(server: Server, queries: Queries): Promise<void> {
  await stopListening(server);
  await queries.close();
}
