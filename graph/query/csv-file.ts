// A table on the disk as the embedded database reads it: RFC 4180 without a header. An absent value is an empty cell.

import { closeSync, openSync, writeSync } from 'node:fs';
import { wellFormed } from '../well-formed.ts';
import type { Cell } from './tables.ts';

/** Between the items of a list in a cell. */
export const SEPARATOR = '\u001F';

/** How the separator is written inside an item, and then the character that this begins with. */
export const ESCAPES = [['\u001Eb', SEPARATOR], ['\u001Ea', '\u001E']] as const;

// oxlint-disable-next-line no-control-regex
const SPECIAL = /[\u001E\u001F]/;
const FLUSH_AT = 1 << 16;

/** What was written: how many rows, and whether an item of a list holds an escape. */
export interface Written {
  readonly rows: number;
  readonly escaped: boolean;
}

/**
 * Writes the rows; errors are those of `node:fs`.
 * @param breathe lets others have a turn between two stretches of rows
 */
export async function writeRows(path: string, rows: Iterable<readonly Cell[]>, breathe: () => Promise<void>): Promise<Written> {
  const file = openSync(path, 'w');
  let [count, escaped, waiting] = [0, false, ''];
  const escape = (item: string): string => {
    if (!SPECIAL.test(item)) return item;
    escaped = true;
    return ESCAPES.toReversed().reduce((text, [written, meant]) => text.replaceAll(meant, written), item);
  };
  try {
    for (const row of rows) {
      count++;
      for (const [column, value] of row.entries()) waiting += (column ? ',' : '') + cell(value, escape);
      waiting += '\n';
      if (waiting.length > FLUSH_AT) {
        writeSync(file, waiting);
        waiting = '';
        await breathe();
      }
    }
    writeSync(file, waiting);
  } finally {
    closeSync(file);
  }
  return { rows: count, escaped };
}

function cell(value: Cell, escape: (item: string) => string): string {
  if (value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = wellFormed(typeof value === 'string' ? value : value.map(escape).join(SEPARATOR));
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
}
