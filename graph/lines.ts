import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK = 1 << 20;

/** A line of a file with its number, from 1, and whether a line break ended it. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly ended: boolean;
}

/** The lines of a UTF-8 file, one at a time; it holds one line and one chunk. Errors are those of `node:fs`. */
export function* readLines(path: string): Generator<Line> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    let pending: Buffer[] = [];
    let number = 0;
    for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0 && at < length; at = chunk.indexOf(10, from)) {
        pending.push(chunk.subarray(from, at));
        yield { number: ++number, text: joined(pending), ended: true };
        pending = [];
        from = at + 1;
      }
      if (from < length) pending.push(Buffer.from(chunk.subarray(from, length)));
    }
    if (pending.length) yield { number: ++number, text: joined(pending), ended: false };
  } finally {
    closeSync(file);
  }
}

/** The first characters of a file, enough to tell what it is. */
export function readOpening(path: string): string {
  const file = openSync(path, 'r');
  try {
    const opening = Buffer.alloc(64);
    return opening.toString('utf8', 0, readSync(file, opening));
  } finally {
    closeSync(file);
  }
}

function joined(parts: readonly Buffer[]): string {
  return parts.length === 1 ? (parts[0] as Buffer).toString('utf8') : Buffer.concat(parts).toString('utf8');
}
