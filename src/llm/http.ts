/** An answer longer than this is no list of relations. */
const LARGEST = 4_000_000;

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  /** Seconds that the server asks to be left alone. */
  readonly retryAfter?: number;
}

/** What went wrong before there was an answer; `retry` where another try may do better. */
export class HttpFailure extends Error {
  readonly retry: boolean;

  constructor(message: string, retry: boolean, options?: { cause?: unknown }) {
    super(message, options);
    this.retry = retry;
  }
}

/**
 * Posts JSON. A redirect is an error: it could take the key to another host. The time counts for the whole answer.
 * @throws HttpFailure
 */
export async function postJson(url: string, body: string, key: string | undefined, timeoutMs: number): Promise<HttpAnswer> {
  const headers = { 'content-type': 'application/json', accept: 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) };
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return { status: response.status, text: await textOf(response), ...(seconds >= 0 ? { retryAfter: seconds } : {}) };
  } catch (cause) {
    if (cause instanceof HttpFailure) throw cause;
    throw failureOf(cause, timeoutMs);
  }
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).byteLength;
    if (size > LARGEST) throw new HttpFailure(`an answer of more than ${LARGEST / 1e6} MB`, false);
    text += decoder.decode(chunk as Uint8Array, { stream: true });
  }
  return text + decoder.decode();
}

function failureOf(cause: unknown, timeoutMs: number): HttpFailure {
  if (cause instanceof Error && cause.name === 'TimeoutError') return new HttpFailure(`no answer in ${timeoutMs / 1000} seconds`, true, { cause });
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : undefined;
  if (inner && /redirect/.test(inner.message)) return new HttpFailure('it sends the request elsewhere; give the final address', false, { cause });
  const code = inner && 'code' in inner ? String(inner.code) : undefined;
  return new HttpFailure(code === 'ECONNREFUSED' ? 'nothing answers there' : `no connection${code ? ` (${code})` : ''}`, code !== 'ENOTFOUND', { cause });
}
