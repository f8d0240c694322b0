// The forms of words at a given place in a run of text without white space. The conventions are those of the English
// Universal Dependencies treebanks EWT and GUM: a hyphen is a word except after an affix ("U.S. - led", "anti-war"),
// clitics are cut off, dates, telephone numbers and addresses stay whole.

const APOSTROPHE = "['’ʼ`´]";
const LETTER = '\\p{L}\\p{M}\\p{Cf}';
const WORD_CHARACTER = `[${LETTER}\\p{N}_]`;
const NO_MORE = `(?!${WORD_CHARACTER})`;

const sticky = (source: string, flags = ''): RegExp => new RegExp(source, `uy${flags}`);
const oneOf = (...sources: readonly string[]): RegExp => sticky(sources.join('|'));

// The affixes that the Penn guidelines for web text leave joined to their word.
const AFFIXES = [
  'e', 'a', 'anti', 'ante', 'arch', 'bi', 'bio', 'co', 'counter', 'cross', 'cyber', 'de', 'ex', 'extra', 'inter', 'intra', 'macro',
  'mega', 'micro', 'mid', 'mini', 'multi', 'neo', 'non', 'over', 'para', 'peri', 'post', 'pre', 'pro', 'pseudo', 'psycho', 're',
  'semi', 'socio', 'sub', 'super', 'tri', 'ultra', 'un', 'uni', 'wi',
];
// Units that are words of their own right after a number.
const UNITS = [
  '[ap]\\.m\\.?', '[ap]m', '[AP]M', 'bn', 'mn', 'tn', '[kKmMbBtT]', 'km', 'kg', 'cm', 'mm', 'ft', 'lbs?', 'mph', 'kph', 'hrs?', 'mins?',
  '[CF]', '[kKMG]?Hz', '[kMG]W', '[kKMGT]B', 'percent', 'sq',
];
const DOMAINS = [
  'com', 'org', 'net', 'gov', 'edu', 'info', 'int', 'mil', 'co\\.uk', 'io', 'tv', 'eu', 'uk', 'ru', 'ir', 'in', 'pk', 'af', 'il', 'cn',
  'de', 'fr',
];
const DIGITS = '\\d+(?:[.,:]\\d+)*';

/** "https://…", "www.…", "mailto:…"; may run on over closing punctuation. */
export const WEB_ADDRESS = sticky('(?:https?:\\/\\/|www\\.)[^\\s<>"“”]+|mailto:[^\\s<>"]+', 'i');
/** What an address never ends in. */
export const ADDRESS_TAIL = new RegExp(`(?:${APOSTROPHE}s|[.,;:!?)\\]}'"’”…]+)$`, 'u');

const MAIL_ADDRESS = sticky('[\\p{L}\\p{N}_%+.-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+');
const DOMAIN = sticky(`(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]*\\.)+(?:${DOMAINS.join('|')})(?:\\/[^\\s<>"“”]*)?(?![${LETTER}\\p{N}_-])`);
const HANDLE = sticky('[@#][\\p{L}_][\\p{L}\\p{N}_]*');
const ELLIPSIS = sticky('\\[\\.\\.\\.\\]|\\.{2,}|…+');
const DASHES = sticky('-{2,}|[—–―‒]+');
const MARKS = sticky("\\.?[!?]+|([*=_~+#<>|^`])\\1*|''|,,");
const CURRENCY = sticky('(?:US|AU|A|CA|C|HK|NZ|S|R|NT|U)\\$(?=\\d)|\\p{Sc}');
const DATE_OR_TELEPHONE = oneOf(
  '\\d{1,4}(?:\\/\\d{1,4}){1,2}(?![\\d\\/])',
  '\\+?\\d(?:-\\d{3}){2}-\\d{4}(?!\\d)',
  '\\d{3}[-.]\\d{3}[-.]\\d{4}(?!\\d)',
  '\\d{3}-\\d{4}(?!\\d)',
  '\\d{4}-\\d{2}-\\d{2}(?!\\d)',
  '\\d{1,2}-\\d{1,2}-\\d{4}(?!\\d)',
  '\\d{1,2}-[A-Z]\\p{L}{2,8}-(?:\\d{4}|\\d{2})(?!\\d)',
);
const DECADE = sticky(`\\d*0${APOSTROPHE}s${NO_MORE}|${APOSTROPHE}\\d\\ds?${NO_MORE}`);
const NUMBER_BEFORE_UNIT = sticky(`[+]?${DIGITS}(?=(?:${UNITS.join('|')})(?![${LETTER}\\p{N}]))`);
const NUMBER = sticky(`[+]?${DIGITS}(?:st|nd|rd|th|s)?${NO_MORE}|\\.\\d+${NO_MORE}`);
const ELIDED = sticky(`${APOSTROPHE}(?:cause|til|em|n|round|bout|twas|tis)${NO_MORE}`, 'i');
const CLITIC = sticky(`${APOSTROPHE}(?:s|re|ve|ll|d|m)${NO_MORE}|n${APOSTROPHE}t${NO_MORE}`, 'i');

/** Forms that are one word as they stand, in the order to try them. */
export const WHOLE_FORMS: readonly RegExp[] = [
  ELLIPSIS, MAIL_ADDRESS, DOMAIN, HANDLE, DASHES, DATE_OR_TELEPHONE, DECADE, NUMBER_BEFORE_UNIT, NUMBER, MARKS, CURRENCY, ELIDED, CLITIC,
];

/** "U.S.", "a.m.", "e.g", "Ph.D.". */
export const DOTTED = sticky(`\\p{L}(?:\\.\\p{L})+(?![${LETTER}\\p{N}])\\.?|(?:Ph|M|B|LL|Ed)\\.(?:Sc|D|B|M)(?![${LETTER}])\\.?`);
/** "anti-" before a word. */
export const AFFIX = sticky(`(?:${AFFIXES.join('|')})-(?=${WORD_CHARACTER})`, 'i');
/** Letters and digits, with an apostrophe, an ampersand or a stop between them where these join ("Shi'ite", "AT&T", "x.doc"). */
export const WORD = sticky(
  `${WORD_CHARACTER}+(?:(?:${APOSTROPHE}(?=[${LETTER}])|(?<=\\p{Lu})&(?=\\p{Lu})|(?<=\\p{Ll})\\.(?=\\p{Ll})|(?<=\\p{N})\\.(?=[\\p{Ll}\\p{N}]))${WORD_CHARACTER}+)*`);
/** Whatever else: one character. */
export const ANY = sticky('[^]');

/** A word and the clitic that it ends in. */
export const CLITIC_TAIL = new RegExp(`^(.+?)(n${APOSTROPHE}t|${APOSTROPHE}(?:s|re|ve|ll|d|m))$`, 'iu');
