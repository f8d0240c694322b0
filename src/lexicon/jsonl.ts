import { readFileSync } from 'node:fs';
import { DragomanError } from '../errors.ts';

/** Changes the rows of a data file as it is read. */
type Amendment = (rows: readonly unknown[]) => readonly unknown[];

const files = new Map<string, readonly unknown[]>();
const amendments = new Map<string, Amendment[]>();

/**
 * Has the rows of a data file changed when it is read: how a user's own words enter the lexicon. The indexes over a
 * file are built once, so this must come before the first look-up.
 * @throws DragomanError E_INTERNAL where the file was read already.
 */
export function amendData<T>(name: string, change: (rows: readonly T[]) => readonly T[]): void {
  if (files.has(name)) throw new DragomanError('E_INTERNAL', { what: name, why: 'the lexicon is in use; own words must be given before the first story' });
  amendments.set(name, [...(amendments.get(name) ?? []), change as Amendment]);
}

/**
 * The rows of a data file of this folder, one JSON object a line; read once. `T` is what the file's own tests hold it
 * to. The build copies `data/` beside the emitted code, so that the path holds in both trees.
 */
export function readData<T>(name: string): readonly T[] {
  let rows = files.get(name);
  if (rows === undefined) {
    rows = (amendments.get(name) ?? []).reduce((all, change) => change(all), shippedData(name));
    files.set(name, rows);
  }
  return rows as readonly T[];
}

/** The rows as the file has them, without what a user added; read anew on each call. */
export function shippedData<T>(name: string): readonly T[] {
  const text = readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8');
  // One parse of the whole is several times faster than one of each line.
  return JSON.parse(`[${text.trim().replace(/\n+/g, ',')}]`) as readonly T[];
}
