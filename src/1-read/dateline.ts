import { agencyOf, agencyPattern } from './agency.ts';
import { MONTH_PATTERN, parseDate, WEEKDAY_PATTERN } from './date.ts';
import { isPhotoCredit } from './photo-credit.ts';

/** Where and when a story was filed, and by whom, cut from the head of its text. */
export interface Dateline {
  /** As written, without the dash: "KABUL, Aug. 5 (Reuters)". */
  readonly dateline: string;
  readonly agency?: string | undefined;
  /** Only where the year is given. */
  readonly published?: string | undefined;
  /** The paragraph without it; empty where it is a line of its own. */
  readonly rest: string;
}

const CAPS_WORD = "\\p{Lu}[\\p{Lu}.'’/-]+";
const NAME_WORD = "\\p{Lu}[\\p{L}.'’/-]*";
const CAPS_PLACE = `(?:${CAPS_WORD}(?: (?:${CAPS_WORD}|\\p{Lu}|of|de|al|and)){0,3})`;
const NAME_PLACE = `(?:${NAME_WORD}(?: (?:${NAME_WORD}|of|de|al|and)){0,3})`;
/** ", Afghanistan", ", Pa.", " [India]" */
const REGION = `(?:, (?!${MONTH_PATTERN} \\d|${agencyPattern}\\b)${NAME_WORD}(?: ${NAME_WORD}){0,3}){0,2}(?: \\[${NAME_WORD}(?: ${NAME_WORD})?\\])?`;
const DAY = `(?:${WEEKDAY_PATTERN},? )?(?:${MONTH_PATTERN} \\d{1,2}(?:,? \\d{4})?|\\d{1,2} ${MONTH_PATTERN}(?:,? \\d{4})?)`;
const DATE = `(?:[,.]? ${DAY})`;
const AGENCY = `(?:[,.]? ?(?:\\((${agencyPattern}(?:[/ -]${agencyPattern})?)\\)|/(${agencyPattern})/\\.?|\\[(${agencyPattern})\\]))`;
const DASH = '(?:\\s*--+\\s*|\\s*[—–]\\s*|\\s+-\\s+|\\s*:\\s+)';
const NEXT = '(?=[\\p{Lu}\\p{N}"“‘\'«$€£\\[(])';

/** The forms of agencies and newspapers, safest first; groups 1 to 3 of a form name the agency. */
const FORMS: readonly RegExp[] = [
  `^(?:(?:${CAPS_PLACE}|${NAME_PLACE})${REGION})?(?:${DATE}|${DAY})?${AGENCY}${DASH}`,
  `^${CAPS_PLACE}${REGION}${DATE}? \\(${NAME_WORD}(?: ${NAME_WORD})?\\)${DASH}`,
  `^(?:${CAPS_PLACE}|${NAME_PLACE})${REGION}${DATE}${AGENCY} ?`,
  `^(?:${CAPS_PLACE}|${NAME_PLACE})${REGION}${DATE}${DASH}`,
  `^(?:${CAPS_PLACE}|${NAME_PLACE})(?:,| [-–—]| \\|) ?(${agencyPattern})${DASH}`,
  `^(?:${NAME_PLACE} )?(CNN) ?[—–-]+ ?`,
].map((form) => new RegExp(form + NEXT, 'u'));
/** "WASHINGTON — ", "ISLAMABAD: ": nothing but capitals shows that it is no sentence. */
const CAPS_ONLY = new RegExp(`^(${CAPS_PLACE})${REGION}${DASH}${NEXT}`, 'u');
/** "Kabul, Afghanistan – " */
const CITY_AND_COUNTRY = new RegExp(`^${NAME_WORD}(?: ${NAME_WORD}){0,2}, ${NAME_WORD}(?: ${NAME_WORD}){0,2}\\s*[—–]\\s*${NEXT}`, 'u');
const OWN_LINE = new RegExp(`^(?:(?:${CAPS_PLACE}|${NAME_PLACE})${REGION}(?:${DATE}${AGENCY}?|${AGENCY}|(?:\\s*[:–—|/-]\\s*|, )(${agencyPattern}))|${CAPS_PLACE}${REGION}\\s*[—–-]+)\\s*[—–:-]*$`, 'u');
/** "BBC News, Addis Ababa" */
const OUTLET_LINE = new RegExp(`^(${agencyPattern})(?: News)?(?:,| in) ${NAME_PLACE}$`, 'u');
const CAPITAL_LINE = /^\p{Lu}{4,}(?: \p{Lu}{2,}){0,2}$/u;

