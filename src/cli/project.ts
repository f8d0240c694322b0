import { DragomanError } from '../errors.ts';
import { findProject, type Project } from '../project/index.ts';

/** The project of the current folder or of one above it. */
export function currentProject(): Project {
  const project = findProject(process.cwd());
  if (!project) throw new DragomanError('E_PROJECT', { what: process.cwd(), why: 'no project folder, nor is one above it' });
  return project;
}
