import { DragomanError } from '../errors.ts';
import { lockProject, type Project } from '../project/index.ts';
import { CLOCK, MINUTE, SECOND } from './clock.ts';
import { FeedReader, type FeedOptions } from './feed-reader.ts';
import type { PollReport } from './poll.ts';

export interface WatchOptions extends FeedOptions {
  /** Ends after one round. */
  readonly once?: boolean;
  readonly onReport: (report: PollReport) => void;
  /** After each round in which a feed was read; the next one waits for it. */
  readonly onRound: (reports: readonly PollReport[]) => Promise<void>;
}

/** So soon a change of the feeds by another process is seen. */
const LOOK = MINUTE;
/** Long enough for the lock of a killed process to grow stale. */
const WAIT = 8 * SECOND;

/**
 * Reads the feeds of a project whenever they are due, until the signal is given.
 * @throws DragomanError E_BUSY where another process does so, E_NO_FEEDS, E_WRITE
 */
export async function watchFeeds(project: Project, { once = false, onReport, onRound, ...options }: WatchOptions): Promise<void> {
  const { clock = CLOCK, signal } = options;
  const reader = new FeedReader(project, options);
  if (!reader.nextPolls().size) throw new DragomanError('E_NO_FEEDS', { what: project.root });
  const lock = await lockProject(project, 'watch', WAIT);
  try {
    for (let first = true; !signal.aborted; first = false) {
      // On a machine that slept, another process may have taken its place.
      if (!lock.isHeld()) throw new DragomanError('E_BUSY', { what: project.root, work: 'watch' });
      const reports = await reader.round(onReport);
      if (!signal.aborted && (first || reports.length)) await onRound(reports);
      if (once) return;
      const next = Math.min(...reader.nextPolls().values());
      await clock.sleep(Math.max(SECOND, Math.min(LOOK, next - clock.now())), signal);
    }
  } finally {
    await lock.release();
  }
}
