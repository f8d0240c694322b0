// What the lines above a pasted story's text say of it.

import { agencyOf } from './agency.ts';
import { agencyOfLine, authorOf, dateOfTimestamp, isPageStamp, isTimestamp } from './byline.ts';
import { datelineLine } from './dateline.ts';
import type { DraftMeta } from './draft.ts';
import { labelOf, type Label } from './labels.ts';
import type { PageLine } from './page-line.ts';

/** "Title: …", "Date: …" and the like, as far as they go down from the first line. */
export function leadingLabels(pasted: readonly PageLine[]): Label[] {
  const labels: Label[] = [];
  for (const line of pasted) {
    const label = labelOf(line.text);
    if (label === undefined) break;
    labels.push(label);
  }
  return labels;
}

/** Author, outlet, dateline and day, from bylines, dates and datelines that have lines of their own. */
export function metaOfHead(above: readonly string[]): DraftMeta {
  const bylines = above.filter((line) => authorOf(line) !== undefined);
  const stamps = above.filter((line) => isTimestamp(line) && dateOfTimestamp(line) !== undefined);
  const stamp = stamps.find((line) => /publish/i.test(line)) ?? stamps[0] ?? '';
  const filed = above.map(datelineLine).find((line) => line?.agency !== undefined);
  const author = authorOf(bylines[0] ?? '');
  return {
    dateline: filed?.dateline ?? stamps.find((line) => !isPageStamp(line)),
    author: author !== undefined && agencyOf(author) !== undefined ? undefined : author,
    outlet: filed?.agency ?? bylines.map(agencyOfLine).find((outlet) => outlet !== undefined),
    published: dateOfTimestamp(stamp),
  };
}

export function definedOnly(meta: DraftMeta): DraftMeta {
  return Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== undefined));
}
