import { basename, isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * What a story calls the file that it came from, in a graph that others will get: a file in `folder` or below by its path
 * from there, with forward slashes; a file elsewhere by its name alone, so that no folders of this machine go with it.
 * Addresses and "-" stay as they are.
 */
export function sourceName(name: string, folder: string = process.cwd()): string {
  if (name === '-' || /^https?:\/\//i.test(name)) return name;
  return pathWithin(folder, resolve(folder, name)) ?? basename(name);
}

/** The path of a file from a folder that it lies in, with forward slashes; absent where it lies elsewhere. */
export function pathWithin(folder: string, file: string): string | undefined {
  const path = relative(folder, file);
  const [first] = path.split(sep);
  return path === '' || first === '..' || isAbsolute(path) ? undefined : path.split(sep).join('/');
}
