import { agencyOfLine, authorOf, dateOfTimestamp, isTimestamp } from './byline.ts';
import { cutDateline, datelineLine } from './dateline.ts';

/** What stands between a story's title and its first sentence, and the lines without it. */
export interface Head {
  readonly lines: readonly string[];
  readonly dateline?: string | undefined;
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
  readonly published?: string | undefined;
}

/** More lines than this are no head. */
const HEAD_LINES = 5;

/** A summary above the first paragraph has no more lines. */
const STANDFIRST = 2;

/** Takes bylines, dates and the dateline from the top of a story; a dateline inside the first paragraph is cut where it is evident. */
export function readHead(lines: readonly string[]): Head {
  let found: Omit<Head, 'lines'> = {};
  let at = 0;
  for (; at < Math.min(HEAD_LINES, lines.length - 1); at++) {
    const part = headLine(lines[at] ?? '');
    if (part === undefined) break;
    found = { dateline: found.dateline ?? part.dateline, outlet: found.outlet ?? part.outlet, author: found.author ?? part.author,
      published: found.published ?? part.published };
  }
  const below = lines.slice(at);
  const cuts = below.slice(0, STANDFIRST + 1).map(cutDateline);
  // Below a standfirst only an agency's dateline is evident enough.
  const where = cuts.findIndex((cut, index) => cut !== undefined && (index === 0 || cut.agency !== undefined));
  const cut = cuts[where];
  if (cut === undefined || cut.rest === '') return { ...found, lines: below };
  return { lines: below.with(where, cut.rest), dateline: cut.dateline, outlet: cut.agency ?? found.outlet, author: found.author,
    published: cut.published ?? found.published };
}

function headLine(line: string): Omit<Head, 'lines'> | undefined {
  const author = authorOf(line);
  if (author !== undefined) return { author, outlet: agencyOfLine(line) };
  if (isTimestamp(line)) return { dateline: /[A-Za-z]/.test(line) ? line.replace(/^[^:]*:\s+/, '') : line, published: dateOfTimestamp(line) };
  const dateline = datelineLine(line);
  return dateline === undefined ? undefined : { dateline: dateline.dateline, outlet: dateline.agency, published: dateline.published };
}
