import { readFileSync } from 'node:fs';

const files = new Map<string, readonly unknown[]>();

/**
 * The rows of a data file of this folder, one JSON object a line; read once. `T` is what the file's own tests hold it
 * to. The build copies `data/` beside the emitted code, so that the path holds in both trees.
 */
export function readData<T>(name: string): readonly T[] {
  let rows = files.get(name);
  if (rows === undefined) {
    const text = readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8');
    // One parse of the whole is several times faster than one of each line.
    rows = JSON.parse(`[${text.trim().replace(/\n+/g, ',')}]`) as readonly unknown[];
    files.set(name, rows);
  }
  return rows as readonly T[];
}
