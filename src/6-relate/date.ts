const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, several: 0, few: 0 };
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DAY_MS = 86_400_000;

/**
 * Reads a date as news writes it: "on Wednesday", "late last year", "in 2021", "September 6".
 * Gives YYYY, YYYY-MM, YYYY-MM-DD or an interval of two days; undefined where the words need a publication date that is
 * not known, or say too little ("recently"). `future` chooses the side of the publication date for a bare weekday or month.
 */
export function resolveDate(text: string, published: string | undefined, future: boolean): string | undefined {
  const words = text.toLowerCase().replace(/\s+/g, ' ');
  const absolute = absoluteDate(words);
  if (absolute) return absolute;
  if (!published || !/^\d{4}-\d{2}-\d{2}/.test(published)) return undefined;
  const day = new Date(`${published.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return undefined;
  return relativeDay(words, day, future) ?? relativePeriod(words, day) ?? ago(words, day) ?? bareMonth(words, day, future);
}

function absoluteDate(words: string): string | undefined {
  const year = /\b(1[5-9]\d\d|20\d\d)\b/.exec(words)?.[1];
  if (!year) return undefined;
  const month = new RegExp(`\\b${MONTH}`).exec(words)?.[1];
  if (!month) return /\b(early|mid|late|decade|1[5-9]\d\ds|20\d\ds)\b/.test(words) ? undefined : year;
  const day = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)|\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}`).exec(words);
  return join(Number(year), MONTHS.indexOf(month), Number(day?.[2] ?? day?.[3] ?? 0));
}

function join(year: number, month: number, day: number): string {
  const stem = `${year}-${String(month + 1).padStart(2, '0')}`;
  const exists = day > 0 && day <= new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return exists ? `${stem}-${String(day).padStart(2, '0')}` : stem;
}

const iso = (date: Date): string => date.toISOString().slice(0, 10);
const plus = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY_MS);

function relativeDay(words: string, day: Date, future: boolean): string | undefined {
  if (/\byesterday\b/.test(words)) return iso(plus(day, -1));
  if (/\btomorrow\b/.test(words)) return iso(plus(day, 1));
  if (/\b(today|tonight)\b/.test(words)) return iso(day);
  const name = WEEKDAYS.findIndex((weekday) => new RegExp(`\\b${weekday}s?\\b`).test(words));
  if (name < 0 || new RegExp(`\\b${WEEKDAYS[name]}s\\b`).test(words)) return undefined;
  const back = (day.getUTCDay() - name + 7) % 7;
  const ahead = (name - day.getUTCDay() + 7) % 7;
  if (/\bnext\b/.test(words) || (future && !/\blast\b/.test(words))) return iso(plus(day, ahead === 0 && /\bnext\b/.test(words) ? 7 : ahead));
  return iso(plus(day, -(back === 0 && /\blast\b/.test(words) ? 7 : back)));
}

/** "last month", "earlier this year", "late last year", "next week". */
function relativePeriod(words: string, day: Date): string | undefined {
  const found = /\b(last|past|previous|this|next|coming) (week|month|year)\b/.exec(words);
  if (!found || /\b(past|last) (two|three|few|several|\d+)\b/.test(words)) return undefined;
  const step = /last|past|previous/.test(found[1] ?? '') ? -1 : /next|coming/.test(found[1] ?? '') ? 1 : 0;
  const year = day.getUTCFullYear();
  if (found[2] === 'week') {
    const monday = plus(day, -((day.getUTCDay() + 6) % 7) + 7 * step);
    return `${iso(monday)}/${iso(plus(monday, 6))}`;
  }
  if (found[2] === 'month') {
    const month = new Date(Date.UTC(year, day.getUTCMonth() + step, 1));
    return join(month.getUTCFullYear(), month.getUTCMonth(), 0);
  }
  if (/\blate\b/.test(words)) return `${year + step}-10-01/${year + step}-12-31`;
  if (/\bearly\b/.test(words)) return `${year + step}-01-01/${year + step}-03-31`;
  return String(year + step);
}

function ago(words: string, day: Date): string | undefined {
  const found = /\b(\d+|[a-z]+) (day|week|month|year)s? (?:ago|earlier)\b/.exec(words);
  const count = found ? COUNTS[found[1] ?? ''] ?? Number(found[1]) : 0;
  if (!found || !count) return undefined;
  if (found[2] === 'day') return iso(plus(day, -count));
  if (found[2] === 'week') return `${iso(plus(day, -7 * count - 3))}/${iso(plus(day, -7 * count + 3))}`;
  if (found[2] === 'year') return String(day.getUTCFullYear() - count);
  const month = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - count, 1));
  return join(month.getUTCFullYear(), month.getUTCMonth(), 0);
}

/** "in September", "on September 6": the nearest on the right side of the publication date. */
function bareMonth(words: string, day: Date, future: boolean): string | undefined {
  const found = new RegExp(`\\b${MONTH}(?: (\\d{1,2})(?:st|nd|rd|th)?)?(?!\\w)|\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}`).exec(words);
  const month = MONTHS.indexOf(found?.[1] ?? found?.[4] ?? '');
  if (!found || month < 0 || (found[0] === 'may' && !/\b(in|last|since|of) may\b|^may$/.test(words))) return undefined;
  const number = Number(found[2] ?? found[3] ?? 0);
  const year = day.getUTCFullYear();
  const later = month > day.getUTCMonth() || (month === day.getUTCMonth() && number > day.getUTCDate());
  const earlier = month < day.getUTCMonth() || (month === day.getUTCMonth() && number > 0 && number < day.getUTCDate());
  return join(future && earlier ? year + 1 : !future && later ? year - 1 : year, month, number);
}
