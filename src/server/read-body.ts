import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendText } from './send-file.ts';

/** Why the body of a request is not taken. */
export interface BodyRefusal {
  readonly status: 413 | 415;
  readonly why: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The JSON text that a request carries, of at most so many bytes. */
export async function takeBody(request: IncomingMessage, largest: number): Promise<string | BodyRefusal> {
  // A form of a foreign page cannot send this type without asking first.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return { status: 415, why: 'Only application/json.' };
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > largest) return { status: 413, why: `At most ${largest} bytes.`, headers: { connection: 'close' } };
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** As `takeBody`; undefined after an answer that says why it is not taken. */
export async function readBody(request: IncomingMessage, response: ServerResponse, largest: number): Promise<string | undefined> {
  const body = await takeBody(request, largest);
  if (typeof body === 'string') return body;
  sendText(response, body.status, body.why, body.headers);
  return undefined;
}
