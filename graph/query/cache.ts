import { createHash } from 'node:crypto';
import { accessSync, closeSync, constants, mkdtempSync, openSync, readdirSync, readSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DragomanError } from '../../src/errors.ts';
import { isSystemError, readError, writeError } from '../../src/system-error.ts';
import { correctedSource, type ReadingOptions } from '../corrected-source.ts';
import { correctionsBeside } from '../corrections-file.ts';
import { fileSource } from '../file.ts';
import { GraphFlaw } from '../validate.ts';
import { storageVersion } from './engine.ts';
import { createDatabase, DEFINITIONS } from './load.ts';

const CHUNK = 1 << 20;

/** A database file that is ready to be opened. */
export interface DatabaseFile {
  readonly path: string;
  /** To be called once it is closed: removes the file, if it was made for this time only. */
  readonly release: () => void;
}

/**
 * The database file of a graph with the corrections beside it: `graph.json.3f2a9c1d2e4b.lbug`, made where there is none of that content.
 * Those of earlier contents are removed. Where nothing can be written there, it is made in the system's folder for
 * temporary files and not kept: others write there too, and a file found under a known name could be theirs.
 * @throws DragomanError as `correctedSource`; E_WRITE where neither can be written; E_QUERY_ENGINE
 */
export async function databaseOf(graphPath: string, reading: ReadingOptions = {}): Promise<DatabaseFile> {
  const made = [await storageVersion(), ...DEFINITIONS].join('\n');
  const digest = digestOf(graphPath);
  const corrections = reading.asBuilt ? undefined : correctionsBeside(graphPath);
  const stamp = createHash('sha256').update(made).update(digest).update(corrections ?? '').digest('hex').slice(0, 12);
  const [folder, name] = [dirname(graphPath), basename(graphPath)];
  const path = join(folder, `${name}.${stamp}.lbug`);
  const kept = { path, release: () => undefined };
  if (isReadable(path)) return kept;
  const work = workFolder(folder, name);
  const fresh = join(work.path, 'graph.lbug');
  const remove = (): void => rmSync(work.path, { recursive: true, force: true });
  try {
    await createDatabase(() => correctedSource(graphPath, reading).source, fresh, work.path);
    if (!work.beside) return { path: fresh, release: remove };
    renameSync(fresh, path);
  } catch (cause) {
    remove();
    throw failure(cause, graphPath, path);
  }
  remove();
  removeOlder(folder, name, basename(path));
  return kept;
}

function failure(cause: unknown, graphPath: string, path: string): DragomanError {
  if (cause instanceof GraphFlaw) return new DragomanError('E_GRAPH_FILE', { what: graphPath, why: cause.message }, { cause });
  const engine = cause instanceof DragomanError && cause.code === 'E_QUERY_ENGINE';
  return writeError(path, engine ? cause.cause : cause);
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return false;
  }
}

/** A new folder beside the graph, so that what is made in it can be moved; else among the temporary files. */
function workFolder(folder: string, name: string): { readonly path: string; readonly beside: boolean } {
  try {
    return { path: mkdtempSync(join(folder, `.${name}.lbug-`)), beside: true };
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
  }
  try {
    return { path: mkdtempSync(join(tmpdir(), 'dragoman-query-')), beside: false };
  } catch (cause) {
    throw writeError(tmpdir(), cause);
  }
}

/** @throws DragomanError as the reading of a graph */
function digestOf(path: string): Buffer {
  try {
    return fileDigest(path);
  } catch (cause) {
    fileSource(path);
    throw readError(path, cause);
  }
}

function fileDigest(path: string): Buffer {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK);
  const file = openSync(path, 'r');
  try {
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) hash.update(chunk.subarray(0, size));
  } finally {
    closeSync(file);
  }
  return hash.digest();
}

/** What cannot be removed stays: it is in nobody's way. */
function removeOlder(folder: string, name: string, current: string): void {
  for (const file of readdirSync(folder)) {
    const older = file.startsWith(`${name}.`) && /^[0-9a-f]{12}\.lbug(\.\w+)?$/.test(file.slice(name.length + 1));
    if (older && !file.startsWith(current)) {
      try {
        rmSync(join(folder, file), { force: true });
      } catch (cause) {
        if (!isSystemError(cause)) throw cause;
      }
    }
  }
}
