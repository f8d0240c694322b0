import type { ByteStream } from './bytes.ts';

/** A line without its end; `bytes` is absent where it was longer than the cap, and not kept. */
export interface ByteLine {
  readonly number: number;
  readonly bytes?: Uint8Array;
  /** In bytes. */
  readonly length: number;
}

/** The lines of a stream, numbered from 1; never more than `cap` bytes of one are held. */
export async function* byteLines(stream: ByteStream, cap: number): AsyncGenerator<ByteLine> {
  let held: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const keep = (part: Uint8Array): void => {
    length += part.length;
    if (length > cap) held = [];
    else if (part.length > 0) held.push(part);
  };
  const take = (): ByteLine => {
    const line = length > cap ? { number, length } : { number, length, bytes: Buffer.concat(held, length) };
    number++;
    held = [];
    length = 0;
    return line;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
      keep(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    keep(chunk.subarray(from));
  }
  if (length > 0) yield take();
}
