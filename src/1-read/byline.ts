import { agencyOf, agencyPattern } from './agency.ts';
import { MONTH_PATTERN, parseDate, WEEKDAY_PATTERN } from './date.ts';
import { wordCount } from './plain-text.ts';

const BYLINE = /^(?:by|written by|posted by|reported by|story by|text by|words by|author|byline)\s*:?\s+(.+)$/iu;
/** "| Aug. 5, 2024", "- AFP", ", Reuters", "in Kabul" after a name. */
const AFTER_NAME = new RegExp(`\\s*(?:[|•·]|\\s[–—-]\\s|,\\s*(?=${agencyPattern}$)).*$`, 'u');
const NAME_WORD = /^(?:\p{Lu}[\p{L}.'’-]*|al|el|bin|ibn|bint|abu|de|da|di|del|dos|van|von|der|den|du|la|le|ter|and|&|the|of|in|for|our|staff|reporter|reporters|correspondent|writer|editor|agencies)$/u;
const NOT_NAMES = new RegExp(`^(?:${WEEKDAY_PATTERN}|${MONTH_PATTERN}|\\d+|then|now|contrast|comparison|far|law|all|any|some|no|this|that|its|his|her|their)\\b`, 'i');

const TIME_LABEL = /^(?:(?:first |last |originally )?(?:published|updated|posted|modified|issued|created|uploaded)(?: (?:on|at|date|time))?|date|time|last update|update)\s*:?\s*/i;
const TIME_TOKEN = new RegExp(`^(?:${WEEKDAY_PATTERN}|${MONTH_PATTERN}|\\d{1,2}(?:st|nd|rd|th)|\\d{1,4}|\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:am|pm)?|\\d{1,2}(?:am|pm|h)|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}|\\d{4}-\\d\\d-\\d\\dT[\\d:.+Z-]+|\\d{1,2}-${MONTH_PATTERN}-\\d{4}|[ap]\\.?m\\.?|GMT(?:[+-]\\d+)?|UTC(?:[+-]\\d+)?|[ECMP][SD]?T|IST|BST|PKT|AFT|CEST|MSK|KST|JST|AEST|AEDT|SGT|HKT|local|time|hrs?|hours?|min(?:ute)?s?|days?|weeks?|ago|read|an?|at|on|of|to|published|updated|posted|last|first)$`, 'i');
const TIME_EVIDENCE = new RegExp(`${MONTH_PATTERN}\\s+\\d|\\d\\s*(?:st|nd|rd|th)?[ -]${MONTH_PATTERN}|\\d:\\d\\d|\\d[-/.]\\d{1,2}[-/.]\\d|\\bago\\b|\\bmin(?:ute)?s? read`, 'i');

/** The author that a line such as "By Amina Noor and Li Wei, Reuters" names. */
export function authorOf(line: string): string | undefined {
  const match = BYLINE.exec(line);
  if (match === null || line.length > 160) return undefined;
  const names = (match[1] ?? '').replace(AFTER_NAME, '').trim();
  const words = names.replaceAll(',', ' ').split(/\s+/);
  if (names === '' || words.length > 14 || NOT_NAMES.test(names) || /[!?:;]$/.test(names)) return undefined;
  if (names.endsWith('.') && !/\b(?:\p{Lu}|Jr|Sr)\.$/u.test(names)) return undefined;
  return words.every((word) => NAME_WORD.test(word)) ? names : undefined;
}

export function isByline(line: string): boolean {
  return authorOf(line) !== undefined;
}

/** The agency or outlet that a byline or a line of its own names: "By Amina Noor, Reuters", "AFP". */
export function agencyOfLine(line: string): string | undefined {
  const last = /(?:^|^[Bb]y |[,|–—-]\s*|\()([^,|–—()]+)\)?$/u.exec(line)?.[1];
  return last === undefined ? undefined : agencyOf(last);
}

/** True for a line of nothing but a date, a time or an age: "Updated: Aug. 5, 2024, 10:45 GMT", "3 hours ago", "5 min read". */
export function isTimestamp(line: string): boolean {
  if (line.length > 120 || wordCount(line) > 16 || !TIME_EVIDENCE.test(line)) return false;
  const tokens = unglue(line).replace(TIME_LABEL, '').split(/[\s,|•·()–—]+|(?<=\D)\/|\/(?=\D)|:\s|-\s|\s-/).filter((token) => token !== '');
  return tokens.every((token) => TIME_TOKEN.test(token.replace(/[:;]$/, '')));
}

/** "20254:57 PM GMT+1Updated" of a page whose elements were pasted without the space between them. */
function unglue(line: string): string {
  return line.replace(/\b((?:19|20)\d\d)(?=\d{1,2}:\d\d)/, '$1 ').replace(/(?<=[\dA-Za-z])(?=(?:Updated|Published)\b)/g, ' ');
}

/** A time that belongs to the page. A bare date inside a story tells when the paragraphs below it happened. */
export function isPageStamp(line: string): boolean {
  return isTimestamp(line) && /\d[:.]\d\d|\bago\b|\bread\b|published|updated|posted|modified|uploaded/i.test(line);
}

/** The day that such a line names. */
export function dateOfTimestamp(line: string): string | undefined {
  return parseDate(unglue(line).replace(TIME_LABEL, ''));
}
