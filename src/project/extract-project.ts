import { setImmediate as nextTurn } from 'node:timers/promises';
import { sourceName } from '../1-read/index.ts';
import type { DragomanError } from '../errors.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Story } from '../model/story.ts';
import { extractAll, type ExtractAllOptions, type Outcome } from '../pool/index.ts';
import { ExtractionStore, keyOfContent } from './extraction-store.ts';
import type { Project } from './folder.ts';
import { lockProject } from './lock.ts';
import { StoryStore } from './story-store.ts';

/** Goes over extractions after the extractor, as a language model does; what it makes of them is kept apart from them. */
export interface FurtherReader {
  /** All that its readings depend on beside the extraction, as JSON. */
  readonly version: readonly unknown[];
  /** Absent where the extraction has to do as it is for now: nothing is kept then, and the next build asks again. */
  read(extraction: Extraction): Promise<Extraction | undefined>;
}

export interface ExtractProjectOptions extends ExtractAllOptions {
  readonly reader?: FurtherReader | undefined;
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
  const { vocabulary, reader } = options;
  const lock = await lockProject(project, 'build');
  try {
    const local = new ExtractionStore(project, { vocabulary });
    const further = reader && new ReadFurther(reader, new ExtractionStore(project, { vocabulary, reader: reader.version }));
    const missing: Story[] = [];
    const wanted = new Set<string>();
    for (const stored of new StoryStore(project).all(options.onDamaged)) {
      const story = { ...stored, source: sourceName(stored.source, project.root) };
      wanted.add(keyOfContent(story));
      const whole = further?.kept.get(story);
      const extraction = whole ?? local.get(story);
      if (!extraction) missing.push(story);
      else yield further && !whole ? await further.outcomeOf(extraction, false) : { story, extraction, fresh: false };
      // The lock is renewed by a timer, which needs its turn.
      if (wanted.size % TURN === 0) await nextTurn();
    }
    if (missing.length) {
      for await (const outcome of extractAll(streamOf(missing), options)) {
        if ('extraction' in outcome) local.put(outcome.extraction);
        yield further && 'extraction' in outcome ? await further.outcomeOf(outcome.extraction, true) : { ...outcome, fresh: true };
      }
    }
    if (lock.isHeld()) for (const store of [local, further?.kept]) store?.keepOnly(wanted);
  } finally {
    await lock.release();
  }
}

/** A further reader, and its readings so far. */
class ReadFurther {
  readonly kept: ExtractionStore;
  private readonly reader: FurtherReader;

  constructor(reader: FurtherReader, kept: ExtractionStore) {
    this.reader = reader;
    this.kept = kept;
  }

  /** The reading of a local extraction, which is `fresh` or was kept; what the reader throws fails this story alone. */
  async outcomeOf(extraction: Extraction, fresh: boolean): Promise<ProjectOutcome> {
    const { story } = extraction;
    let read: Extraction | undefined;
    try {
      read = await this.reader.read(extraction);
    } catch (cause) {
      return { story, error: cause instanceof Error ? cause : new Error(String(cause)), fresh };
    }
    if (!read) return { story, extraction, fresh };
    this.kept.put(read);
    return { story, extraction: read, fresh: true };
  }
}

async function* streamOf(stories: readonly Story[]): AsyncGenerator<Story> {
  yield* stories;
}
