// Dates of the file: YYYY, YYYY-MM, YYYY-MM-DD, or two of them with a slash.

/** First and last day that a date covers, both YYYY-MM-DD. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function periodOfOne(date: string): Period | undefined {
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (!year) return undefined;
  if (!month) return { start: `${year}-01-01`, end: `${year}-12-31` };
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const last = daysIn(Number(year), Number(month));
  if (!day) return { start: `${year}-${month}-01`, end: `${year}-${month}-${last}` };
  return Number(day) >= 1 && Number(day) <= last ? { start: date, end: date } : undefined;
}

/** The two dates of an interval; a plain date is both. */
export function dateEnds(date: string): [first: string, last: string] {
  const slash = date.indexOf('/');
  return slash < 0 ? [date, date] : [date.slice(0, slash), date.slice(slash + 1)];
}

/** The days that a date or interval covers; undefined where it is no date of the format. */
export function periodOf(date: string): Period | undefined {
  const [first, last] = dateEnds(date);
  const start = periodOfOne(first)?.start;
  const end = periodOfOne(last)?.end;
  return start && end && start <= end ? { start, end } : undefined;
}
