type Cell = string | number | boolean | undefined;

/** Characters that no table program shows and some stop at: NUL and its like, but not tab and line breaks. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

function cell(value: Cell): string {
  if (value === undefined) return '';
  const text = String(value).replace(CONTROL, '');
  return /[",\r\n;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line of cells after RFC 4180, but for the plain line feed at its end. An absent value is an empty cell. */
export function row(cells: readonly Cell[]): string {
  return `${cells.map(cell).join(',')}\n`;
}

export function header(names: readonly string[]): string {
  return row(names);
}
