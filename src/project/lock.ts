import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { DragomanError } from '../errors.ts';
import { writeError } from '../system-error.ts';
import type { Project } from './folder.ts';

/** Milliseconds after which the lock of a process that was killed counts for nothing; a living one renews it every second. */
const STALE = 5_000;
const RENEW = 1_000;
/** Long enough for the lock of a killed process to grow stale, and for a short build to end. */
const WAIT = 20_000;
const PAUSE = 500;
const WORDS: Readonly<Record<Work, string>> = { build: 'build', watch: 'watch', feeds: 'change of the feeds' };

/** What is done by one process at a time: building, reading feeds, changing the list of feeds. */
export type Work = 'build' | 'watch' | 'feeds';

/** A lock that this process has. */
export interface ProjectLock {
  /** False where another process has taken it since: on a machine that slept, or was busy for seconds. */
  isHeld(): boolean;
  release(): Promise<void>;
}

/**
 * Holds a project's lock for one kind of work, as only one build at a time should read its new stories; waits for it up to
 * `wait` milliseconds. It saves work and guards the tidying alone: files appear whole, and the same story gives the same file
 * whoever writes it.
 * @throws DragomanError E_BUSY where another process keeps it, E_WRITE
 */
export async function lockProject(project: Project, work: Work, wait = WAIT): Promise<ProjectLock> {
  let held = true;
  try {
    // The lock is `build.lock` and the like; nothing need be at the path that is locked.
    const release = await lock(join(project.store, work), {
      realpath: false,
      stale: STALE,
      update: RENEW,
      retries: { retries: Math.ceil(wait / PAUSE), factor: 1, minTimeout: PAUSE, maxTimeout: PAUSE },
      onCompromised: () => { held = false; },
    });
    return { isHeld: () => held, release: () => release().catch(() => undefined) };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ELOCKED') throw new DragomanError('E_BUSY', { what: project.root, work: WORDS[work] }, { cause });
    throw writeError(project.store, cause);
  }
}
