/** No one wraps text wider, and narrower lines are verse or lists. */
const WIDEST = 100;
const NARROWEST = 40;

/**
 * Joins the lines of a text that was wrapped at a fixed width, as e-mail is, paragraph by paragraph; any other text comes back as it
 * is. Such a text shows itself: no line is wide, and hardly a line inside a paragraph could have held the next line's first word.
 */
export function unwrap(text: string): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => paragraph.split('\n'));
  const width = Math.max(...paragraphs.map((lines) => lines.reduce((widest, line) => Math.max(widest, line.length), 0)));
  if (width > WIDEST || width < NARROWEST || !isWrapped(paragraphs, width)) return text;
  return text.split(/(\n{2,})/).map((part) => (part.startsWith('\n\n') ? part : joinLines(part.split('\n')))).join('');
}

function isWrapped(paragraphs: readonly (readonly string[])[], width: number): boolean {
  let broken = 0;
  let full = 0;
  let unfinished = 0;
  for (const lines of paragraphs) {
    for (let i = 0; i + 1 < lines.length; i++) {
      const line = lines[i] ?? '';
      const nextWord = (lines[i + 1] ?? '').split(' ', 1)[0] ?? '';
      broken++;
      if (line.length + 1 + nextWord.length >= width - 2) full++;
      if (!/[.!?:]["'”’)]*$/.test(line)) unfinished++;
    }
  }
  return broken >= 3 && full >= broken * 0.8 && unfinished >= broken * 0.5;
}

/** A line that is too short to have been broken for its width ends its paragraph; a dash or hyphen at a line's end stays. */
function joinLines(lines: readonly string[]): string {
  return lines.reduce((joined, line) => (joined === '' ? line : /[\p{L}]-$/u.test(joined) ? joined + line : `${joined} ${line}`), '');
}
