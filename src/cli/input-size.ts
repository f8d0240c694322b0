import { statSync } from 'node:fs';
import { expandInputs, sourceName } from '../1-read/index.ts';

/** Bytes of each file that the inputs stand for, by the name that its stories bear; undefined where an address or standard input has no known size. */
export async function inputSizes(paths: readonly string[]): Promise<ReadonlyMap<string, number> | undefined> {
  const sizes = new Map<string, number>();
  for await (const place of expandInputs(paths, () => undefined)) {
    if (place.type !== 'file') return undefined;
    const name = sourceName(place.name);
    sizes.set(name, (sizes.get(name) ?? 0) + (statSync(place.name, { throwIfNoEntry: false })?.size ?? 0));
  }
  return sizes;
}
