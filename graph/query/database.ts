import { DragomanError } from '../../src/errors.ts';
import { NODE_TYPES } from '../../src/model/vocabulary.ts';
import type { ReadingOptions } from '../corrected-source.ts';
import { databaseOf } from './cache.ts';
import { columnNames } from './columns.ts';
import { connect, openDatabase, type Connection, type Database, type QueryResult } from './engine.ts';
import type { QueryTable } from './format.ts';
import { queryError } from './query-error.ts';
import { checkReading } from './read-only.ts';
import { rewriteTypeLabels } from './type-labels.ts';
import { plain } from './values.ts';

/** What a query that runs too long or gives too much is held to; without limits it takes what it needs. */
export interface QueryLimits {
  /** Rows that are handed over; the others are counted. */
  readonly rows?: number;
  /** Milliseconds that the engine may work on this query and those after it. */
  readonly time?: number;
}

/** A graph file that answers Cypher, without a server. */
export class QueryDatabase {
  readonly #database: Database;
  readonly #connection: Connection;
  readonly #release: () => void;
  /** The types of entities: those of the vocabulary, and of the graph's own those that it holds. */
  readonly #types: ReadonlySet<string>;

  private constructor(database: Database, connection: Connection, release: () => void, types: ReadonlySet<string>) {
    this.#database = database;
    this.#connection = connection;
    this.#release = release;
    this.#types = types;
  }

  /**
   * Opens a graph file for reading, with the corrections beside it; the first time after either changed its database file is made beside them.
   * @throws DragomanError as `readGraph`; E_CORRECTIONS; E_WRITE where neither its folder nor that of temporary files can be written; E_QUERY_ENGINE
   */
  static async open(graphPath: string, reading: ReadingOptions = {}): Promise<QueryDatabase> {
    const { path, release } = await databaseOf(graphPath, reading);
    try {
      const database = await openDatabase(path, { readOnly: true });
      const connection = await connect(database);
      return new QueryDatabase(database, connection, release, new Set([...Object.keys(NODE_TYPES), ...await typesIn(connection)]));
    } catch (cause) {
      release();
      throw cause;
    }
  }

  /** @throws DragomanError E_QUERY, with the place in the query; E_QUERY_LONG where the time is up */
  async run(query: string, { rows = Infinity, time }: QueryLimits = {}): Promise<QueryTable & { readonly total: number }> {
    checkReading(query);
    const { text, originOf } = rewriteTypeLabels(query, this.#types);
    try {
      if (time) this.#connection.setQueryTimeout(time);
      const answer = await this.#connection.query(text);
      const result = Array.isArray(answer) ? answer.at(-1) : answer;
      if (!result) return { columns: [], rows: [], total: 0 };
      const [names, types, total] = [await result.getColumnNames(), await result.getColumnDataTypes(), result.getNumTuples()];
      const taken = total <= rows ? await result.getAll() : await firstOf(result, rows);
      result.close();
      checkDistinct(names);
      const written = columnNames(query);
      return {
        columns: written?.length === names.length ? written : names,
        rows: taken.map((values) => names.map((name, column) => plain(values[name], types[column]))),
        total,
      };
    } catch (cause) {
      if (time && cause instanceof Error && cause.message === 'Interrupted.') throw new DragomanError('E_QUERY_LONG', { seconds: String(time / 1000) }, { cause });
      throw cause instanceof DragomanError ? cause : queryError(query, cause, text, originOf);
    }
  }

  async close(): Promise<void> {
    await this.#connection.close();
    await this.#database.close();
    this.#release();
  }
}

type Row = Awaited<ReturnType<QueryResult['getAll']>>[number];

async function firstOf(result: QueryResult, number: number): Promise<Row[]> {
  const rows: Row[] = [];
  while (rows.length < number) {
    const row = await result.getNext();
    if (!row) break;
    rows.push(row);
  }
  return rows;
}

/** The file may have been made by an earlier run, so the graph's own types are asked of it. */
async function typesIn(connection: Connection): Promise<string[]> {
  const answer = await connection.query('MATCH (n:Entity) RETURN DISTINCT n.type AS type');
  const result = Array.isArray(answer) ? answer.at(-1) : answer;
  const rows = await result?.getAll() ?? [];
  result?.close();
  return rows.flatMap(({ type }) => (typeof type === 'string' ? [type] : []));
}

/** The engine gives rows by name, so that of two columns of one name the first would be lost. */
function checkDistinct(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new DragomanError('E_QUERY', { why: `two columns are called ${twice}; give them names with AS` });
}
