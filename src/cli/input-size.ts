import { statSync } from 'node:fs';
import { expandInputs } from '../1-read/index.ts';

/** Bytes of each file that the inputs stand for, by name; undefined where an address or standard input has no known size. */
export async function inputSizes(paths: readonly string[]): Promise<ReadonlyMap<string, number> | undefined> {
  const sizes = new Map<string, number>();
  for await (const place of expandInputs(paths, () => undefined)) {
    if (place.type !== 'file') return undefined;
    sizes.set(place.name, statSync(place.name, { throwIfNoEntry: false })?.size ?? 0);
  }
  return sizes;
}
