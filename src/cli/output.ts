import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DragomanError } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';
import { isSystemError, reasonOf } from '../system-error.ts';

/**
 * Makes sure, before the work begins, that a file can be written there; makes its folder where there is none.
 * @throws DragomanError E_WRITE
 */
export function prepareOutput(path: string): void {
  try {
    makeFolder(dirname(path));
    if (!statSync(dirname(path)).isDirectory()) throw new DragomanError('E_WRITE', { what: path, why: 'part of its path is a file' });
    const old = statSync(path, { throwIfNoEntry: false });
    if (old?.isDirectory()) throw new DragomanError('E_WRITE', { what: path, why: 'it is a folder' });
    // A file is replaced by a new one beside it; a device or a pipe is written itself.
    accessSync(old && !old.isFile() ? path : dirname(path), constants.W_OK);
  } catch (cause) {
    const refused = cause instanceof DragomanError ? cause.cause : cause;
    if (refused === undefined) throw cause;
    throw new DragomanError('E_WRITE', { what: path, why: refusalOf(refused) }, { cause: refused });
  }
}

/** The file is new: what the system says is about its folder. */
function refusalOf(cause: unknown): string {
  const code = isSystemError(cause) ? cause.code : '';
  return ['ENOENT', 'EACCES', 'EPERM'].includes(code) ? 'no permission to write in its folder' : reasonOf(cause);
}

/**
 * A reader that stops early ("| head") ends the command without a word; any other trouble with standard output is an
 * error as of every file.
 */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.stderr.write(`dragoman: standard output: ${reasonOf(error)}\n`);
    process.exit(error.code === 'EPIPE' ? process.exitCode : 1);
  });
}
