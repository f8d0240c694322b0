import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob, isDynamicPattern } from 'tinyglobby';

import { DragomanError } from '../errors.ts';
import { readError } from '../system-error.ts';
import { hasStoryName } from './kind.ts';
import type { Notify } from './notice.ts';

/** One thing to read. */
export interface Place {
  readonly type: 'file' | 'address' | 'stdin';
  /** As the user wrote it, or joined to the folder that the user wrote. */
  readonly name: string;
  /** Found in a folder, where any kind of file may lie. */
  readonly inFolder: boolean;
}

/**
 * What the inputs of a command stand for, in their order: files, folders (all the way down, sorted, without hidden files), globs
 * (sorted), http(s) and file addresses, "-". What does not exist or cannot be listed is told to `notify`.
 */
export async function* expandInputs(inputs: readonly string[], notify: Notify): AsyncGenerator<Place> {
  for (const input of inputs) {
    if (input === '-') yield { type: 'stdin', name: input, inFolder: false };
    else if (/^https?:\/\//i.test(input)) yield { type: 'address', name: input, inFolder: false };
    else yield* expandPath(/^file:\/\//i.test(input) && URL.canParse(input) ? fileURLToPath(input) : input, notify);
  }
}

async function* expandPath(path: string, notify: Notify): AsyncGenerator<Place> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) yield* walk(path.replace(/(?<=.)[/\\]+$/, ''), new Set(), notify);
    else yield { type: 'file', name: path, inFolder: false };
  } catch (cause) {
    if (isMissing(cause) && isDynamicPattern(path)) yield* expandGlob(path, notify);
    else notify({ level: 'fail', source: path, error: readError(path, cause) });
  }
}

async function* expandGlob(pattern: string, notify: Notify): AsyncGenerator<Place> {
  // Matches come back in the way of the pattern: relative, or absolute.
  const options = { expandDirectories: false, absolute: isAbsolute(pattern) };
  const files = await glob([pattern], options);
  for (const name of files.toSorted()) yield { type: 'file', name, inFolder: false };
  if (files.length > 0) return;
  const folders = await glob([pattern], { ...options, onlyDirectories: true });
  for (const folder of folders.toSorted()) yield* expandPath(folder, notify);
  if (folders.length === 0) notify({ level: 'fail', source: pattern, error: new DragomanError('E_NOT_FOUND', { what: pattern }) });
}

/** `seen` holds the real paths above: a link that leads back up is not followed. */
async function* walk(folder: string, above: ReadonlySet<string>, notify: Notify): AsyncGenerator<Place> {
  try {
    const here = await realpath(folder);
    if (above.has(here)) return;
    const seen = new Set(above).add(here);
    const names = await readdir(folder);
    for (const file of names.toSorted()) {
      if (!file.startsWith('.')) yield* walkEntry(`${folder === '/' ? '' : folder}/${file}`, seen, notify);
    }
  } catch (cause) {
    notify({ level: 'fail', source: folder, error: readError(folder, cause) });
  }
}

async function* walkEntry(name: string, seen: ReadonlySet<string>, notify: Notify): AsyncGenerator<Place> {
  try {
    const link = await lstat(name);
    const stats = link.isSymbolicLink() ? await stat(name) : link;
    if (stats.isDirectory()) yield* walk(name, seen, notify);
    else if (stats.isFile()) yield { type: 'file', name, inFolder: !hasStoryName(name) };
  } catch (cause) {
    notify({ level: 'fail', source: name, error: readError(name, cause) });
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR');
}
