// A story as it is copied from a newspaper's page: the headline twice, each caption twice, buttons, a byline, then the text.

import { isByline, isTimestamp } from './byline.ts';
import { datelineLine } from './dateline.ts';
import type { DraftMeta } from './draft.ts';
import { dropFurniture, isFurniture, repeatsTitle } from './furniture.ts';
import { definedOnly, leadingLabels, metaOfHead } from './pasted-meta.ts';
import { metaOfLabels } from './labels.ts';
import type { PageLine } from './page-line.ts';
import { endsInBracketedName } from './photo-credit.ts';
import { foldLine, wordCount } from './plain-text.ts';
import { endsLikeProse, isSentence } from './prose.ts';

/** A name, a place or a section: no subtitle is so short. */
const LABEL_WORDS = 3;
/** Between a summary and the story's first paragraph stand no more lines. */
const HEAD_LINES = 8;
/** Where the text below a caption is looked for. */
const FOLLOWING_LINES = 40;

/** What was found, and the paragraphs of the story. */
export interface PastedStory {
  readonly meta: DraftMeta;
  readonly lines: readonly string[];
}

/** Reads the lines of one story; `known` (front matter) counts before what its lines say. */
export function readPastedStory(pasted: readonly PageLine[], known: DraftMeta = {}): PastedStory {
  const labels = leadingLabels(pasted);
  const stated = { ...metaOfLabels(labels), ...definedOnly(known) };
  const lines = pasted.slice(labels.length).map((line) => line.text);
  const counts = countLines(lines);
  const body = firstParagraph(lines, counts, 0);
  const below = belowStandfirst(lines, body, counts);
  const title = stated.title ?? (body < lines.length ? chooseTitle(lines.slice(0, body), counts) : undefined);
  const headEnd = endOfHead(lines, title, counts);
  const above = lines.slice(0, Math.max(below, headEnd));
  const meta = { ...metaOfHead(above), ...definedOnly({ ...stated, title }) };
  const isCaption = (line: string): boolean => (title === undefined || foldLine(line) !== foldLine(title)) && (!isSentence(line) || isRepeated(line, counts));
  const captions = new Set(lines.slice(0, headEnd).filter(isCaption).map(foldLine));
  const kept = lines.filter((line, at) => {
    if (title !== undefined && repeatsTitle(line, title)) return false;
    if (at < headEnd) return headLineStays(line, counts, headEnd > 1);
    if (captions.has(foldLine(line))) return false;
    if (at < below) return standfirstStays(line, counts);
    return true;
  });
  const paragraphs = dropFurniture(dropRepeats(kept), title);
  // Lines that all look like headlines or captions are all that there is.
  return { meta, lines: paragraphs.length > 0 ? paragraphs : [...new Set(lines)].filter((line) => line !== title && !isFurniture(line)) };
}

function countLines(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(foldLine(line), (counts.get(foldLine(line)) ?? 0) + 1);
  return counts;
}

function isRepeated(line: string, counts: ReadonlyMap<string, number>): boolean {
  return (counts.get(foldLine(line)) ?? 0) > 1;
}

/** Index of the first line, at or after `from`, that is the story's own; the number of lines where there is none. */
function firstParagraph(lines: readonly string[], counts: ReadonlyMap<string, number>, from: number): number {
  const isProse = (line: string): boolean => (isSentence(line) || endsLikeProse(line) || isLeadIn(line)) && !isFurniture(line);
  const isCaption = (line: string, at: number): boolean =>
    endsInBracketedName(line) && lines.slice(at + 1, at + 1 + FOLLOWING_LINES).some((later) => isProse(later) && !endsInBracketedName(later));
  const first = lines.findIndex((line, at) => at >= from && isProse(line) && !isCaption(line, at) && (isSentence(line) || !isRepeated(line, counts)));
  return first < 0 ? lines.length : first;
}

/** "The accord has four points:" */
function isLeadIn(line: string): boolean {
  return line.endsWith(':') && wordCount(line) > LABEL_WORDS;
}

/** Where a byline or a date stands below the first paragraph, that was a summary, and the story begins below them. */
function belowStandfirst(lines: readonly string[], body: number, counts: ReadonlyMap<string, number>): number {
  const next = firstParagraph(lines, counts, body + 1);
  return next < lines.length && next - body <= HEAD_LINES && lines.slice(body + 1, next).some((line) => isByline(line) || isTimestamp(line)) ? next : body;
}

/** The headline above the text: one that is repeated, else the first that is more than a section's name. */
function chooseTitle(above: readonly string[], counts: ReadonlyMap<string, number>): string | undefined {
  const candidates = above.filter((line) => !isFurniture(line) && !isTimestamp(line) && !endsInBracketedName(line) && !isSentence(line));
  return candidates.find((line) => isRepeated(line, counts) && wordCount(line) > 2)
    ?? candidates.find((line) => wordCount(line) > 2) ?? candidates[0];
}

/** One past the title's last repetition above the text: at most one paragraph of the story may stand before it. */
function endOfHead(lines: readonly string[], title: string | undefined, counts: ReadonlyMap<string, number>): number {
  if (title === undefined) return 0;
  let end = 0;
  let paragraphs = 0;
  for (const [at, line] of lines.entries()) {
    if (repeatsTitle(line, title)) end = at + 1;
    else if (isSentence(line) && !isFurniture(line) && !endsInBracketedName(line) && !isRepeated(line, counts)) paragraphs++;
    if (paragraphs > 1) break;
  }
  return end;
}

/** Above the title, or between it and its repetition, only a sentence that stands there once is the story's. */
function headLineStays(line: string, counts: ReadonlyMap<string, number>, isHead: boolean): boolean {
  if (isSentence(line)) return !isRepeated(line, counts) && !endsInBracketedName(line);
  return !isHead;
}

/** Between the title and the first paragraph a subtitle stays; a place, a name, a caption or a repeated line does not. */
function standfirstStays(line: string, counts: ReadonlyMap<string, number>): boolean {
  if (isSentence(line)) return true;
  return !isTimestamp(line) && !endsInBracketedName(line) && datelineLine(line) === undefined && !isRepeated(line, counts) && wordCount(line) > LABEL_WORDS;
}

/** A paragraph that was pasted twice stays once; a caption that was, does not stay. */
function dropRepeats(lines: readonly string[]): string[] {
  const seen = new Set<string>();
  return lines.filter((line, at) => {
    if (!endsLikeProse(line) && !isSentence(line)) return line !== lines[at - 1] && line !== lines[at + 1];
    if (!isSentence(line)) return line !== lines[at - 1];
    if (seen.has(line)) return false;
    seen.add(line);
    return true;
  });
}
