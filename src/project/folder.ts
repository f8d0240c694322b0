import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writeAtomically } from '../../graph/atomic-file.ts';
import { pathWithin } from '../1-read/index.ts';
import { DragomanError } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';
import { isSystemError, readError } from '../system-error.ts';

/** A folder whose stories and their extractions are kept between builds. */
export interface Project {
  /** The folder that has `.dragoman` in it, absolute. */
  readonly root: string;
  /** `.dragoman`, absolute. */
  readonly store: string;
}

const STORE = '.dragoman';
const MARK = 'project.json';
/** Of the layout under `.dragoman`: raised when older programs could not read it. */
const FORMAT = 1;

/**
 * Makes a folder a project; one that is a project already stays as it is.
 * @returns the project, and whether it is new
 * @throws DragomanError E_WRITE, E_PERMISSION, E_PROJECT where a later version made it
 */
export function initProject(folder: string): { readonly project: Project; readonly created: boolean } {
  const project = projectAt(resolve(folder));
  const mark = join(project.store, MARK);
  if (isThere(mark)) {
    checkFormat(mark);
    return { project, created: false };
  }
  makeFolder(project.store);
  // What is kept can be made again, and grows large: it belongs to no repository.
  writeAtomically(join(project.store, '.gitignore'), ['*\n']);
  writeAtomically(mark, [`${JSON.stringify({ format: FORMAT })}\n`]);
  return { project, created: true };
}

/**
 * The project of a folder or of one above it; absent where there is none.
 * @throws DragomanError E_PROJECT where its format is not this version's, E_PERMISSION
 */
export function findProject(folder: string): Project | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const mark = join(at, STORE, MARK);
    if (isThere(mark)) {
      checkFormat(mark);
      return projectAt(at);
    }
    if (dirname(at) === at) return undefined;
  }
}

/**
 * The name of a file as the project keeps it: from its root, with forward slashes, so that it is the same wherever the
 * command runs and wherever the folder is moved. Addresses and "-" stay as they are; a file outside has its whole path, which
 * only this folder keeps.
 */
export function nameInProject(project: Project, source: string, cwd: string): string {
  if (source === '-' || /^https?:\/\//i.test(source)) return source;
  const file = resolve(cwd, source);
  return pathWithin(project.root, file) ?? file;
}

function projectAt(root: string): Project {
  return { root, store: join(root, STORE) };
}

/** @throws DragomanError E_PERMISSION where nobody but the owner may know */
function isThere(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (cause) {
    if (isSystemError(cause) && /^(ENOENT|ENOTDIR|ENAMETOOLONG)$/.test(cause.code)) return false;
    throw readError(path, cause);
  }
}

function checkFormat(mark: string): void {
  let format: unknown;
  try {
    const value: unknown = JSON.parse(readFileSync(mark, 'utf8'));
    format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  } catch (cause) {
    if (isSystemError(cause)) throw readError(mark, cause);
    throw new DragomanError('E_PROJECT', { what: mark, why: 'it is damaged' }, { cause });
  }
  if (format !== FORMAT) throw new DragomanError('E_PROJECT', { what: mark, why: `its format is ${JSON.stringify(format)}, this version reads ${FORMAT}` });
}
