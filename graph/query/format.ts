import { header, row } from '../export/csv-table.ts';
import { strictJson } from '../well-formed.ts';
import type { PlainValue } from './values.ts';

/** What a query gave: rows of as many values as there are columns. */
export interface QueryTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly PlainValue[])[];
}

const WIDEST = 60;

/** Lines for a terminal: columns lined up, numbers to the right, long text cut. */
export function asTable({ columns, rows }: QueryTable): string {
  const cells = rows.map((values) => values.map((value) => cut(cellText(value))));
  const widths = columns.map((name, column) => cells.reduce((widest, texts) => Math.max(widest, widthOf(texts[column] ?? '')), widthOf(cut(name))));
  const numeric = columns.map((_, column) => rows.length > 0 && rows.every((values) => typeof values[column] === 'number' || values[column] === null));
  const line = (texts: readonly string[]): string => texts.map((text, column) => padded(text, widths[column] ?? 0, numeric[column] ?? false)).join('  ').trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return `${[line(columns.map(cut)), rule, ...cells.map(line)].join('\n')}\n`;
}

/** One object a row, in one list. */
export function asJson({ columns, rows }: QueryTable): string {
  const objects = rows.map((values) => strictJson(Object.fromEntries(columns.map((name, column) => [name, values[column] ?? null]))));
  return objects.length ? `[\n${objects.join(',\n')}\n]\n` : '[]\n';
}

/** A table for a spreadsheet; lists and nodes stand in it as JSON. */
export function asCsv({ columns, rows }: QueryTable): string {
  const cell = (value: PlainValue): string | number | boolean | undefined => (value === null ? undefined : typeof value === 'object' ? strictJson(value) : value);
  return header(columns) + rows.map((values) => row(values.map(cell))).join('');
}

type Entity = Readonly<Record<string, PlainValue>>;

const isEntity = (value: PlainValue): value is Entity => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A node by its name, a relationship by its type, a path by its steps. */
function cellText(value: PlainValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return `[${(value as readonly PlainValue[]).map(cellText).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  if (!isEntity(value)) return strictJson(value);
  const { _nodes: nodes, _rels: relationships, _label: label } = value;
  if (Array.isArray(nodes) && Array.isArray(relationships)) return pathText(nodes as readonly PlainValue[], relationships as readonly PlainValue[]);
  if (typeof label !== 'string') return strictJson(value);
  const name = value['name'] ?? value['title'] ?? value['text'];
  return typeof name === 'string' ? name : label;
}

function pathText(nodes: readonly PlainValue[], relationships: readonly PlainValue[]): string {
  return nodes.map((node, index) => (index ? `─${cellText(relationships[index - 1] ?? null)}─ ` : '') + cellText(node)).join(' ');
}

/** Control characters would move the cursor. */
function cut(text: string): string {
  // oxlint-disable-next-line no-control-regex
  const line = text.replace(/[\s\u0000-\u001F\u007F-\u009F]+/g, ' ');
  return line.length > WIDEST ? `${line.slice(0, WIDEST - 1)}…` : line;
}

/** Columns of a terminal: marks take none, characters of the Far East two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (!/[\p{M}\p{Cf}]/u.test(character)) width += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{1FAFF}]/u.test(character) ? 2 : 1;
  }
  return width;
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
}
