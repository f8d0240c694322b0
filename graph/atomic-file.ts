import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DragomanError } from '../src/errors.ts';
import { writeError } from '../src/system-error.ts';

const CHUNK = 1 << 20;

/**
 * Writes the pieces to a file that appears whole or not at all: into a temporary file of the same folder, then renamed.
 * A device or pipe is written straight; a link keeps pointing at its file.
 * @throws DragomanError E_WRITE; errors of the pieces' own making pass through. Either way the old file stays as it was.
 */
export function writeAtomically(path: string, pieces: Iterable<string>): void {
  const target = real(path);
  const old = attempt(path, () => stat(target));
  if (old?.isDirectory()) throw new DragomanError('E_WRITE', { what: path, why: 'it is a folder' });
  if (old && !old.isFile()) {
    writePieces(path, open(path, target), pieces);
    return;
  }
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    writePieces(path, open(path, temporary, old?.mode), pieces, { sync: true });
    attempt(path, () => renameSync(temporary, target));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

const open = (path: string, at: string, mode?: number): number => attempt(path, () => openSync(at, 'w', mode));

function writePieces(path: string, file: number, pieces: Iterable<string>, { sync = false } = {}): void {
  try {
    let waiting: string[] = [];
    let length = 0;
    const flush = (): void => {
      attempt(path, () => writeAll(file, Buffer.from(waiting.join(''), 'utf8')));
      waiting = [];
      length = 0;
    };
    for (const piece of pieces) {
      waiting.push(piece);
      length += piece.length;
      if (length >= CHUNK) flush();
    }
    flush();
    if (sync) attempt(path, () => fsyncSync(file));
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}

function attempt<T>(path: string, step: () => T): T {
  try {
    return step();
  } catch (cause) {
    throw writeError(path, cause);
  }
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function stat(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}
