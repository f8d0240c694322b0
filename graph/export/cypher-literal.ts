import { wellFormed } from '../well-formed.ts';
import type { ColumnType, Value } from './columns.ts';

// Literals of Cypher 5. No value becomes part of a query otherwise.

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' };

// oxlint-disable-next-line no-control-regex
const SPECIAL = /[\\'\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF]/g;

function escape(character: string): string {
  return ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * Text in single quotes. Neo4j replaces \uXXXX before it reads the query, wherever it stands: a backslash of the text
 * that a "u" follows would start one, so the text is cut in two there.
 */
export function cypherString(value: string): string {
  const quote = (part: string): string => `'${part.replace(SPECIAL, escape)}'`;
  const text = wellFormed(value);
  return text.includes('\\') ? text.split(/(?<=\\)(?=[uU])/).map(quote).join(' + ') : quote(text);
}

/** A literal of the column's type: 1.0 for a whole number of a column of fractions, date('…') for a day. */
export function cypherLiteral(value: Value, type: ColumnType): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return type === 'double' && Number.isInteger(value) ? value.toFixed(1) : String(value);
  if (typeof value === 'string') return type === 'date' ? `date(${cypherString(value)})` : cypherString(value);
  return `[${value.map(cypherString).join(', ')}]`;
}
