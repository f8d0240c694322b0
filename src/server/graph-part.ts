import { statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileSource } from '../../graph/file.ts';
import { graphDocument } from '../../graph/json.ts';
import { mostImportantPart } from '../../graph/part.ts';
import { mediaType, SECURITY_HEADERS } from './headers.ts';
import { isUnchanged } from './send-file.ts';
import { fileVersion } from './file-version.ts';

/** No edge with its evidence takes fewer bytes in a file: a smaller file need not be read to know that it has few. */
const LEAST_BYTES = 300;

/** How many edges a part has at most, and which graphs are too large to be sent whole: those with more edges than `above`. */
export interface PartSize {
  readonly edges: number;
  readonly above: number;
}

/** The size that the parameters of an address ask for; undefined where they ask for none. */
export function partSizeIn(parameters: URLSearchParams): PartSize | undefined {
  const numberOf = (name: string): number => Math.max(0, Math.trunc(Number(parameters.get(name) ?? 0))) || 0;
  const edges = numberOf('edges');
  return edges === 0 ? undefined : { edges, above: Math.max(edges, numberOf('above')) };
}

/**
 * The most important part of a graph file as one document. False where the whole is not too large, and the file itself
 * serves.
 * @throws DragomanError as `fileSource`
 */
export async function sendPart(request: IncomingMessage, response: ServerResponse, graphPath: string, { edges, above }: PartSize): Promise<boolean> {
  const info = statSync(graphPath, { throwIfNoEntry: false });
  if (info === undefined || info.size < above * LEAST_BYTES) return false;
  const etag = `"${fileVersion(info)}-${edges}-${above}"`;
  const headers = { ...SECURITY_HEADERS, etag, 'cache-control': 'no-cache' };
  if (isUnchanged(request, etag)) {
    response.writeHead(304, headers).end();
    return true;
  }
  const source = fileSource(graphPath);
  const part = source.size > above ? mostImportantPart(source, edges) : undefined;
  if (part === undefined) return false;
  response.writeHead(200, { ...headers, 'content-type': mediaType('.json') });
  if (request.method === 'HEAD') response.end();
  else await pipeline(Readable.from(graphDocument(part)), response);
  return true;
}
