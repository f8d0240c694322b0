import { DragomanError } from '../errors.ts';
import { collect, looksBinary, type ByteStream } from './bytes.ts';
import { decode, encodingOf } from './encoding.ts';
import { MAX_PAGE } from './limits.ts';

/** The bytes of an answer. @throws DragomanError E_TOO_LARGE where they are more than a page may have. */
export async function collectBody(stream: ByteStream, name: string): Promise<Uint8Array> {
  return collect(stream, MAX_PAGE, name);
}

/**
 * The text of an answer.
 * @param charset of its Content-Type header
 * @throws DragomanError E_BINARY, E_ENCODING
 */
export function textOfBody(bytes: Uint8Array, charset: string | undefined, name: string): string {
  const encoding = encodingOf(bytes, charset);
  if (!encoding.startsWith('utf-16') && looksBinary(bytes)) throw new DragomanError('E_BINARY', { what: name });
  return decode(bytes, encoding, name).text;
}
