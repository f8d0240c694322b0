import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DragomanError } from '../errors.ts';

function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isPackageRoot(folder)) {
    const parent = dirname(folder);
    if (parent === folder) throw new DragomanError('E_VIEWER', { what: 'package.json of dragoman' });
    folder = parent;
  }
  return folder;
}

function isPackageRoot(folder: string): boolean {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return false;
  const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string };
  return name === 'dragoman';
}

/** The folder of the built viewer, the same from the sources and from `dist`. Throws E_VIEWER where it is not built. */
export function viewerFolder(): string {
  const folder = join(packageRoot(), 'dist', 'viewer');
  if (!existsSync(join(folder, 'index.html'))) throw new DragomanError('E_VIEWER', { what: folder });
  return folder;
}

/** The viewer as one page with an empty place for a graph, the template of an HTML export. Throws E_VIEWER where it is not built. */
export function viewerPage(): string {
  return readFileSync(join(viewerFolder(), 'page.html'), 'utf8');
}

/**
 * The file of `folder` that a request's path names, or undefined where it would leave the folder or names
 * a hidden file. Whether it exists is the caller's to see.
 */
export function fileInFolder(folder: string, urlPath: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.some((part) => part.startsWith('.'))) return undefined;
  const file = join(folder, ...(path.endsWith('/') ? [...parts, 'index.html'] : parts));
  return file.startsWith(folder + sep) ? file : undefined;
}
