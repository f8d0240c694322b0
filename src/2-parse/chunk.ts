import { abbreviationKind } from '../lexicon/abbreviations.ts';

// Word forms at a given place of a run of text without white space, the first that fits wins. The conventions are those
// of the English Universal Dependencies treebanks EWT and GUM: hyphens are words except after an affix ("U.S. - led",
// "anti-war"), clitics are cut off, dates, telephone numbers and addresses stay whole.
const APOSTROPHE = "['’ʼ`´]";
const LETTER = '\\p{L}\\p{M}\\p{Cf}';
const WORD_CHARACTER = `[${LETTER}\\p{N}_]`;
const AFFIX = '(?:e|a|anti|ante|arch|bi|bio|co|counter|cross|cyber|de|ex|extra|inter|intra|macro|mega|micro|mid|mini|multi|neo|non|over|para|peri|post|pre|pro|pseudo|psycho|re|semi|socio|sub|super|tri|ultra|un|uni|wi)';
const UNIT = '(?:[ap]\\.m\\.?|[ap]m|[AP]M|[ap]\\.m|bn|mn|tn|[kKmMbBtT]|km|kg|cm|mm|ft|lbs?|mph|kph|hrs?|mins?|[CF]|[kKMG]?Hz|[kMG]W|[kKMGT]B|percent|sq)';

const unicode = (source: string, flags = ''): RegExp => new RegExp(source, `uy${flags}`);

const WEB_ADDRESS = unicode(`(?:https?:\\/\\/|www\\.)[^\\s<>"“”]+|mailto:[^\\s<>"]+`, 'i');
const MAIL_ADDRESS = unicode(`[\\p{L}\\p{N}_%+.-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+`);
const DOMAIN = unicode(`(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]*\\.)+(?:com|org|net|gov|edu|info|int|mil|co\\.uk|io|tv|eu|uk|ru|ir|in|pk|af|il|cn|de|fr)(?:\\/[^\\s<>"“”]*)?(?![${LETTER}\\p{N}_-])`);
const HANDLE = unicode(`[@#][\\p{L}_][\\p{L}\\p{N}_]*`);
const ELLIPSIS = unicode(`\\[\\.\\.\\.\\]|\\.{2,}|…+`);
const DASHES = unicode(`-{2,}|[—–―‒]+`);
const MARKS = unicode(`\\.?[!?]+|([*=_~+#<>|^\`])\\1*|''|\`\`|,,`);
const CURRENCY = unicode(`(?:US|AU|A|CA|C|HK|NZ|S|R|NT|U)\\$(?=\\d)|\\p{Sc}`);
const NUMERIC_WHOLE = unicode(
  `\\d{1,4}(?:\\/\\d{1,4}){1,2}(?![\\d\\/])|\\+?\\d(?:-\\d{3}){2}-\\d{4}(?!\\d)|\\d{3}[-.]\\d{3}[-.]\\d{4}(?!\\d)|\\d{3}-\\d{4}(?!\\d)|\\d{4}-\\d{2}-\\d{2}(?!\\d)|\\d{1,2}-\\d{1,2}-\\d{4}(?!\\d)|\\d{1,2}-[A-Z]\\p{L}{2,8}-(?:\\d{4}|\\d{2})(?!\\d)|\\d*0${APOSTROPHE}s(?!${WORD_CHARACTER})|${APOSTROPHE}\\d\\ds?(?!${WORD_CHARACTER})`);
const NUMBER_WITH_UNIT = unicode(`[+]?\\d+(?:[.,:]\\d+)*(?=${UNIT}(?![${LETTER}\\p{N}]))`);
const NUMBER = unicode(`[+]?\\d+(?:[.,:]\\d+)*(?:st|nd|rd|th|s)?(?!${WORD_CHARACTER})|\\.\\d+(?!${WORD_CHARACTER})`);
const DOTTED = unicode(`\\p{L}(?:\\.\\p{L})+(?![${LETTER}\\p{N}])\\.?|(?:Ph|M|B|LL|Ed)\\.(?:Sc|D|B|M)(?![${LETTER}])\\.?`);
const AFFIXED = unicode(`${AFFIX}-(?=${WORD_CHARACTER})`, 'i');
const ELIDED = unicode(`${APOSTROPHE}(?:cause|til|em|n|round|bout|twas|tis)(?!${WORD_CHARACTER})`, 'i');
const CLITIC = unicode(`${APOSTROPHE}(?:s|re|ve|ll|d|m)(?!${WORD_CHARACTER})|n${APOSTROPHE}t(?!${WORD_CHARACTER})`, 'i');
const WORD = unicode(`${WORD_CHARACTER}+(?:(?:${APOSTROPHE}(?=[${LETTER}])|(?<=\\p{Lu})&(?=\\p{Lu})|(?<=[\\p{Ll}\\p{N}])\\.(?=[\\p{Ll}\\p{N}]))${WORD_CHARACTER}+)*`);
const ANY = unicode(`\\p{L}[${LETTER}]*|[^]`);

