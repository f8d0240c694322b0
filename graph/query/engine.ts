import { totalmem } from 'node:os';
import { DragomanError } from '../../src/errors.ts';

type Ladybug = typeof import('@ladybugdb/core');
export type Database = InstanceType<Ladybug['Database']>;
export type Connection = InstanceType<Ladybug['Connection']>;
export type QueryResult = InstanceType<Ladybug['QueryResult']>;

const GIB = 2 ** 30;
/** Address space that a database may take; the default of 8 TiB is refused where that is limited. */
const MAX_SIZE = 64 * GIB;

/**
 * Opens a database file of the embedded engine, LadybugDB (https://ladybugdb.com).
 * @throws DragomanError E_QUERY_ENGINE
 */
export async function openDatabase(path: string, { readOnly }: { readonly readOnly: boolean }): Promise<Database> {
  const { Database } = await loadEngine();
  const memory = Math.min(2 * GIB, Math.floor(totalmem() / 2));
  return attempt(async () => {
    const database = new Database(path, memory, true, readOnly, MAX_SIZE);
    await database.init();
    return database;
  });
}

export async function connect(database: Database): Promise<Connection> {
  const { Connection } = await loadEngine();
  return attempt(async () => {
    const connection = new Connection(database);
    await connection.init();
    return connection;
  });
}

/** Changes whenever an older database file may not be read any more. */
export async function storageVersion(): Promise<string> {
  const { VERSION, STORAGE_VERSION } = await loadEngine() as Ladybug & { VERSION: string; STORAGE_VERSION: unknown };
  return `${VERSION} ${String(STORAGE_VERSION)}`;
}

/** The package copies its binary at install; where install scripts are off, the platform's own package has it too. */
async function loadEngine(): Promise<Ladybug> {
  try {
    return (await import('@ladybugdb/core')).default;
  } catch (cause) {
    const platform = `@ladybugdb/core-${process.platform}-${process.arch}`;
    return attempt(async () => (await import(platform) as { default: Ladybug }).default, cause);
  }
}

async function attempt<T>(step: () => Promise<T>, first?: unknown): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const cause = first ?? error;
    throw new DragomanError('E_QUERY_ENGINE', { why: cause instanceof Error ? cause.message : String(cause) }, { cause });
  }
}
