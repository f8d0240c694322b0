// Dates as publishers write them. A date that is impossible, or that could be two days, is none.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** A month in a regular expression, in English, full or cut short: "August", "Aug", "Aug.", "Sept". */
export const MONTH_PATTERN = '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
export const WEEKDAY_PATTERN = '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?';

const YEAR_FIRST = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|(\d{2})(\d{2}))(?=$|[T\s])/;
const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/;
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[ -](${MONTH_PATTERN})[,]?[ -](\\d{4})\\b`, 'i');
const MONTH_FIRST = new RegExp(`\\b(${MONTH_PATTERN}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i');

/**
 * The day, as YYYY-MM-DD, that a text names: ISO 8601, RFC 822, "5 August 2024", "Aug. 5, 2024", "20240805", "25/08/2024". The day
 * is the one written, in the writer's time zone. Absent where the text names none, an impossible one, or "05/08/2024", which may be either.
 */
export function parseDate(text: string): string | undefined {
  const plain = text.replace(/\s+/g, ' ').trim();
  const yearFirst = YEAR_FIRST.exec(plain);
  if (yearFirst !== null) {
    return calendarDay(yearFirst[1], yearFirst[2] ?? yearFirst[4] ?? yearFirst[6], yearFirst[3] ?? yearFirst[5] ?? yearFirst[7]);
  }
  const numeric = NUMERIC.exec(plain);
  if (numeric !== null) return numericDay(numeric[1], numeric[2], numeric[3]);
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst !== null) return calendarDay(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(plain);
  return monthFirst === null ? undefined : calendarDay(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
}

/** The UTC day of a Unix time in seconds or milliseconds, as records carry it. */
export function dateOfUnixTime(time: number): string | undefined {
  const milliseconds = Math.abs(time) < 1e11 ? time * 1000 : time;
  return Math.abs(milliseconds) > 8.64e15 ? undefined : parseDate(new Date(milliseconds).toISOString());
}

function monthNumber(name = ''): string {
  return String(MONTHS.findIndex((month) => name.toLowerCase().startsWith(month)) + 1);
}

function numericDay(first = '', second = '', year = ''): string | undefined {
  if (Number(first) > 12) return calendarDay(year, second, first);
  if (Number(second) > 12 || first === second) return calendarDay(year, first, second);
  return undefined;
}

function calendarDay(year = '', month = '', day = ''): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = new Date(`${iso}T00:00:00Z`);
  if (Number(year) < 1000 || Number.isNaN(time.getTime())) return undefined;
  return time.toISOString().startsWith(iso) ? iso : undefined;
}
