import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DragomanError } from '../../src/errors.ts';
import { fileSource } from '../file.ts';
import { storageVersion } from './engine.ts';
import { createDatabase, DEFINITIONS } from './load.ts';

const CHUNK = 1 << 20;

/**
 * The database file of a graph: `graph.json.3f2a9c1d2e4b.lbug` beside it, made where there is none of that content.
 * Those of earlier contents are removed.
 * @throws DragomanError as `fileSource`; E_WRITE where the folder cannot be written; E_QUERY_ENGINE
 */
export async function databaseOf(graphPath: string): Promise<string> {
  const made = [await storageVersion(), ...DEFINITIONS].join('\n');
  const stamp = createHash('sha256').update(made).update(digestOf(graphPath)).digest('hex').slice(0, 12);
  const [folder, name] = [dirname(graphPath), basename(graphPath)];
  const path = join(folder, `${name}.${stamp}.lbug`);
  if (existsSync(path)) return path;
  const source = fileSource(graphPath);
  const partial = join(folder, `.${name}.${process.pid}.lbug.tmp`);
  try {
    await createDatabase(source, partial);
    renameSync(partial, path);
  } catch (cause) {
    if (cause instanceof DragomanError && cause.code !== 'E_QUERY_ENGINE') throw cause;
    throw new DragomanError('E_WRITE', { what: path, why: cause instanceof Error ? cause.message : String(cause) }, { cause });
  } finally {
    rmSync(partial, { force: true });
    rmSync(`${partial}.wal`, { force: true });
  }
  removeOlder(folder, name, basename(path));
  return path;
}

/** @throws DragomanError E_NOT_FOUND, E_PERMISSION as the reading of a graph */
function digestOf(path: string): Buffer {
  if (!existsSync(path)) fileSource(path);
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

function removeOlder(folder: string, name: string, current: string): void {
  for (const file of readdirSync(folder)) {
    const older = file.startsWith(`${name}.`) && /^[0-9a-f]{12}\.lbug(\.\w+)?$/.test(file.slice(name.length + 1));
    if (older && !file.startsWith(current)) rmSync(join(folder, file), { force: true });
  }
}
