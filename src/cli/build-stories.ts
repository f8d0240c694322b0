import { readStories, type Notice } from '../1-read/index.ts';
import { DragomanError } from '../errors.ts';
import type { Story } from '../model/story.ts';
import { extractAll, type ExtractAllOptions, type Outcome } from '../pool/index.ts';
import { extractProject, findProject } from '../project/index.ts';

export interface StoriesOptions extends ExtractAllOptions {
  readonly published?: string;
  readonly onNotice: (notice: Notice) => void;
  readonly onCopy: (story: Story) => void;
}

/**
 * What a build is of: the stories of the paths, each read now; without paths those of the project folder, of which only the
 * new ones are read.
 * @throws DragomanError E_USAGE where there are neither paths nor a project
 */
export function storiesOfBuild(paths: readonly string[], options: StoriesOptions): AsyncGenerator<Outcome & { readonly fresh?: boolean }> {
  if (paths.length) {
    const { onNotice, onCopy, published } = options;
    return extractAll(readStories(paths, { onNotice, onCopy, stdin: () => process.stdin, ...(published ? { published } : {}) }), options);
  }
  const project = findProject(process.cwd());
  if (!project) throw new DragomanError('E_USAGE', { what: 'no stories given, and no project folder here' });
  if (options.published) throw new DragomanError('E_USAGE', { what: '--published is for stories that are given; in a project it goes with dragoman add' });
  return extractProject(project, { ...options, onDamaged: (error) => options.onNotice({ level: 'fail', source: project.root, error }) });
}
