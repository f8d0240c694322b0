import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAtomically } from '../../graph/atomic-file.ts';

const DIGITS = 32;
const FILE = new RegExp(`^[0-9a-f]{${DIGITS}}\\.json$`);
const SHELF = /^[0-9a-f]{2}$/;

/** 128 bits of the hash of what a file stands for, in hexadecimal. */
export function keyOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, DIGITS);
}

/**
 * JSON documents under hashed names, on 256 shelves so that no folder gets long. A document is there whole or not at all,
 * also after `kill -9`; several processes may write at once, since the same name always stands for the same document.
 */
export class JsonFiles {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Absent where there is none; `'damaged'` where it is no JSON. */
  read(key: string): { readonly value: unknown } | 'damaged' | undefined {
    let text: string;
    try {
      text = readFileSync(this.pathOf(key), 'utf8');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
    try {
      return { value: JSON.parse(text) };
    } catch {
      return 'damaged';
    }
  }

  /** @throws DragomanError E_WRITE */
  write(key: string, value: unknown): void {
    const path = this.pathOf(key);
    mkdirSync(dirname(path), { recursive: true });
    writeAtomically(path, [JSON.stringify(value)]);
  }

  delete(key: string): void {
    rmSync(this.pathOf(key), { force: true });
  }

  /** The names of all documents, sorted. */
  keys(): string[] {
    return this.shelves().flatMap((shelf) => list(join(this.folder, shelf)).filter((name) => FILE.test(name)).map((name) => name.slice(0, DIGITS)));
  }

  /** Deletes the documents that are not wanted, and what writers that were killed have left; no other process may write. */
  keepOnly(wanted: ReadonlySet<string>): void {
    for (const shelf of this.shelves()) {
      for (const name of list(join(this.folder, shelf))) {
        if (!FILE.test(name) || !wanted.has(name.slice(0, DIGITS))) rmSync(join(this.folder, shelf, name), { force: true });
      }
    }
  }

  pathOf(key: string): string {
    return join(this.folder, key.slice(0, 2), `${key}.json`);
  }

  private shelves(): string[] {
    return list(this.folder).filter((name) => SHELF.test(name));
  }
}

/** Sorted; empty where there is no such folder. */
function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
