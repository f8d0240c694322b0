import type { Command } from 'commander';
import { DragomanError } from '../errors.ts';
import type { FeedOptions } from '../feeds/index.ts';
import { interruptSignal } from './interrupt.ts';
import { packageVersion } from './package-folder.ts';

export interface FeedFlags {
  readonly pages: boolean;
  readonly contact?: string;
}

/** The options of commands that read feeds. */
export function addFeedOptions(command: Command): Command {
  return command
    .option('--no-pages', "keep the feeds' own summaries; do not fetch the pages that they lead to")
    .option('--contact <text>', 'an address of yours, told to the servers with each request');
}

/** @throws DragomanError E_USAGE */
export function feedOptions({ pages, contact }: FeedFlags): FeedOptions {
  // What could end the header, or its comment.
  if (contact !== undefined && !/^[\x20-\x27\x2a-\x7e]{1,200}$/.test(contact)) throw new DragomanError('E_USAGE', { what: '--contact takes plain letters and signs without brackets, 200 at most' });
  return {
    userAgent: `dragoman/${packageVersion()} (+news story reader${contact === undefined ? '' : `; ${contact}`})`,
    signal: interruptSignal('ends after the request at hand (Ctrl+C again: at once)'),
    pages,
  };
}
