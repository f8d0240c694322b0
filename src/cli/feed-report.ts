import type { PollReport, SubscribeOutcome } from '../feeds/index.ts';
import { count } from './count.ts';
import { oneLine } from './exit.ts';

/** So many pages of a feed are named one by one. */
const LISTED = 5;

/** What a poll of a feed did: one line, and one for each page that could not be had. */
export function reportLines(report: PollReport): string {
  const { errors } = report;
  const more = errors.length > LISTED ? [`${report.url}: and ${errors.length - LISTED} more`] : [];
  const moved = report.movedTo === undefined ? [] : [`${report.url}: has moved for good; from now on ${report.movedTo} is asked`];
  return [...errors.slice(0, LISTED).map(oneLine), ...more, ...moved, lineOf(report)].map((line) => `${line}\n`).join('');
}

/** What came of a wish to subscribe, in the same way. */
export function subscribedLines(result: SubscribeOutcome): string {
  const { url } = result;
  if (result.outcome === 'known') return `${url}: is read already\n`;
  if (!result.report) return `${url}: subscribed; the watch that is at work here reads it\n`;
  return `${url}: subscribed\n${reportLines(result.report)}`;
}

function lineOf(report: PollReport): string {
  const { url, outcome, error } = report;
  const next = report.nextPoll === undefined ? '' : `; next at ${timeOf(report.nextPoll)}`;
  if (outcome === 'gone') return `${url}: its server has given it up (HTTP 410); it is read no more, its stories stay`;
  if (outcome === 'interrupted') return `${url}: interrupted${report.added ? ` after ${count(report.added, 'new story', 'new stories')}` : ''}; the next watch goes on`;
  if (error) return `${oneLine(error)}${next}`;
  return `${url}: ${outcome === 'unchanged' ? 'not changed' : countsOf(report)}${next}`;
}

/** "3 new stories, 1 of them as the feed's summary, 2 skipped". */
function countsOf({ added, summaries, skipped, waiting }: PollReport): string {
  return `${added === 0 ? 'no new stories' : count(added, 'new story', 'new stories')}${summaries ? `, ${summaries} of them as the feed's summary` : ''}`
    + `${skipped ? `, ${skipped} skipped` : ''}${waiting ? `, ${count(waiting, 'page')} still to come` : ''}`;
}

/** Minutes of the local time: "2025-01-09 14:30". */
function timeOf(time: number): string {
  const date = new Date(time);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
