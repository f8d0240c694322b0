import { readStories, type Notice } from '../1-read/index.ts';
import { DragomanError } from '../errors.ts';
import type { Story } from '../model/story.ts';
import { extractAll, type ExtractAllOptions, type Outcome } from '../pool/index.ts';
import { extractProject, findProject, type FurtherReader } from '../project/index.ts';

export interface StoriesOptions extends ExtractAllOptions {
  readonly published?: string;
  readonly onNotice: (notice: Notice) => void;
  readonly onCopy: (story: Story) => void;
  readonly reader?: FurtherReader | undefined;
}

/**
 * What a build is of: the stories of the paths, each read now; without paths those of the project folder, of which only the
 * new ones are read.
 * @throws DragomanError E_USAGE where there are neither paths nor a project
 */
export function storiesOfBuild(paths: readonly string[], options: StoriesOptions): AsyncGenerator<Outcome & { readonly fresh?: boolean }> {
  if (paths.length) {
    const { onNotice, onCopy, published, reader } = options;
    const outcomes = extractAll(readStories(paths, { onNotice, onCopy, stdin: () => process.stdin, ...(published ? { published } : {}) }), options);
    return reader ? readFurther(outcomes, reader) : outcomes;
  }
  const project = findProject(process.cwd());
  if (!project) throw new DragomanError('E_USAGE', { what: 'no stories given, and no project folder here' });
  if (options.published) throw new DragomanError('E_USAGE', { what: '--published is for stories that are given; in a project it goes with dragoman add' });
  return extractProject(project, { ...options, onDamaged: (error) => options.onNotice({ level: 'fail', source: project.root, error }) });
}

async function* readFurther(outcomes: AsyncGenerator<Outcome>, reader: FurtherReader): AsyncGenerator<Outcome> {
  for await (const outcome of outcomes) {
    try {
      yield 'error' in outcome ? outcome : { story: outcome.story, extraction: await reader.read(outcome.extraction) ?? outcome.extraction };
    } catch (cause) {
      yield { story: outcome.story, error: cause instanceof Error ? cause : new Error(String(cause)) };
    }
  }
}
