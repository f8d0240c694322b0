import { abbreviationKind, isAlsoWord } from '../lexicon/abbreviations.ts';
import type { WordSpan } from './tokens.ts';

const STOP = /^(?:\.|\.?[!?]+|[。।؟])$/u;
const ELLIPSIS = /^(?:\.{2,}|…+|\[\.\.\.\])$/u;
const CLOSER = /^(?:["'”’»)\]}]|'')$/u;
/** These close even after a space. */
const LOOSE_CLOSER = /^[”»)\]}]$/u;
const OPENER = /^(?:["'“‘«([{]|``|[-–—•*]+)$/u;
/** Marks that no sentence begins with. */
const GOES_ON = /^(?:[.,;:!?)\]]|…)/u;
const DOTTED = /^(?:\p{L}\.){2,}$|^\p{L}+(?:\.\p{L}+)+\.$/u;
const INITIAL = /^\p{Lu}\.$/u;
const LIST_NUMBER = /^\(?\d{1,2}[.)]$/u;
const CLOCK = /^[ap]\.m\.$/iu;
const REPORTING = /^(?:said|says|say|asked|asks|told|tells|added|adds|wrote|writes|replied|answered|shouted|chanted|cried|exclaimed|declared|warned|wondered|tweeted|continued|recalled|remarked|stated|demanded|joked|insisted)$/u;
/** Words that begin a sentence far more often than they go on a name after "U.S." or "Inc.". */
const STARTER = /^(?:The|A|An|This|That|These|Those|It|Its|He|She|They|We|You|I|His|Her|Their|Our|My|But|And|Or|So|Yet|In|On|At|By|For|From|With|After|Before|Since|During|While|When|Where|As|If|Although|Though|Because|However|Meanwhile|Also|There|Here|Then|Now|Some|Many|Most|Several|Both|Not|What|Who|How|Why|Earlier|Later|Last|Despite|About|According|To|Such|Another|Each)$/u;
const CALENDAR = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|EST|EDT|ET|CST|CDT|PST|PDT|PT|GMT|UTC|BST|CET|IST|Eastern|Pacific|Central|Greenwich|Local|January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/** How far a reporting verb may stand from the quotation before it: '"Why?" President Obama asked.' */
const REPORTING_REACH = 6;

interface Follower {
  /** The first word of what follows, after opening quotes and brackets; empty at the end of the line. */
  readonly word: string;
  readonly place: number;
  readonly quoted: boolean;
  readonly spaced: boolean;
}

/** Index of the last word of the sentence that the word at `place` ends, closing quotes and brackets included; -1 where it ends none. */
export function sentenceEnd(text: string, words: readonly WordSpan[], place: number): number {
  const word = wordAt(text, words, place);
  const isEllipsis = ELLIPSIS.test(word) || (word === '.' && wordAt(text, words, place - 1) === '.');
  const isStop = !isEllipsis && STOP.test(word);
  if (!isStop && !isEllipsis && !(word.length > 1 && word.endsWith('.'))) return -1;
  const last = skipClosers(text, words, place);
  const follower = follow(text, words, last);
  if (!follower.word) return last;
  if (GOES_ON.test(follower.word)) return -1;
  const closed = last > place;
  const ends = isStop ? endsAtStop(text, words, word, follower, closed)
    : isEllipsis ? endsAtEllipsis(follower)
    : endsAtAbbreviation(word, follower);
  return ends ? last : -1;
}

function wordAt(text: string, words: readonly WordSpan[], place: number): string {
  const span = words[place];
  return span ? text.slice(span.start, span.end) : '';
}

function skipClosers(text: string, words: readonly WordSpan[], place: number): number {
  let last = place;
  for (let next = words[last + 1]; next; next = words[last + 1]) {
    const word = text.slice(next.start, next.end);
    const adjacent = next.start === words[last]?.end;
    if (!(adjacent ? CLOSER.test(word) || STOP.test(word) || ELLIPSIS.test(word) : LOOSE_CLOSER.test(word))) break;
    last++;
  }
  return skipFootnotes(text, words, last);
}

/** "… in 1805.[6][7] He": the marks belong to the sentence before them. */
function skipFootnotes(text: string, words: readonly WordSpan[], from: number): number {
  let last = from;
  while (wordAt(text, words, last + 1) === '[' && /^\d{1,3}$/u.test(wordAt(text, words, last + 2)) && wordAt(text, words, last + 3) === ']') last += 3;
  return last;
}

function follow(text: string, words: readonly WordSpan[], last: number): Follower {
  let place = last + 1;
  const spaced = (words[place]?.start ?? 0) > (words[last]?.end ?? 0);
  while (place < words.length && OPENER.test(wordAt(text, words, place))) place++;
  const quoted = place > last + 1;
  if (place >= words.length && quoted) return { word: wordAt(text, words, last + 1), place, quoted, spaced };
  return { word: wordAt(text, words, place), place, quoted, spaced };
}

const startsLower = (word: string): boolean => /^\p{Ll}/u.test(word);
const startsUpper = (word: string): boolean => /^\p{Lu}/u.test(word);

function endsAtStop(text: string, words: readonly WordSpan[], stop: string, follower: Follower, closed: boolean): boolean {
  const { word, spaced, place } = follower;
  if (!spaced) return /^\p{Lu}\p{Ll}|^\p{Lu}$/u.test(word);
  if (startsLower(word)) return !closed && stop === '.';
  if (closed && stop !== '.' && isReportingClause(text, words, place)) return false;
  return true;
}

function endsAtEllipsis({ word, spaced }: Follower): boolean {
  return spaced && startsUpper(word);
}

function endsAtAbbreviation(word: string, { word: next, spaced, quoted }: Follower): boolean {
  if (!spaced || LIST_NUMBER.test(word) || startsLower(next)) return false;
  if (CLOCK.test(word)) return startsUpper(next) && !CALENDAR.test(next);
  const kind = abbreviationKind(word.slice(0, -1));
  if (INITIAL.test(word) || (DOTTED.test(word) && kind === undefined)) return STARTER.test(next);
  switch (kind) {
    case 'final': return startsUpper(next);
    case 'number': return startsUpper(next) && !/^(?:[VXLC]|[IVXLC]{2,})$/u.test(next);
    case 'date': return startsUpper(next) && (isAlsoWord(word.slice(0, -1)) || STARTER.test(next));
    case 'suffix': return STARTER.test(next) || (quoted && startsUpper(next));
    default: return false;
  }
}

/** "… ?" President Obama asked: a run of names or a pronoun, then a verb of saying. */
function isReportingClause(text: string, words: readonly WordSpan[], place: number): boolean {
  for (let at = place; at < place + REPORTING_REACH; at++) {
    const word = wordAt(text, words, at);
    if (REPORTING.test(word)) return at > place;
    if (!/^\p{Lu}/u.test(word) && !/^(?:he|she|they|we|it|the|a|an|of|'s|’s)$/u.test(word)) return false;
  }
  return false;
}
