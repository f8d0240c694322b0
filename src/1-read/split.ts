// One file may hold several stories, pasted one after the other. A border must show itself: a story cut in two loses the names that its
// pronouns stand for, while two stories in one lose only their titles.

import { isByline, isTimestamp } from './byline.ts';
import { cutDateline, datelineLine } from './dateline.ts';
import { isFurniture } from './furniture.ts';
import { labelOf } from './labels.ts';
import type { PageLine } from './page-line.ts';
import { foldLine, wordCount } from './plain-text.ts';
import { endsLikeProse, isHeadlineLike, isSentence, isTitleCase } from './prose.ts';

/** How far below a headline its repetition may stand. */
const HEAD_LINES = 14;
/** A short line below a standfirst is rather a caption. */
const CAPTION_WORDS = 3;
/** Where the paragraphs that a title promises are looked for. */
const FOLLOWING_LINES = 40;
/** Crossheads are shorter than headlines. */
const HEADLINE_WORDS = 6;

/** The lines of each story, in order; nothing is dropped. */
export function splitStories(lines: readonly PageLine[]): PageLine[][] {
  const usualGap = typicalGap(lines);
  const titled = lines[0] !== undefined && isHeadlineLike(lines[0].text) && isTitleCase(lines[0].text);
  const repeated = repeatedNearby(lines);
  const stories: PageLine[][] = [];
  let story: PageLine[] = [];
  let paragraphs = 0;
  lines.forEach((line, at) => {
    if (paragraphs > 0 && !isHeadOf(story, paragraphs, line) && startsStory(lines, at, usualGap, titled)) {
      stories.push(story);
      story = [];
      paragraphs = 0;
    }
    story.push(line);
    if (repeated[at] !== true && (isBody(line.text) || isShortSentence(line.text))) paragraphs++;
  });
  return story.length > 0 ? [...stories, story] : stories;
}

/**
 * A standfirst does not end a story's head: below the first paragraph the headline may come again, and the byline and the date may still
 * be to come.
 */
function isHeadOf(story: readonly PageLine[], paragraphs: number, line: PageLine): boolean {
  if (paragraphs > 1) return false;
  if (story.some((above) => foldLine(above.text) === foldLine(line.text))) return true;
  return wordCount(line.text) <= CAPTION_WORDS && !story.some(({ text }) => isHeadSign(text));
}

function startsStory(lines: readonly PageLine[], at: number, usualGap: number, titled: boolean): boolean {
  const line = lines[at];
  if (line === undefined) return false;
  const text = line.text;
  if (line.heading === 1) return true;
  const label = labelOf(text);
  if (label?.field === 'title' && (line.gap > 0 || line.ruled)) return hasProseAfter(lines, at);
  if (line.ruled) return hasProseAfter(lines, at - 1);
  if (isSigned(text) && line.gap > 0) return true;
  if (!isHeadlineLike(text) || isFurniture(text) || !hasProseAfter(lines, at)) return false;
  if (isRepeatedBelow(lines, at)) return true;
  if (line.gap >= 2 && line.gap > usualGap) return true;
  return hasStoryHead(lines, at) || (titled && looksLikeTitle(lines, at));
}

/** A paragraph that begins with an agency's dateline begins a story. */
function isSigned(text: string): boolean {
  return isSentence(text) && cutDateline(text)?.agency !== undefined;
}

function isBody(text: string): boolean {
  return isSentence(text) && !isFurniture(text);
}

/** A caption may be one too, but captions are pasted twice. */
function isShortSentence(text: string): boolean {
  return endsLikeProse(text) && wordCount(text) > 2 && !isFurniture(text);
}

/** For each line, whether it stands again nearby. */
function repeatedNearby(lines: readonly PageLine[]): readonly boolean[] {
  const repeated = lines.map(() => false);
  const last = new Map<string, number>();
  for (const [at, { text }] of lines.entries()) {
    const before = last.get(text);
    if (before !== undefined && at - before <= HEAD_LINES) {
      repeated[before] = true;
      repeated[at] = true;
    }
    last.set(text, at);
  }
  return repeated;
}

function hasProseAfter(lines: readonly PageLine[], at: number): boolean {
  return lines.slice(at + 1, at + 1 + FOLLOWING_LINES).some((line) => isBody(line.text) || endsLikeProse(line.text));
}

/** The same line again, before more than one paragraph that stands there only once. */
function isRepeatedBelow(lines: readonly PageLine[], at: number): boolean {
  const title = foldLine(lines[at]?.text ?? '');
  const below = lines.slice(at + 1, at + 1 + HEAD_LINES);
  const again = below.findIndex((line) => foldLine(line.text) === title && !isSentence(line.text));
  // A caption that was pasted twice has nothing between, and is short.
  if (again < 0 || (again === 0 && wordCount(title) < HEADLINE_WORDS)) return false;
  const between = below.slice(0, again).map((line) => line.text);
  return between.filter((text) => isBody(text) && between.indexOf(text) === between.lastIndexOf(text)).length <= 1;
}

/** A byline, a date or a dateline below it, with nothing but furniture and a short subtitle between. */
function hasStoryHead(lines: readonly PageLine[], at: number): boolean {
  let subtitles = 0;
  for (const [below, { text, gap }] of lines.slice(at + 1, at + 7).entries()) {
    if (isHeadSign(text)) return true;
    if (isSentence(text)) return cutDateline(text) !== undefined;
    if (isFurniture(text)) continue;
    const isTitle = isHeadlineLike(text) && (gap >= 2 || isRepeatedBelow(lines, at + 1 + below));
    if (isTitle || ++subtitles > 1) return false;
  }
  return false;
}

function isHeadSign(text: string): boolean {
  return isByline(text) || isTimestamp(text) || text === 'TT' || datelineLine(text) !== undefined;
}

/** A headline's length and capitals, a paragraph before and one after, set off from both alike. */
function looksLikeTitle(lines: readonly PageLine[], at: number): boolean {
  const line = lines[at];
  const before = lines[at - 1];
  const after = lines.slice(at + 1, at + 1 + FOLLOWING_LINES).find((next) => !isFurniture(next.text));
  if (line === undefined || before === undefined || after === undefined) return false;
  if (!isTitleCase(line.text) || wordCount(line.text) < HEADLINE_WORDS || /^["“‘'].*["”’']$/.test(line.text)) return false;
  return endsLikeProse(before.text) && isSentence(after.text);
}

/** The number of blank lines that mostly stand between two lines. */
function typicalGap(lines: readonly PageLine[]): number {
  const gaps = lines.slice(1).map((line) => line.gap).toSorted((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}
