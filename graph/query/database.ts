import { DragomanError } from '../../src/errors.ts';
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

  private constructor(database: Database, connection: Connection) {
    this.#database = database;
    this.#connection = connection;
  }

  /**
   * Opens a graph file for reading; the first time after it changed its database file is made beside it.
   * @throws DragomanError as `readGraph`; E_WRITE where the folder cannot be written; E_QUERY_ENGINE
   */
  static async open(graphPath: string): Promise<QueryDatabase> {
    const database = await openDatabase(await databaseOf(graphPath), { readOnly: true });
    return new QueryDatabase(database, await connect(database));
  }

  /** @throws DragomanError E_QUERY, with the place in the query */
  async run(query: string): Promise<QueryTable> {
    checkReading(query);
    const { text, originOf } = rewriteTypeLabels(query);
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
  }
}

/** The engine gives rows by name, so that of two columns of one name the first would be lost. */
function checkDistinct(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new DragomanError('E_QUERY', { why: `two columns are called ${twice}; give them names with AS` });
}