/** Words in capitals that open a paragraph and are no place. */
const LABELS = new Set(('BREAKING UPDATE UPDATED EXCLUSIVE WATCH LISTEN READ ANALYSIS OPINION COMMENT COMMENTARY EDITORIAL FACTBOX EXPLAINER TIMELINE QUOTE '
  + 'QUOTES CORRECTION CORRECTED CLARIFICATION NOTE EDITOR INTERVIEW PROFILE REVIEW FEATURE SPECIAL ALERT URGENT FLASH LIVE VIDEO PHOTO PHOTOS PICTURES '
  + 'NATO UNESCO UNICEF UNHCR UNRWA UNIFIL OPEC ASEAN BRICS ECOWAS IAEA AIPAC OPCW OSCE SAARC INTERPOL HAMAS TALIBAN HEZBOLLAH ISIS ISIL DAESH '
  + 'WORLD NEWS POLITICS BUSINESS ECONOMY SPORT SPORTS CULTURE SOCIETY REGION REGIONAL INTERNATIONAL NATIONAL LOCAL HOME TOP ASIA AFRICA EUROPE AMERICAS MIDEAST '
  + 'BACKGROUND SUMMARY HIGHLIGHTS CONTEXT KEY POINTS QUESTION ANSWER WHAT WHY HOW WHO WHEN WHERE THE AND RELATED MORE SOURCE SOURCES ADVERTISEMENT FACT CHECK').split(' '));
const NOT_CITIES = new Set(['In', 'On', 'At', 'By', 'As', 'For', 'From', 'After', 'Before', 'Since', 'Until', 'A', 'An', 'Today', 'Yesterday', 'Meanwhile', 'However', 'Now', 'Still', 'Also', 'But', 'And', 'Earlier', 'Later', 'Then', 'So', 'Yes', 'No', 'Well',
  'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']);

/** The dateline that a paragraph begins with, absent where it is not evident that it is one. */
export function cutDateline(paragraph: string): Dateline | undefined {
  const head = paragraph.slice(0, 200);
  for (const form of FORMS) {
    const match = form.exec(head);
    if (match !== null && !isLabel(match[0]) && !isNoCity(match[0])) return dateline(match[0], match.slice(1).find((group) => group !== undefined), paragraph);
  }
  const capitals = CAPS_ONLY.exec(head);
  if (capitals !== null && !isLabel(capitals[0]) && (capitals[1] ?? '').replace(/\P{L}/gu, '').length >= 4) return dateline(capitals[0], undefined, paragraph);
  const city = CITY_AND_COUNTRY.exec(head);
  if (city === null || isNoCity(city[0])) return undefined;
  // A second dash in the sentence makes a parenthesis of what stands between: no dateline.
  const sentence = /^[^.!?]*/.exec(paragraph.slice(city[0].length))?.[0] ?? '';
  return /[—–]/.test(sentence) ? undefined : dateline(city[0], undefined, paragraph);
}

/** A dateline that has a line of its own: "KABUL (Reuters)", "London: Asharq Al-Awsat", "ANKARA". */
export function datelineLine(line: string): Dateline | undefined {
  if (line.length > 100) return undefined;
  const match = OWN_LINE.exec(line) ?? OUTLET_LINE.exec(line);
  if (match === null && !CAPITAL_LINE.test(line)) return undefined;
  if (isLabel(line) || isNoCity(line) || isPhotoCredit(line)) return undefined;
  return { ...dateline(line, match?.slice(1).find((group) => group !== undefined), line), rest: '' };
}

function isLabel(text: string): boolean {
  const first = /^[\p{L}]+/u.exec(text)?.[0];
  return first !== undefined && LABELS.has(first);
}

function isNoCity(text: string): boolean {
  return NOT_CITIES.has(/^\p{L}+/u.exec(text)?.[0] ?? '') || (text.startsWith('The ') && !text.startsWith('The Hague'));
}

function dateline(prefix: string, agency: string | undefined, paragraph: string): Dateline {
  const written = prefix.replace(/[\s—–:-]+$/, '');
  return { dateline: written, agency: agency === undefined ? undefined : agencyOf(agency.split(/[/]/)[0] ?? agency) ?? undefined,
    published: parseDate(written), rest: paragraph.slice(prefix.length) };
}
