import { DragomanError } from '../../src/errors.ts';
import { NODE_TYPES } from '../../src/model/vocabulary.ts';
import { databaseOf } from './cache.ts';
import { columnNames } from './columns.ts';
import { connect, openDatabase, type Connection, type Database } from './engine.ts';
import type { QueryTable } from './format.ts';
import { queryError } from './query-error.ts';
import { checkReading } from './read-only.ts';
import { rewriteTypeLabels } from './type-labels.ts';
import { plain } from './values.ts';

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
   * Opens a graph file for reading; the first time after it changed its database file is made beside it.
   * @throws DragomanError as `readGraph`; E_WRITE where neither its folder nor that of temporary files can be written; E_QUERY_ENGINE
   */
  static async open(graphPath: string): Promise<QueryDatabase> {
    const { path, release } = await databaseOf(graphPath);
    try {
      const database = await openDatabase(path, { readOnly: true });
      const connection = await connect(database);
      return new QueryDatabase(database, connection, release, new Set([...Object.keys(NODE_TYPES), ...await typesIn(connection)]));
    } catch (cause) {
      release();
      throw cause;
    }
  }

  /** @throws DragomanError E_QUERY, with the place in the query */
  async run(query: string): Promise<QueryTable> {
    checkReading(query);
    const { text, originOf } = rewriteTypeLabels(query, this.#types);
    try {
      const answer = await this.#connection.query(text);
      const result = Array.isArray(answer) ? answer.at(-1) : answer;
      if (!result) return { columns: [], rows: [] };
      const [names, types, rows] = [await result.getColumnNames(), await result.getColumnDataTypes(), await result.getAll()];
      result.close();
      checkDistinct(names);
      const written = columnNames(query);
      return {
        columns: written?.length === names.length ? written : names,
        rows: rows.map((values) => names.map((name, column) => plain(values[name], types[column]))),
      };
    } catch (cause) {
      throw cause instanceof DragomanError ? cause : queryError(query, cause, text, originOf);
    }
  }

  async close(): Promise<void> {
    await this.#connection.close();
    await this.#database.close();
    this.#release();
  }
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
