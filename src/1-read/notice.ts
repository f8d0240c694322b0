import { DragomanError, type ErrorCode } from '../errors.ts';

/**
 * What the reader has to say about one input that it leaves out or had trouble with.
 * `skip`: nothing is wrong (a duplicate, an empty file, a language other than English); `fail`: unreadable or corrupt.
 */
export interface Notice {
  readonly level: 'skip' | 'fail';
  readonly error: DragomanError;
  /** The file, address or "-", with the line or the number of the story where that helps. */
  readonly source: string;
}

export type Notify = (notice: Notice) => void;

/** A notice about `source`, which fills the `{what}` of the code's message. */
export function notice(
  level: Notice['level'], code: ErrorCode, source: string, details: Readonly<Record<string, string>> = {},
): Notice {
  return { level, source, error: new DragomanError(code, { what: source, ...details }) };
}
