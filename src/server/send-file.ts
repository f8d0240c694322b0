import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { mediaType, SECURITY_HEADERS } from './headers.ts';
import { fileVersion } from './file-version.ts';

/** A short plain-text answer. */
export function sendText(response: ServerResponse, status: number, text: string, headers: Readonly<Record<string, string>> = {}): void {
  const body = `${text}\n`;
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    ...headers,
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** True where the browser already has what the tag names. */
export function isUnchanged(request: IncomingMessage, etag: string): boolean {
  const known = request.headers['if-none-match'];
  return known !== undefined && known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/**
 * Streams a file with its media type and an ETag of size and time; the browser asks again each time and
 * is told 304 where nothing changed. False where there is no such file.
 */
export async function sendFile(request: IncomingMessage, response: ServerResponse, file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle === undefined) return false;
  try {
    const info = await handle.stat();
    if (!info.isFile()) return false;
    const etag = `"${fileVersion(info)}"`;
    const headers = { ...SECURITY_HEADERS, etag, 'cache-control': 'no-cache', 'content-type': mediaType(extname(file)) };
    if (isUnchanged(request, etag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    response.writeHead(200, { ...headers, 'content-length': info.size });
    if (request.method === 'HEAD' || info.size === 0) {
      response.end();
      return true;
    }
    // The length is promised above: a file that grows meanwhile is cut there.
    await pipeline(createReadStream('', { fd: handle.fd, autoClose: false, start: 0, end: info.size - 1 }), response);
    return true;
  } finally {
    await handle.close();
  }
}
