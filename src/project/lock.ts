import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { DragomanError } from '../errors.ts';
import type { Project } from './folder.ts';

/** Milliseconds after which the lock of a process that was killed counts for nothing; a living one renews it every second. */
const STALE = 5_000;
const RENEW = 1_000;
/** Long enough for the lock of a killed process to grow stale, and for a short build to end. */
const ATTEMPTS = 40;
const PAUSE = 500;

/**
 * Holds a project's lock, as only one build at a time should read its new stories. It saves work and guards the tidying
 * alone: files appear whole, and the same story gives the same file whoever writes it.
 * @returns what gives it back
 * @throws DragomanError E_BUSY where another process keeps it
 */
export async function lockProject(project: Project): Promise<() => Promise<void>> {
  try {
    const release = await lock(project.store, {
      lockfilePath: join(project.store, 'build.lock'),
      stale: STALE,
      update: RENEW,
      retries: { retries: ATTEMPTS, factor: 1, minTimeout: PAUSE, maxTimeout: PAUSE },
      // A machine that slept may lose the lock: two builds then do the same work, and that is all.
      onCompromised: () => undefined,
    });
    return () => release().catch(() => undefined);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ELOCKED') throw new DragomanError('E_BUSY', { what: project.root }, { cause });
    throw new DragomanError('E_WRITE', { what: project.store, why: cause instanceof Error ? cause.message : String(cause) }, { cause });
  }
}
