import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DragomanError } from './errors.ts';
import { isSystemError, reasonOf } from './system-error.ts';

/**
 * Makes a folder and those above it, where they are missing. One step at a time: Node's own recursive mkdir never ends
 * where the system refuses with "no such file", as in /proc.
 * @throws DragomanError E_WRITE
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (cause) {
    // Another process may have been quicker.
    if (existsSync(path)) return;
    const why = isSystemError(cause) && cause.code === 'ENOENT' ? 'no folder can be made there' : reasonOf(cause);
    throw new DragomanError('E_WRITE', { what: path, why }, { cause });
  }
}
