import { createReadStream } from 'node:fs';

import { collect, gunzip, isGzip, looksBinary, peek, type ByteStream } from './bytes.ts';
import { DragomanError } from '../errors.ts';
import { readError } from '../system-error.ts';
import type { Draft } from './draft.ts';
import { decode, encodingOf, type Encoding } from './encoding.ts';
import { fetchAddress } from './fetch.ts';
import { readJson, readJsonLines } from './json.ts';
import { kindOf, type Kind } from './kind.ts';
import { MAX_DOCUMENT, MAX_PAGE } from './limits.ts';
import { readMarkdown } from './markdown.ts';
import { notice, type Notify } from './notice.ts';
import type { Place } from './paths.ts';
import { readText } from './text-file.ts';

/** So much of a text tells what it is. */
const HEAD = 256 * 1024;

export interface SourceOptions {
  readonly stdin: () => ByteStream;
  readonly fetch: typeof fetch;
  readonly notify: Notify;
}

/** What was opened, and what its carrier says of it. */
interface Opened {
  readonly stream: ByteStream;
  readonly contentType?: string | undefined;
  readonly charset?: string | undefined;
  readonly address?: string | undefined;
}

/**
 * The stories of one place, as its format has them.
 * @throws DragomanError where it cannot be read at all, or not to its end; what was read before is given.
 */
export async function* readPlace(place: Place, options: SourceOptions): AsyncGenerator<Draft> {
  const opened = await open(place, options);
  const raw = await peek(opened.stream, 2);
  const { head, stream } = await peek(isGzip(raw.head) ? gunzip(raw.stream, place.name) : raw.stream, HEAD);
  if (head.length === 0) {
    options.notify(notice('skip', 'E_EMPTY', place.name));
    return;
  }
  const encoding = encodingOf(head, opened.charset);
  if (!encoding.startsWith('utf-16') && looksBinary(head)) throw new DragomanError('E_BINARY', { what: place.name });
  const kind = kindOf({ name: opened.address ?? place.name, contentType: opened.contentType, head: decodeHead(head, encoding) });
  if (kind === 'unknown' && place.inFolder) options.notify(notice('skip', 'E_KIND', place.name, { why: 'not named like a story; named by itself it would be read' }));
  else if (kind === 'jsonl') yield* readJsonLines(stream, encoding, place.name, options.notify);
  else yield* readWhole(kind, stream, encoding, place.name, opened.address, options.notify);
}

async function open(place: Place, options: SourceOptions): Promise<Opened> {
  if (place.type === 'stdin') return { stream: options.stdin() };
  if (place.type === 'file') return { stream: readFileStream(place.name) };
  const fetched = await fetchAddress(place.name, options.fetch);
  return { stream: fetched.body, ...fetched };
}

async function* readFileStream(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) yield chunk;
  } catch (cause) {
    throw readError(path, cause);
  }
}

function decodeHead(head: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding === 'detect' ? 'utf-8' : encoding).decode(head);
}

async function* readWhole(
  kind: Kind, stream: ByteStream, encoding: Encoding, name: string, address: string | undefined, notify: Notify,
): AsyncGenerator<Draft> {
  const bytes = await collect(stream, kind === 'html' ? MAX_PAGE : MAX_DOCUMENT, name);
  const { text, damaged } = decode(bytes, encoding, name);
  if (damaged !== undefined) notify(notice('fail', 'E_DAMAGED', name, { encoding: damaged }));
  if (kind === 'json') {
    yield* readJson(text, name, notify);
    return;
  }
  const drafts = await readers[kind === 'jsonl' ? 'unknown' : kind](text, name, address);
  if (drafts.length === 0) notify(notice('skip', 'E_EMPTY', name));
  yield* drafts;
}

type Reader = (text: string, name: string, address?: string) => Draft[] | Promise<Draft[]>;

/** Pages and feeds load their parsers when the first one comes: half of the reader's start-up. */
const readers: Readonly<Record<Exclude<Kind, 'json' | 'jsonl'>, Reader>> = {
  text: readText,
  unknown: readText,
  markdown: readMarkdown,
  html: async (text, name, address) => (await import('./html.ts')).readHtml(text, name, address),
  feed: async (text, name) => (await import('./feed.ts')).readFeed(text, name),
};
