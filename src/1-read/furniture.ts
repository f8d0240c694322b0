// What stands on a news page beside the story. The story's own sentences come first: a rule that could meet one looks only at lines
// that are no sentences.

import { phrases } from './agency.ts';
import { isByline, isPageStamp } from './byline.ts';
import { isCreditedCaption, isPhotoCredit } from './photo-credit.ts';
import { foldLine, wordCount } from './plain-text.ts';
import { endsLikeProse, isHeadlineLike, isSentence } from './prose.ts';

const BREADCRUMB = /^(?:Home|News|World)(?:\s*[>›»/|]\s*[\p{L}&' -]{2,40})+$/u;
const COPYRIGHT = /^(?:©|\(c\)\s*(?:19|20)\d\d|copyright\b[\s©(c)]*(?:19|20)\d\d)/i;
const STAFF_CREDIT = /^\(?(?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ee]dited|[Tt]ranslated|[Tt]ranslation)(?: and (?:reporting|writing|editing|translation))? by\b(?:[\s,;:]+(?:\p{Lu}[\p{L}.'’-]*|and|in|by|with|al|bin|de|van|von|reporting|writing|editing|additional|the))+[\s.)]*$/u;
const REPORTERS = /^\(?(?:Additional )?(?:Reporting|Writing|Compiled) by\b.*;\s*(?:[Aa]dditional |[Ww]riting|[Ee]diting)\b.* by\b/;
const READING_TIME = /^\(?\d{1,3}[\s-]*(?:min|mins|minutes?)(?:[\s-]*read)?\)?$|^\d+ (?:comments?|shares?|views?|likes?|reads?|retweets?)$/i;
/** "1 / 5", "3 of 12": the place of a picture in its gallery. */
const COUNTER = /^(?:list )?\d{1,3}\s*(?:\/|of)\s*\d{1,3}$/;
const SIGN_UP = /^[^"“].*\bsign up (?:here|now|today|for free)\b[^.]{0,20}\.?$/i;
const SOCIAL_HANDLE = /^(?:@\w{2,}|#\w{2,})(?:[\s,|]+(?:@\w{2,}|#\w{2,}))*$/;

/** More headlines of other stories than this never stand in a row. */
const LONGEST_LIST = 12;

/** True for a line that can be dropped from a story's text wherever it stands. */
export function isFurniture(line: string): boolean {
  return isPageFurniture(line) || isPhotoCredit(line) || isCreditedCaption(line) || isByline(line) || isPageStamp(line);
}

/** True for advertisements, buttons, links, cookie and subscription notices, copyright and staff lines. */
export function isPageFurniture(line: string): boolean {
  const folded = foldLine(line);
  // An answer such as "Agree." or "Next?" is a sentence; the button has no stop.
  if (phrases.lines.has(folded) && (!endsLikeProse(line) || wordCount(line) > 2)) return true;
  if (!/[\p{L}\p{N}]/u.test(line)) return true;
  const lower = line.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/^[\s•·*>»–-]+/, '');
  if (phrases.starts.some((start) => startsWithWords(lower, start)) || COPYRIGHT.test(line)
    || STAFF_CREDIT.test(line) || REPORTERS.test(line) || SIGN_UP.test(line)) return true;
  if (isSentence(line)) return false;
  return phrases.shortStarts.some((start) => startsWithWords(lower, start)) || BREADCRUMB.test(line) || READING_TIME.test(line)
    || COUNTER.test(line)
    || SOCIAL_HANDLE.test(line) || isShareLine(lower);
}

/**
 * The lines without furniture and without the lists of other stories' headlines that a "Related:" heads. Lines that repeat the title
 * above the text go too, unless they stand there as sentences.
 */
export function dropFurniture(lines: readonly string[], title: string | undefined): string[] {
  const kept: string[] = [];
  let listed = LONGEST_LIST;
  for (const line of lines) {
    listed = isListHead(line) ? 0 : listed + 1;
    if (!isListItem(line)) listed = LONGEST_LIST;
    const inList = listed < LONGEST_LIST;
    const repeats = kept.length < 2 && title !== undefined && repeatsTitle(line, title);
    if (!inList && !repeats && !isFurniture(line)) kept.push(line);
  }
  return kept;
}

/** Anything but the story's prose may stand in such a list. */
function isListItem(line: string): boolean {
  return !/[.]["'”’]?$/.test(line) && (isHeadlineLike(line) || !(isSentence(line) || endsLikeProse(line)));
}

/** True for the title once more; not for a sentence of the story that says the same. */
export function repeatsTitle(line: string, title: string): boolean {
  return foldLine(line) === foldLine(title) && !isSentence(line) && (!endsLikeProse(line) || endsLikeProse(title));
}

/** True for the head of a list of other stories: "Related", "More on this story:". */
export function isListHead(line: string): boolean {
  return phrases.listHeads.has(foldLine(line));
}

function startsWithWords(text: string, start: string): boolean {
  return text.startsWith(start) && (!/[\p{L}\p{N}]$/u.test(start) || !/^[\p{L}\p{N}]/u.test(text.slice(start.length)));
}

/** "Facebook Twitter WhatsApp", "Share on X | Email": two or more words, each of a sharing bar. */
function isShareLine(lower: string): boolean {
  const words = lower.split(/[\s|•·,/()]+/).filter((word) => word !== '');
  return words.length >= 2 && words.length <= 20 && words.every((word) => phrases.shareWords.has(word)) && !endsLikeProse(lower);
}
