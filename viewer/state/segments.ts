/** A marked stretch of a text; marks may overlap. */
export interface Mark<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** A piece of a text with all marks that cover it. */
export interface Segment<T> {
  readonly text: string;
  readonly start: number;
  readonly marks: readonly T[];
}

/**
 * Cuts `text.slice(from, to)` at the borders of its marks. Offsets are absolute in the text, in UTF-16 units,
 * end-exclusive; marks outside of the range or of no length are left out. The pieces joined give the slice.
 */
export function segment<T>(text: string, marks: readonly Mark<T>[], from = 0, to = text.length): Segment<T>[] {
  const within = marks
    .map((mark) => ({ ...mark, start: Math.max(mark.start, from), end: Math.min(mark.end, to) }))
    .filter((mark) => mark.start < mark.end)
    .toSorted((a, b) => a.start - b.start);
  const borders = [...new Set([from, to, ...within.flatMap((mark) => [mark.start, mark.end])])].toSorted((a, b) => a - b);
  const segments: Segment<T>[] = [];
  let open: Mark<T>[] = [];
  let next = 0;
  for (let place = 0; place < borders.length - 1; place += 1) {
    const start = borders[place]!;
    open = open.filter((mark) => mark.end > start);
    while (next < within.length && within[next]!.start === start) open.push(within[next++]!);
    segments.push({ text: text.slice(start, borders[place + 1]), start, marks: open.map((mark) => mark.value) });
  }
  return segments;
}
