// Characters that look the same are made the same, and lines are told apart, before any rule looks at the words.

const LINE_ENDS = /\r\n?|[\u2028\u2029\u0085\v]/g;
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** Soft hyphen, zero-width characters, direction marks, byte order marks, interlinear and control characters. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;

/**
 * One kind of line end, one kind of space, no invisible characters, composed accents (NFC), no space at either end of a line.
 * Quotation marks, dashes and accents stay as they are. A form feed is a wide gap.
 */
export function normaliseText(text: string): string {
  return closeGaps(text.replace(LINE_ENDS, '\n').replace(/\f/g, '\n\n\n')).replace(SPACES, ' ').replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ').replace(/ ?\n ?/g, '\n').trim().normalize('NFC');
}

/** No gap is wider than seven lines. By halves: one expression over millions of line ends overflows the engine's stack. */
function closeGaps(text: string): string {
  let closed = text;
  while (closed.includes('\n'.repeat(8))) closed = closed.replaceAll('\n'.repeat(8), '\n'.repeat(4));
  return closed;
}

/** The lines that are not empty. */
export function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** For comparing: case, quotation marks, punctuation at the end and white space count for nothing. */
export function foldLine(line: string): string {
  return line.toLowerCase().replace(/[‘’‛`´]/g, "'").replace(/[“”„«»]/g, '"').replace(/[–—−]/g, '-')
    .replace(/\s+/g, ' ').replace(/[\s.,:;!?'"]+$/, '').replace(/^['"\s]+/, '');
}

export function wordCount(line: string): number {
  return line.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
