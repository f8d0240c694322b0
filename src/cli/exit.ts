import { DragomanError } from '../errors.ts';

/** Exit codes of every command. */
export const EXIT = {
  /** Done; what was skipped is named on stderr. */
  done: 0,
  /** Some input was unreadable or a step failed; what succeeded is kept. */
  partial: 1,
  /** Wrong usage, or nothing usable at all. */
  usage: 2,
} as const;

/** Writes an error as one line on stderr, with its stack where asked, and gives the exit code. */
export function report(error: unknown, debug: boolean): number {
  process.stderr.write(`${oneLine(error)}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return error instanceof DragomanError && /^E_(USAGE|NO_INPUT|VOCABULARY)$/.test(error.code) ? EXIT.usage : EXIT.partial;
}

/** "dragoman: message: remedy". */
export function oneLine(error: unknown): string {
  if (error instanceof DragomanError) return `dragoman: ${error.message} (${error.remedy})`;
  const message = error instanceof Error ? error.message : String(error);
  return `dragoman: ${message.replace(/\s+/g, ' ')} (run again with --debug)`;
}
