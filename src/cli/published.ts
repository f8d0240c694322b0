import { parseDate } from '../1-read/index.ts';
import { DragomanError } from '../errors.ts';

/** @throws DragomanError E_USAGE where --published is given and is no date */
export function checkPublished(published: string | undefined): void {
  if (published !== undefined && parseDate(published) === undefined) throw new DragomanError('E_USAGE', { what: `--published ${published} is not a date (YYYY-MM-DD)` });
}
