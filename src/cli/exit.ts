import { DragomanError } from '../errors.ts';
import { isSystemError, reasonOf } from '../system-error.ts';

/** Exit codes of every command. */
export const EXIT = {
  /** Done; what was skipped is named on stderr. */
  done: 0,
  /** Some input was unreadable or a step failed; what succeeded is kept. */
  partial: 1,
  /** Wrong usage, or nothing usable at all. */
  usage: 2,
} as const;

/** So many inputs are named one by one. */
const LISTED = 5;

/** Writes an error as one line on stderr, with its stack where asked, and gives the exit code. */
export function report(error: unknown, debug: boolean): number {
  process.stderr.write(`${oneLine(error)}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return error instanceof DragomanError && /^E_(USAGE|NO_INPUT|NO_FEEDS|VOCABULARY)$/.test(error.code) ? EXIT.usage : EXIT.partial;
}

/**
 * The end of a command that found no story in its inputs. Where there is one input, what was said of it is enough.
 * @param complaints lines that were written about the inputs
 * @throws DragomanError E_NO_INPUT
 */
export function endWithNothing(inputs: readonly string[], complaints: number): number {
  if (inputs.length === 1 && complaints === 1) return EXIT.usage;
  throw new DragomanError('E_NO_INPUT', { what: inputs.length > LISTED ? `any of the ${inputs.length} inputs` : inputs.join(', ') });
}

/** "dragoman: message (remedy)". */
export function oneLine(error: unknown): string {
  if (error instanceof DragomanError) return `dragoman: ${error.message} (${error.remedy})`;
  if (isSystemError(error)) return `dragoman: ${error.path ? `${error.path}: ` : ''}${reasonOf(error)} (check the path and who may use it)`;
  const message = error instanceof Error ? error.message : String(error);
  return `dragoman: ${message.replace(/\s+/g, ' ')} (run again with --debug)`;
}

/** What the parser of the arguments has to say, as one line that ends in where to read more. */
export function usageLine(text: string, command: string): string {
  const said = text.replace(/^error: /, '').trim().replace(/\s*\n\s*/g, ' ').replace(/ \(Did you mean (.*\?)\)$/, '; did you mean $1').replace(/\.$/, '');
  return `dragoman: ${said} (see ${command} --help)\n`;
}
