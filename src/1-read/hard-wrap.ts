import { labelOf } from './labels.ts';

/** No one wraps text wider, and narrower lines are verse or lists. */
const WIDEST = 100;
const NARROWEST = 40;

/**
 * Joins the lines of a text that was wrapped at a fixed width, as e-mail is, paragraph by paragraph; any other text comes back as it
 * is. Such a text shows itself: no line is wide, and hardly a line inside a paragraph could have held the next line's first word.
 */
export function unwrap(text: string): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => paragraph.split('\n'));
  const width = paragraphs.flat().reduce((widest, line) => Math.max(widest, line.length), 0);
  if (width > WIDEST || width < NARROWEST || !isWrapped(paragraphs, width)) return text;
  return text.split(/(\n{2,})/).map((part) => (part.startsWith('\n\n') ? part : joinLines(part.split('\n'), width))).join('');
}

function isWrapped(paragraphs: readonly (readonly string[])[], width: number): boolean {
  let broken = 0;
  let full = 0;
  let unfinished = 0;
  for (const lines of paragraphs) {
    for (let i = 0; i + 1 < lines.length; i++) {
      const line = lines[i] ?? '';
      if (labelOf(line) !== undefined) continue;
      broken++;
      if (fills(line, lines[i + 1] ?? '', width)) full++;
      if (!/[.!?:]["'”’)]*$/.test(line)) unfinished++;
    }
  }
  return broken >= 3 && full >= broken * 0.8 && unfinished >= broken * 0.5;
}

/** A line far too short to have been broken for its width ends what it belongs to; a hyphen at a line's end stays. */
function joinLines(lines: readonly string[], width: number): string {
  let joined = '';
  let previous: string | undefined;
  for (const line of lines) {
    const ends = previous === undefined || labelOf(line) !== undefined || (labelOf(previous) !== undefined && !fills(previous, line, width))
      || (previous.length < width * 0.75 && !fills(previous, line, width) && /^["“‘]?\p{Lu}/u.test(line) && !/[,;–—-]$/.test(previous));
    const glue = previous === undefined ? '' : ends ? '\n' : /\p{L}-$/u.test(previous) ? '' : ' ';
    joined += glue + line;
    previous = line;
  }
  return joined;
}

/** True where the next line's first word would not have fitted. */
function fills(line: string, next: string, width: number): boolean {
  return line.length + 1 + (next.split(' ', 1)[0] ?? '').length >= width - 2;
}
