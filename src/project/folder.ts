import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { writeAtomically } from '../../graph/atomic-file.ts';
import { DragomanError } from '../errors.ts';

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
 * @throws DragomanError E_WRITE, E_PROJECT where a later version made it
 */
export function initProject(folder: string): { readonly project: Project; readonly created: boolean } {
  const project = projectAt(resolve(folder));
  const mark = join(project.store, MARK);
  if (existsSync(mark)) {
    checkFormat(mark);
    return { project, created: false };
  }
  try {
    mkdirSync(project.store, { recursive: true });
  } catch (cause) {
    throw new DragomanError('E_WRITE', { what: project.store, why: cause instanceof Error ? cause.message : String(cause) }, { cause });
  }
  // What is kept can be made again, and grows large: it belongs to no repository.
  writeAtomically(join(project.store, '.gitignore'), ['*\n']);
  writeAtomically(mark, [`${JSON.stringify({ format: FORMAT })}\n`]);
  return { project, created: true };
}

/**
 * The project of a folder or of one above it; absent where there is none.
 * @throws DragomanError E_PROJECT where its format is not this version's
 */
export function findProject(folder: string): Project | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const mark = join(at, STORE, MARK);
    if (existsSync(mark)) {
      checkFormat(mark);
      return projectAt(at);
    }
    if (dirname(at) === at) return undefined;
  }
}

/**
 * The name of a file as the project keeps it: from its root, with forward slashes, so that it is the same wherever the
 * command runs and wherever the folder is moved. Addresses, "-" and files outside stay as they are.
 */
export function nameInProject(project: Project, source: string, cwd: string): string {
  if (source === '-' || /^https?:\/\//i.test(source)) return source;
  const path = relative(project.root, resolve(cwd, source));
  return path === '' || path.startsWith('..') || isAbsolute(path) ? resolve(cwd, source) : path.split(sep).join('/');
}

function projectAt(root: string): Project {
  return { root, store: join(root, STORE) };
}

function checkFormat(mark: string): void {
  let format: unknown;
  try {
    const value: unknown = JSON.parse(readFileSync(mark, 'utf8'));
    format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  } catch (cause) {
    throw new DragomanError('E_PROJECT', { what: mark, why: 'it cannot be read' }, { cause });
  }
  if (format !== FORMAT) throw new DragomanError('E_PROJECT', { what: mark, why: `its format is ${JSON.stringify(format)}, this version reads ${FORMAT}` });
}
