import { setImmediate as nextTurn } from 'node:timers/promises';
import { sourceName } from '../1-read/index.ts';
import type { DragomanError } from '../errors.ts';
import type { Story } from '../model/story.ts';
import { extractAll, type ExtractAllOptions, type Outcome } from '../pool/index.ts';
import { ExtractionStore, keyOfContent } from './extraction-store.ts';
import type { Project } from './folder.ts';
import { lockProject } from './lock.ts';
import { StoryStore } from './story-store.ts';

export interface ExtractProjectOptions extends ExtractAllOptions {
  /** Told of a stored story that cannot be read; the others go on. */
  readonly onDamaged: (error: DragomanError) => void;
}

/** Stories that are read without a pause. */
const TURN = 100;

/** An outcome, and whether the story had to be read for it. */
export type ProjectOutcome = Outcome & { readonly fresh: boolean };

/**
 * What all stories of a project give: kept extractions first, then those of stories that have none, each kept as soon as it
 * is made. Killed at any moment, the next call goes on where this one stopped. What removed stories gave is deleted at the end.
 * @throws DragomanError E_BUSY where another build is at work on it; errors as of `extractAll`
 */
export async function* extractProject(project: Project, options: ExtractProjectOptions): AsyncGenerator<ProjectOutcome> {
  const lock = await lockProject(project);
  try {
    const kept = new ExtractionStore(project, options.vocabulary);
    const missing: Story[] = [];
    const wanted = new Set<string>();
    for (const stored of new StoryStore(project).all(options.onDamaged)) {
      const story = { ...stored, source: sourceName(stored.source, project.root) };
      wanted.add(keyOfContent(story));
      const extraction = kept.get(story);
      if (extraction) yield { story, extraction, fresh: false };
      else missing.push(story);
      // The lock is renewed by a timer, which needs its turn.
      if (wanted.size % TURN === 0) await nextTurn();
    }
    if (missing.length) {
      for await (const outcome of extractAll(streamOf(missing), options)) {
        if ('extraction' in outcome) kept.put(outcome.extraction);
        yield { ...outcome, fresh: true };
      }
    }
    if (lock.isHeld()) kept.keepOnly(wanted);
  } finally {
    await lock.release();
  }
}

async function* streamOf(stories: readonly Story[]): AsyncGenerator<Story> {
  yield* stories;
}
