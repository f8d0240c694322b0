/** Days since 1970-01-01, first and last of a date of the file (YYYY, YYYY-MM, YYYY-MM-DD, or two with a slash). */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

const DAY = 86_400_000;

function parseDay(text: string, atEnd: boolean): number {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return Number.NaN;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  if (!atEnd) return Date.UTC(year, (month || 1) - 1, day || 1) / DAY;
  if (day) return Date.UTC(year, month - 1, day) / DAY;
  // Day 0 of the month that follows is the last day of this one.
  return Date.UTC(year, month || 12, 0) / DAY;
}

// The same few thousand dates stand in a hundred thousand sentences.
const known = new Map<string, DayRange | undefined>();

/** The days that a date covers, or undefined where it is none. */
export function dayRange(date: string | undefined): DayRange | undefined {
  if (date === undefined) return undefined;
  if (known.has(date)) return known.get(date);
  const range = parseRange(date);
  known.set(date, range);
  return range;
}

function parseRange(date: string): DayRange | undefined {
  const [from = '', to = from] = date.split('/');
  const first = parseDay(from, false);
  const last = parseDay(to, true);
  return Number.isNaN(first) || Number.isNaN(last) || last < first ? undefined : { first, last };
}

/** YYYY-MM-DD of a day. */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
