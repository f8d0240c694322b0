import { DragomanError } from '../errors.ts';
import type { ByteStream } from './bytes.ts';
import { mediaType } from './kind.ts';

/** For the whole answer, redirects and body included. */
const TIMEOUT_SECONDS = 30;
const HEADERS = {
  'user-agent': 'dragoman (news story reader)',
  accept: 'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/json, application/x-ndjson, text/plain, text/markdown, */*;q=0.5',
  'accept-language': 'en',
};

export interface Fetched {
  readonly body: ByteStream;
  readonly contentType: string | undefined;
  /** Of the Content-Type header. */
  readonly charset: string | undefined;
  /** Where redirects led. */
  readonly address: string;
}

/**
 * Gets what an address holds; redirects are followed.
 * @throws DragomanError E_FETCH where it cannot be reached, answers with an error, or holds a picture or the like.
 */
export async function fetchAddress(address: string, get: typeof fetch): Promise<Fetched> {
  let response: Response;
  try {
    response = await get(address, { headers: HEADERS, redirect: 'follow', signal: AbortSignal.timeout(TIMEOUT_SECONDS * 1000) });
  } catch (cause) {
    throw fetchError(address, failureOf(cause), cause);
  }
  if (!response.ok) throw fetchError(address, `HTTP ${response.status} ${response.statusText}`.trim());
  const contentType = response.headers.get('content-type') ?? undefined;
  const type = mediaType(contentType);
  if (/^(image|audio|video|font)\/|^application\/(pdf|zip|msword|vnd\.(?!.*(json|xml)))/.test(type)) throw fetchError(address, `it holds ${type}, not text`);
  return { body: readBody(response, address), contentType, charset: charsetOf(contentType), address: response.url === '' ? address : response.url };
}

/** Of a Content-Type header. */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
}

async function* readBody(response: Response, address: string): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  try {
    for await (const chunk of response.body as unknown as ByteStream) yield chunk;
  } catch (cause) {
    throw fetchError(address, failureOf(cause), cause);
  }
}

function fetchError(address: string, why: string, cause?: unknown): DragomanError {
  return new DragomanError('E_FETCH', { what: address, why }, { cause });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host', EAI_AGAIN: 'the name server does not answer', ECONNREFUSED: 'connection refused', ECONNRESET: 'connection reset', EHOSTUNREACH: 'host unreachable',
  ENETUNREACH: 'network unreachable', ETIMEDOUT: 'no answer', UND_ERR_CONNECT_TIMEOUT: 'no answer', UND_ERR_SOCKET: 'connection closed',
  CERT_HAS_EXPIRED: 'its certificate has expired', DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  'bad port': 'no page is served at this port',
};

/** What went wrong below `fetch`, which itself says no more than "fetch failed". */
export function failureOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === 'TimeoutError') return `no answer within ${TIMEOUT_SECONDS} s`;
  const inner = cause.cause instanceof Error ? cause.cause : cause;
  const code = 'code' in inner && typeof inner.code === 'string' ? inner.code : '';
  return REASONS[code] ?? REASONS[inner.message] ?? (inner.message === '' ? code : inner.message);
}
