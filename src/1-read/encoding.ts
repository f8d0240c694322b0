import { DragomanError } from '../errors.ts';
import { decodeMixed, decodeWindows1252 } from './windows-1252.ts';

/** A WHATWG label, or `detect`: UTF-8, and Windows-1252 where the bytes are no UTF-8. */
export type Encoding = string;

/** What was read, and the name of the encoding that some bytes did not fit. */
export interface Decoded {
  readonly text: string;
  readonly damaged?: string;
}

/**
 * The encoding of a text that begins with `head`: a byte order mark first, as the WHATWG standard has it, then UTF-16 without a
 * mark (every other byte of Latin text is NUL), then what its header or its own markup declares.
 */
export function encodingOf(head: Uint8Array, declared?: string): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'detect';
  return utf16WithoutMark(head) ?? known(declared) ?? known(markupEncoding(head)) ?? 'detect';
}

function utf16WithoutMark(head: Uint8Array): Encoding | undefined {
  const nuls = [0, 0];
  const length = Math.min(head.length, 4096) & ~1;
  for (let i = 0; i < length; i++) if (head[i] === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (length < 8) return undefined;
  if (odd > length * 0.35 && even < length * 0.02) return 'utf-16le';
  return even > length * 0.35 && odd < length * 0.02 ? 'utf-16be' : undefined;
}

/** `<meta charset=…>`, `<meta … content="text/html; charset=…">` or `<?xml … encoding="…"?>` of the first 4096 bytes. */
function markupEncoding(head: Uint8Array): string | undefined {
  const start = Buffer.from(head.subarray(0, 4096)).toString('latin1');
  return (/^\s*<\?xml[^>]*\bencoding\s*=\s*["']?([\w.:-]+)/i.exec(start) ?? /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start))?.[1];
}

function known(label: string | undefined): Encoding | undefined {
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    // Markup that was read byte by byte cannot be UTF-16, whatever it says of itself.
    return encoding === 'utf-8' || encoding.startsWith('utf-16') ? 'detect' : encoding;
  } catch {
    return undefined;
  }
}

/**
 * Decodes a whole text, or one line of it, without its byte order mark.
 * @throws DragomanError E_ENCODING where it is no UTF-16, or neither UTF-8 nor plausible Windows-1252.
 */
export function decode(bytes: Uint8Array, encoding: Encoding, name: string): Decoded {
  if (encoding === 'windows-1252') return { text: decodeWindows1252(bytes) };
  try {
    return { text: new TextDecoder(encoding === 'detect' ? 'utf-8' : encoding, { fatal: true }).decode(bytes) };
  } catch (cause) {
    if (encoding === 'detect') return decodeInvalidUtf8(bytes, name);
    const damaged = encoding.toUpperCase();
    if (encoding.startsWith('utf-16')) throw new DragomanError('E_ENCODING', { what: name, encoding: damaged }, { cause });
    return { text: new TextDecoder(encoding).decode(bytes), damaged };
  }
}

/** Half of a text in another alphabet is above 0x7F; of one in Latin letters, a few accents and quotation marks are. */
const MOST_FOREIGN = 0.3;

function decodeInvalidUtf8(bytes: Uint8Array, name: string): Decoded {
  let foreign = 0;
  for (const byte of bytes) if (byte >= 0x80) foreign++;
  if (foreign > bytes.length * MOST_FOREIGN) throw new DragomanError('E_ENCODING', { what: name, encoding: 'UTF-8' });
  const { text, damaged } = decodeMixed(bytes);
  return damaged ? { text, damaged: 'UTF-8' } : { text };
}

/** Recodes UTF-16 as UTF-8 as it comes, so that lines can be found by their bytes. */
export async function* recode(stream: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of stream) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}
