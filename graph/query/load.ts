// Fills a database file by way of tables on the disk: ten times as fast as statements row by row.

import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ColumnType } from '../export/columns.ts';
import type { GraphSource } from '../source.ts';
import { wellFormed } from '../well-formed.ts';
import { connect, openDatabase, type Connection } from './engine.ts';
import { rowsOf, TABLES, tablesOf, type Cell, type Field, type Table } from './tables.ts';

const SQL_TYPES: Readonly<Record<ColumnType, string>> = { string: 'STRING', int: 'INT64', double: 'DOUBLE', boolean: 'BOOLEAN', date: 'DATE', 'string[]': 'STRING[]' };
/** Between the items of a list in a cell: a control character that no name holds. */
const SEPARATOR = '\u001F';
const FLUSH_AT = 1 << 18;

/** Functions of Neo4j that the engine knows under other names. */
const MACROS: readonly string[] = [
  'type(r) AS label(r)',
  'toFloat(x) AS CAST(x AS DOUBLE)',
  'toInteger(x) AS CAST(x AS INT64)',
  'toString(x) AS CAST(x AS STRING)',
  'split(text, separator) AS string_split(text, separator)',
  'relationships(p) AS rels(p)',
];

/** Writes a graph into a new database file. @throws DragomanError E_QUERY_ENGINE; the engine's and the source's own errors */
export async function createDatabase(graph: GraphSource, path: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-query-'));
  const database = await openDatabase(path, { readOnly: false });
  const connection = await connect(database);
  try {
    await connection.query('BEGIN TRANSACTION');
    const tables = tablesOf(graph);
    for (const statement of [...DEFINITIONS, ...tables.filter((table) => !TABLES.includes(table)).map(definition)]) await connection.query(statement);
    const filled = writeTables(graph, folder);
    for (const table of tables) if (filled.has(table.name)) await copy(connection, table, join(folder, `${table.name}.csv`));
    await connection.query('COMMIT');
    await connection.query('CHECKPOINT');
  } finally {
    await connection.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function definition({ name, fields, ends }: Table): string {
  const columns = fields.map((field, index) => `\`${field.name}\` ${SQL_TYPES[field.type]}${!ends && index === 0 ? ' PRIMARY KEY' : ''}`);
  if (!ends) return `CREATE NODE TABLE ${name}(${columns.join(', ')})`;
  return `CREATE REL TABLE ${name}(${[`FROM ${ends[0]} TO ${ends[1]}`, ...columns].join(', ')})`;
}

/** What every database file holds before rows come; a file made with others is made anew. */
export const DEFINITIONS: readonly string[] = [...TABLES.map(definition), ...MACROS.map((macro) => `CREATE MACRO ${macro}`)];

async function copy(connection: Connection, { name, fields, ends }: Table, file: string): Promise<void> {
  const all: readonly Field[] = [...(ends ? [{ name: 'from', type: 'string' }, { name: 'to', type: 'string' }] as const : []), ...fields];
  const headers = all.map((field, index) => `c${index} ${field.type === 'string[]' ? 'STRING' : SQL_TYPES[field.type]}`);
  const values = all.map(({ type }, index) => (type === 'string[]' ? `CASE WHEN c${index} IS NULL THEN NULL ELSE string_split(c${index}, '${SEPARATOR}') END` : `c${index}`));
  await connection.query(`COPY ${name} FROM (LOAD WITH HEADERS (${headers.join(', ')})
    FROM '${file.replaceAll('\\', '/').replaceAll("'", "\\'")}' (HEADER=false, PARALLEL=false, DELIM=',', QUOTE='"', ESCAPE='"') RETURN ${values.join(', ')})`);
}

/** Writes a file for each table that has rows; gives their names. */
function writeTables(graph: GraphSource, folder: string): Set<string> {
  const files = new Map<string, { readonly file: number; waiting: string }>();
  try {
    for (const [table, row] of rowsOf(graph)) {
      const entry = files.get(table) ?? { file: openSync(join(folder, `${table}.csv`), 'w'), waiting: '' };
      files.set(table, entry);
      entry.waiting += `${row.map(cell).join(',')}\n`;
      if (entry.waiting.length > FLUSH_AT) {
        writeSync(entry.file, entry.waiting);
        entry.waiting = '';
      }
    }
    for (const { file, waiting } of files.values()) if (waiting) writeSync(file, waiting);
  } finally {
    for (const { file } of files.values()) closeSync(file);
  }
  return new Set(files.keys());
}

/** An absent value is an empty cell. */
function cell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : value.map((item) => item.replaceAll(SEPARATOR, ' ')).join(SEPARATOR);
  return `"${wellFormed(text).replaceAll('"', '""')}"`;
}
