import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendText } from './send-file.ts';

/** The JSON text that a request carries; undefined after an answer that says why it is not taken. */
export async function readBody(request: IncomingMessage, response: ServerResponse, largest: number): Promise<string | undefined> {
  // A form of a foreign page cannot send this type without asking first.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    sendText(response, 415, 'Only application/json.');
    return undefined;
  }
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > largest) {
      sendText(response, 413, `At most ${largest} bytes.`, { connection: 'close' });
      return undefined;
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
