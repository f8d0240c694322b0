import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAtomically } from '../../graph/atomic-file.ts';
import { makeFolder } from '../make-folder.ts';
import { isSystemError, readError, writeError } from '../system-error.ts';

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

  /**
   * Absent where there is none; `'damaged'` where it is no JSON.
   * @throws DragomanError E_PERMISSION, E_UNREADABLE
   */
  read(key: string): { readonly value: unknown } | 'damaged' | undefined {
    const path = this.pathOf(key);
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (cause) {
      if (isMissing(cause)) return undefined;
      throw readError(path, cause);
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
    makeFolder(dirname(path));
    writeAtomically(path, [JSON.stringify(value)]);
  }

  /** @throws DragomanError E_WRITE */
  delete(key: string): void {
    removeFile(this.pathOf(key));
  }

  /** The names of all documents, sorted. */
  keys(): string[] {
    return this.shelves().flatMap((shelf) => list(join(this.folder, shelf)).filter((name) => FILE.test(name)).map((name) => name.slice(0, DIGITS)));
  }

  /** Deletes the documents that are not wanted, and what writers that were killed have left; no other process may write. */
  keepOnly(wanted: ReadonlySet<string>): void {
    for (const shelf of this.shelves()) {
      for (const name of list(join(this.folder, shelf))) {
        if (!FILE.test(name) || !wanted.has(name.slice(0, DIGITS))) removeFile(join(this.folder, shelf, name));
      }
    }
  }

  /** When a document was last written or deleted, in milliseconds since 1970; 0 where there never was one. */
  changedAt(): number {
    return Math.max(0, ...this.shelves().map((shelf) => statSync(join(this.folder, shelf), { throwIfNoEntry: false })?.mtimeMs ?? 0));
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
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw readError(folder, cause);
  }
}

function removeFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (cause) {
    throw writeError(path, cause);
  }
}

function isMissing(cause: unknown): boolean {
  return isSystemError(cause) && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR');
}
