import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { DragomanError } from '../errors.ts';
import { megabytes } from './limits.ts';

export type ByteStream = AsyncIterable<Uint8Array>;

/** The first `size` bytes (fewer where there are no more) and the whole stream, from its start. */
export async function peek(stream: ByteStream, size: number): Promise<{ head: Uint8Array; stream: ByteStream }> {
  const iterator = stream[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  let failure: { readonly cause: unknown } | undefined;
  while (length < size && failure === undefined) {
    try {
      const next = await iterator.next();
      if (next.done === true) break;
      seen.push(next.value);
      length += next.value.length;
    } catch (cause) {
      failure = { cause };
    }
  }
  // What came before a fault is still worth reading.
  if (failure !== undefined && length === 0) throw failure.cause;
  return { head: Buffer.concat(seen).subarray(0, size), stream: resume(seen, iterator, failure) };
}

async function* resume(
  seen: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>, failure: { readonly cause: unknown } | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    yield* seen;
    if (failure !== undefined) throw failure.cause;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** True where the bytes begin as RFC 1952 says that gzip does. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * Decompresses gzip as it comes.
 * @throws DragomanError E_MALFORMED where it is truncated or corrupt; what was decompressed before is given.
 */
export async function* gunzip(stream: ByteStream, name: string): AsyncGenerator<Uint8Array> {
  const decompressor = createGunzip();
  pipeline(Readable.from(stream), decompressor, () => undefined);
  try {
    for await (const chunk of decompressor as AsyncIterable<Uint8Array>) yield chunk;
  } catch (cause) {
    if (!isZlibError(cause)) throw cause;
    const why = cause.code === 'Z_BUF_ERROR' ? 'truncated gzip' : 'corrupt gzip';
    throw new DragomanError('E_MALFORMED', { what: name, why }, { cause });
  }
}

function isZlibError(cause: unknown): cause is Error & { code: string } {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && cause.code.startsWith('Z_');
}

/**
 * The stream in one piece.
 * @throws DragomanError E_TOO_LARGE once it passes `cap` bytes, without reading the rest.
 */
export async function collect(stream: ByteStream, cap: number, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > cap) throw new DragomanError('E_TOO_LARGE', { what: name, size: 'too large a file', cap: megabytes(cap) });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** Signatures of files that people mistake for text, and which may show no NUL byte at once. */
const SIGNATURES = ['%PDF-', '{\\rtf', 'PK\u0003\u0004', '\u0089PNG', 'GIF8', 'Rar!', '\u007fELF', '\u00ff\u00d8\u00ff'];

/** True for what is no text: known signatures, or more than 3 control characters in 1,000. Not for UTF-16. */
export function looksBinary(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 8)).toString('latin1');
  if (SIGNATURES.some((signature) => start.startsWith(signature))) return true;
  let control = 0;
  for (const byte of head) {
    if ((byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) || byte === 0x7f) control++;
  }
  return control * 1000 > head.length * 3;
}
