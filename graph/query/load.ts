// Fills a database file by way of tables on the disk: ten times as fast as statements row by row.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnType } from '../export/columns.ts';
import type { GraphSource } from '../source.ts';
import { GraphFlaw } from '../validate.ts';
import { ESCAPES, SEPARATOR, writeRows, type Written } from './csv-file.ts';
import { connect, openDatabase } from './engine.ts';
import { StatementQueue } from './statement-queue.ts';
import { loadsOf, TABLES, tablesOf, type Field, type Table } from './tables.ts';

const SQL_TYPES: Readonly<Record<ColumnType, string>> = { string: 'STRING', int: 'INT64', double: 'DOUBLE', boolean: 'BOOLEAN', date: 'DATE', 'string[]': 'STRING[]' };

/** Functions of Neo4j that the engine knows under other names. */
const MACROS: readonly string[] = [
  'type(r) AS label(r)',
  'toFloat(x) AS CAST(x AS DOUBLE)',
  'toInteger(x) AS CAST(x AS INT64)',
  'toString(x) AS CAST(x AS STRING)',
  'split(text, separator) AS string_split(text, separator)',
  'relationships(p) AS rels(p)',
];

/**
 * Writes a graph into a new database file.
 * @param read gives the graph; the engine sets up its tables in the meantime
 * @param folder where rows may lie until they are loaded
 * @throws DragomanError E_QUERY_ENGINE; the engine's and the source's own errors
 */
export async function createDatabase(read: () => GraphSource, path: string, folder: string): Promise<void> {
  const database = await openDatabase(path, { readOnly: false });
  const connection = await connect(database);
  const queue = new StatementQueue(connection);
  try {
    queue.add(['BEGIN TRANSACTION', ...DEFINITIONS].join(';'));
    await queue.breathe();
    const graph = read();
    await queue.done();
    await fill(graph, folder, queue);
    queue.add('COMMIT');
    queue.add('CHECKPOINT');
    await queue.done();
  } finally {
    await queue.settled();
    await connection.close();
    await database.close();
  }
}

/** Writes one table after the other, while the engine loads those that are written. */
async function fill(graph: GraphSource, folder: string, queue: StatementQueue): Promise<void> {
  const tables = new Map(tablesOf(graph).map((table) => [table.name, table]));
  for (const table of tables.values()) if (!TABLES.includes(table)) queue.add(definition(table));
  let number = 0;
  for (const { table: name, rows } of loadsOf(graph)) {
    const table = tables.get(name);
    if (!table) throw new GraphFlaw(`its vocabulary lacks ${name}`);
    const file = join(folder, `${number++}.csv`);
    const written = await writeRows(file, rows, () => queue.breathe());
    if (written.rows) queue.add(copying(table, file, written), () => rmSync(file));
    await queue.breathe();
  }
}

function definition({ name, fields, ends }: Table): string {
  const columns = fields.map((field, index) => `\`${field.name}\` ${SQL_TYPES[field.type]}${!ends && index === 0 ? ' PRIMARY KEY' : ''}`);
  if (!ends) return `CREATE NODE TABLE ${name}(${columns.join(', ')})`;
  return `CREATE REL TABLE ${name}(${[`FROM ${ends[0]} TO ${ends[1]}`, ...columns].join(', ')})`;
}

/** What every database file holds before rows come; a file made with others is made anew. */
export const DEFINITIONS: readonly string[] = [...TABLES.map(definition), ...MACROS.map((macro) => `CREATE MACRO ${macro}`)];

function copying({ name, fields, ends }: Table, file: string, { escaped }: Written): string {
  const all: readonly Field[] = [...(ends ? [{ name: 'from', type: 'string' }, { name: 'to', type: 'string' }] as const : []), ...fields];
  const headers = all.map((field, index) => `c${index} ${field.type === 'string[]' ? 'STRING' : SQL_TYPES[field.type]}`);
  const values = all.map(({ type }, index) => (type === 'string[]' ? listIn(`c${index}`, escaped) : `c${index}`));
  return `COPY ${name} FROM (LOAD WITH HEADERS (${headers.join(', ')})
    FROM '${file.replaceAll('\\', '/').replaceAll("'", "\\'")}' (HEADER=false, PARALLEL=false, DELIM=',', QUOTE='"', ESCAPE='"') RETURN ${values.join(', ')})`;
}

function listIn(column: string, escaped: boolean): string {
  const item = ESCAPES.reduce((text, [written, meant]) => `replace(${text}, '${written}', '${meant}')`, 'item');
  const items = `string_split(${column}, '${SEPARATOR}')`;
  return `CASE WHEN ${column} IS NULL THEN NULL ELSE ${escaped ? `list_transform(${items}, item -> ${item})` : items} END`;
}
