import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { correctedSource } from '../../graph/corrected-source.ts';
import { correctionsText } from '../../graph/corrections.ts';
import { correctionsPath, parseCorrections, readCorrections, writeCorrections } from '../../graph/corrections-file.ts';
import { graphDocument, graphLines, LINES_ABOVE } from '../../graph/json.ts';
import { DragomanError } from '../errors.ts';
import { mediaType, SECURITY_HEADERS } from './headers.ts';
import { readBody } from './read-body.ts';
import { isUnchanged, sendText } from './send-file.ts';
import { fileVersion } from './file-version.ts';

const LARGEST = 4_000_000;

const tagOf = (text: string): string => `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;

/**
 * corrections.json: GET gives it, PUT puts another in its place. `If-Match` with the ETag of what the writer has read
 * keeps two pages from overwriting each other.
 */
export async function answerCorrections(request: IncomingMessage, response: ServerResponse, graphPath: string): Promise<void> {
  try {
    if (request.method === 'PUT') await save(request, response, graphPath);
    else give(request, response, correctionsText(readCorrections(graphPath)));
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error;
    const isTheirs = request.method === 'PUT' && error.code === 'E_CORRECTIONS';
    sendText(response, isTheirs ? 400 : 500, error.message);
  }
}

function give(request: IncomingMessage, response: ServerResponse, text: string): void {
  const headers = { ...SECURITY_HEADERS, etag: tagOf(text), 'cache-control': 'no-cache', 'content-type': mediaType('.json'), 'content-length': Buffer.byteLength(text) };
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : text);
}

async function save(request: IncomingMessage, response: ServerResponse, graphPath: string): Promise<void> {
  const body = await readBody(request, response, LARGEST);
  if (body === undefined) return;
  const wanted = request.headers['if-match'];
  if (wanted !== undefined && wanted !== '*' && wanted !== tagOf(correctionsText(readCorrections(graphPath)))) {
    return sendText(response, 412, 'corrections.json has been changed meanwhile; reload the page.');
  }
  const file = parseCorrections(body, 'what was sent');
  writeCorrections(graphPath, file);
  response.writeHead(204, { ...SECURITY_HEADERS, etag: tagOf(correctionsText(file.corrections)), 'cache-control': 'no-store' }).end();
}

/** The graph with its corrections applied. False where there are none, and the file itself serves. */
export async function sendCorrected(request: IncomingMessage, response: ServerResponse, graphPath: string): Promise<boolean> {
  const corrections = readCorrections(graphPath);
  if (corrections.length === 0) return false;
  const ages = [graphPath, correctionsPath(graphPath)].map((path) => fileVersion(statSync(path)));
  const etag = `"${ages.join('-')}"`;
  const headers = { ...SECURITY_HEADERS, etag, 'cache-control': 'no-cache' };
  if (isUnchanged(request, etag)) {
    response.writeHead(304, headers).end();
    return true;
  }
  const { source } = correctedSource(graphPath);
  const isLines = source.size > LINES_ABOVE || graphPath.toLowerCase().endsWith('.jsonl');
  response.writeHead(200, { ...headers, 'content-type': mediaType(isLines ? '.jsonl' : '.json') });
  if (request.method === 'HEAD') response.end();
  else await pipeline(Readable.from(isLines ? graphLines(source) : graphDocument(source)), response);
  return true;
}
