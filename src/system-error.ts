// What the operating system refuses, in words of our own.

import { DragomanError } from './errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'part of its path is a file',
  EEXIST: 'part of its path is a file',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it grows too large for the disk',
  EIO: 'the disk does not answer as it should',
  EBUSY: 'another program uses it',
  ETXTBSY: 'another program uses it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
};

/** True for an error of a system call, as of a file that may not be opened; its code is of the kind "EACCES". */
export function isSystemError(cause: unknown): cause is NodeJS.ErrnoException & { readonly code: string } {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && /^E[A-Z0-9]+$/.test(cause.code);
}

/** Why the system refused, without its code and call; the message of an error of another kind. */
export function reasonOf(cause: unknown): string {
  if (isSystemError(cause)) return REASONS[cause.code] ?? cause.message;
  return cause instanceof Error ? cause.message : String(cause);
}

/** E_WRITE about a path that the system does not let us write. */
export function writeError(path: string, cause: unknown): DragomanError {
  return cause instanceof DragomanError ? cause : new DragomanError('E_WRITE', { what: path, why: reasonOf(cause) }, { cause });
}

/** Why a path cannot be read: E_NOT_FOUND, E_PERMISSION, or E_UNREADABLE. */
export function readError(path: string, cause: unknown): DragomanError {
  if (cause instanceof DragomanError) return cause;
  const code = isSystemError(cause) ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new DragomanError('E_NOT_FOUND', { what: path }, { cause });
  if (code === 'EACCES' || code === 'EPERM') return new DragomanError('E_PERMISSION', { what: path }, { cause });
  return new DragomanError('E_UNREADABLE', { what: path, why: reasonOf(cause) }, { cause });
}
