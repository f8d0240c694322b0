// Caps that keep one bad input from exhausting the memory. All but MAX_STORY are of bytes, after decompression.

const MB = 1_000_000;

/** Text of one story, in UTF-16 units: about 300,000 words. */
export const MAX_STORY = 2_000_000;
/** A file that is read whole: text, Markdown, a JSON document, a feed. */
export const MAX_DOCUMENT = 64 * MB;
/** A page: its tree takes some fifty times its size. */
export const MAX_PAGE = 8 * MB;
/** A line of JSON Lines; the file itself may have any length. */
export const MAX_LINE = 16 * MB;

/** "2 MB", "50.3 MB" */
export function megabytes(size: number): string {
  const number = (size / 1_000_000).toFixed(1);
  return `${number.endsWith('.0') ? number.slice(0, -2) : number} MB`;
}