const WHOLE_FORMS = [ELLIPSIS, MAIL_ADDRESS, DOMAIN, HANDLE, DASHES, NUMERIC_WHOLE, NUMBER_WITH_UNIT, NUMBER, MARKS, CURRENCY, ELIDED, CLITIC];

const ADDRESS_TAIL = new RegExp(`(?:${APOSTROPHE}s|[.,;:!?)\\]}'"’”…]+)$`, 'u');
const CLITIC_TAIL = new RegExp(`^(.+?)((?:n${APOSTROPHE}t|${APOSTROPHE}(?:s|re|ve|ll|d|m)))$`, 'iu');
const CONTRACTIONS: ReadonlyMap<string, number> = new Map([
  ['cannot', 3], ['gonna', 3], ['wanna', 3], ['gotta', 3], ['gimme', 3], ['lemme', 3],
  ['dont', 2], ['didnt', 3], ['doesnt', 4], ['isnt', 2], ['wasnt', 3], ['couldnt', 5], ['wouldnt', 5], ['shouldnt', 6], ['havent', 4],
]);

/** Ends of the words of a run of text without white space, each relative to its start; the words join without gaps. */
export function chunkWordEnds(chunk: string): readonly number[] {
  const ends: number[] = [];
  let at = 0;
  while (at < chunk.length) {
    at = wordEnd(chunk, at, ends);
    ends.push(at);
  }
  return ends;
}

/** End of the word at `at`; where the form found is two words, the inner end is added to `ends` first. */
function wordEnd(chunk: string, at: number, ends: number[]): number {
  const address = matchEnd(WEB_ADDRESS, chunk, at);
  if (address > at) return addressEnd(chunk, at, address);
  for (const form of WHOLE_FORMS) {
    const end = matchEnd(form, chunk, at);
    if (end > at) return end;
  }
  const dotted = matchEnd(DOTTED, chunk, at);
  if (dotted > at) return dotted;
  const stem = affixEnd(chunk, at);
  if (stem > at) {
    const rest = matchEnd(DOTTED, chunk, stem);
    if (rest > stem) return rest;
  }
  const end = matchEnd(WORD, chunk, stem);
  if (end === stem) return stem > at ? stem : matchEnd(ANY, chunk, at);
  if (chunk[end] === '.' && keepsStop(chunk, at, end)) return end + 1;
  return cutClitics(chunk, at, end, ends);
}

/** One past the affixes and their hyphens at `at`: a word goes on after "anti-". */
function affixEnd(chunk: string, at: number): number {
  // Not after a hyphen: "Lashkar-e-Taiba", "24-hours-a-day".
  if (chunk[at - 1] === '-') return at;
  let end = at;
  for (let next = matchEnd(AFFIXED, chunk, end); next > end; next = matchEnd(AFFIXED, chunk, end)) end = next;
  return end;
}

function matchEnd(form: RegExp, chunk: string, at: number): number {
  form.lastIndex = at;
  return form.test(chunk) ? form.lastIndex : at;
}

function addressEnd(chunk: string, start: number, end: number): number {
  let out = end;
  for (let tail = ADDRESS_TAIL.exec(chunk.slice(start, out)); tail && tail.index > 0; tail = ADDRESS_TAIL.exec(chunk.slice(start, out))) {
    out = start + tail.index;
  }
  return out;
}

/** True where the stop after a word is part of it: an abbreviation or an initial. */
function keepsStop(chunk: string, start: number, end: number): boolean {
  if (chunk[end + 1] === '.') return false;
  const word = chunk.slice(start, end);
  return /^\p{Lu}$/u.test(word) || abbreviationKind(word) !== undefined;
}

function cutClitics(chunk: string, start: number, end: number, ends: number[]): number {
  const word = chunk.slice(start, end);
  const contraction = CONTRACTIONS.get(word.toLowerCase());
  if (contraction !== undefined) {
    ends.push(start + contraction);
    return end;
  }
  const inner: number[] = [];
  for (let cut = CLITIC_TAIL.exec(word); cut; cut = CLITIC_TAIL.exec(cut[1] ?? '')) inner.unshift(start + (cut[1] ?? '').length);
  ends.push(...inner);
  return end;
}
