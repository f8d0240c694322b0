import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DragomanError } from '../errors.ts';

/**
 * Makes sure, before the work begins, that a file can be written there; makes its folder where there is none.
 * @throws DragomanError E_WRITE
 */
export function prepareOutput(path: string): void {
  try {
    makeFolder(dirname(path));
    if (!statSync(dirname(path)).isDirectory()) throw new DragomanError('E_WRITE', { what: path, why: 'part of its path is a file' });
    if (existsSync(path) && statSync(path).isDirectory()) throw new DragomanError('E_WRITE', { what: path, why: 'it is a folder' });
    accessSync(dirname(path), constants.W_OK);
  } catch (cause) {
    if (cause instanceof DragomanError) throw cause;
    throw new DragomanError('E_WRITE', { what: path, why: reasonOf(cause) }, { cause });
  }
}

/** One step at a time: Node's own recursive mkdir never ends where the system refuses with "no such file", as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'no permission to write in its folder';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'part of its path is a file';
  return cause instanceof Error ? cause.message : String(cause);
}

/**
 * A reader that stops early ("| head") ends the command without a word; any other trouble with standard output is an
 * error as of every file.
 */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.stderr.write(`dragoman: standard output: ${error.message}\n`);
    process.exit(error.code === 'EPIPE' ? process.exitCode : 1);
  });
}
