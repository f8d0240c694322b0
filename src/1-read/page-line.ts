/** A line of a text as it was pasted or saved, with what its surroundings say of it. */
export interface PageLine {
  readonly text: string;
  /** Blank lines before it. */
  readonly gap: number;
  /** A line of dashes or the like stands before it, as between stories; asterisks and dots divide a story in itself. */
  readonly ruled: boolean;
  /** Level of a heading, where the format has headings. */
  readonly heading?: number | undefined;
}

/** "-----", "=====", "___", "~~~~" */
const RULE = /^(?:[-=_~][ ]?){3,}$/;
/** "* * *", "•••", "###" */
const ORNAMENT = /^(?:[*#•·–—+][ ]?){3,}$/;

/** The lines of a normalised text that are not blank, with rules taken out. */
export function pageLines(text: string): PageLine[] {
  const lines: PageLine[] = [];
  let gap = 0;
  let ruled = false;
  for (const line of text.split('\n')) {
    if (line === '') {
      gap++;
    } else if (RULE.test(line)) {
      ruled = true;
    } else if (!ORNAMENT.test(line)) {
      lines.push({ text: line, gap, ruled });
      gap = 0;
      ruled = false;
    }
  }
  return lines;
}
