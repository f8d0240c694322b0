import neo4j, { type Driver } from 'neo4j-driver';
import { DragomanError } from '../../src/errors.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { contribute } from './contribute.ts';
import { CONTRIBUTION_SCHEMA, COUNT, CREATE_RELATIONS, PUSHED_STORY } from './contribute-statements.ts';
import { failureOf } from './failure.ts';
import { AWAIT_INDEXES, SCHEMA } from './schema.ts';
import { openDriver, type PushTarget } from './target.ts';

/** Who writes tries again himself: he is to know soon that the server is away. */
const RETRY_MS = 5000;

/** A graph in Neo4j to which several workers write, story by story. */
export class SharedGraph {
  readonly #driver: Driver;
  readonly #target: PushTarget;

  private constructor(driver: Driver, target: PushTarget) {
    this.#driver = driver;
    this.#target = target;
  }

  /**
   * Connects, and makes the constraints and indexes that are missing.
   * @throws DragomanError E_NEO4J_UNREACHABLE, E_NEO4J_AUTH, E_NEO4J_DATABASE; E_SHARED_GRAPH where the database holds stories that a
   * push brought: a worker cannot add to what it has not counted
   */
  static async open(target: PushTarget): Promise<SharedGraph> {
    const driver = openDriver({ retryMs: RETRY_MS, ...target });
    const graph = new SharedGraph(driver, target);
    let connected = false;
    try {
      await driver.verifyConnectivity(graph.#database);
      connected = true;
      await graph.#assertNewEnough();
      for (const statement of [...SCHEMA, ...CONTRIBUTION_SCHEMA, AWAIT_INDEXES]) await driver.executeQuery(statement, {}, graph.#database);
      await graph.#assertOwn();
      return graph;
    } catch (cause) {
      await driver.close();
      throw failureOf(cause, target, { connected });
    }
  }

  /**
   * Adds what some stories give, or replaces what they gave before, in one transaction that is tried again after transient errors.
   * @returns how many of the texts changed something
   * @throws DragomanError E_NEO4J_UNREACHABLE where trying again later may help; E_SHARED_GRAPH, E_NEO4J_AUTH, E_NEO4J_DATABASE or
   * E_INTERNAL where it will not; nothing is written then
   */
  async write(extractions: readonly Extraction[]): Promise<number> {
    const session = this.#driver.session(this.#database);
    try {
      return await session.executeWrite((transaction) => contribute(transaction, extractions));
    } catch (cause) {
      throw failureOf(cause, this.#target, { connected: !(cause instanceof Error && neo4j.isRetryableError(cause)) });
    } finally {
      // A connection that is lost has nothing to close.
      await session.close().catch(() => undefined);
    }
  }

  /** True where the server answers now. */
  async isReachable(): Promise<boolean> {
    return this.#driver.verifyConnectivity(this.#database).then(() => true, () => false);
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  get #database(): { readonly database?: string } {
    const { database } = this.#target;
    return database === undefined ? {} : { database };
  }

  /** Asks for the plan of what only a newer server understands. */
  async #assertNewEnough(): Promise<void> {
    await this.#driver.executeQuery(`EXPLAIN ${CREATE_RELATIONS}`, { rows: [] }, this.#database).catch((cause: unknown) => {
      if (!/SyntaxError/.test(String((cause as Error & { code?: string }).code))) throw cause;
      throw new DragomanError('E_SHARED_GRAPH', { what: this.#target.uri, why: 'it is too old for workers; Neo4j 5.26 or later is needed' }, { cause });
    });
  }

  async #assertOwn(): Promise<void> {
    const { records: [counts] } = await this.#driver.executeQuery(COUNT, {}, this.#database);
    if (Number(counts?.get('stories')) <= Number(counts?.get('contributions'))) return;
    const { records: [pushed] } = await this.#driver.executeQuery(PUSHED_STORY, {}, this.#database);
    if (pushed) throw new DragomanError('E_SHARED_GRAPH', { what: this.#target.uri, why: `dragoman push loaded story ${String(pushed.get('id'))}; workers need a database that they alone have filled` });
  }
}
