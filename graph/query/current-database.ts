import type { QueryDatabase, QueryLimits } from './database.ts';
import type { QueryTable } from './format.ts';

/** A graph that may change while it is asked. */
export interface ChangingGraph {
  /** Another text whenever the graph is another. */
  readonly age: () => string;
  /** Opens it as it is now. */
  readonly open: () => Promise<QueryDatabase>;
}

interface Opened {
  readonly age: string;
  readonly opening: Promise<QueryDatabase>;
  /** Queries that are at work in it. */
  readonly running: Set<Promise<unknown>>;
}

/** Cypher on a graph as it is now: its database is opened at the first query, and anew at the first after the graph has changed. */
export class CurrentDatabase {
  readonly #graph: ChangingGraph;
  #opened: Opened | undefined;

  constructor(graph: ChangingGraph) {
    this.#graph = graph;
  }

  /** @throws DragomanError as `QueryDatabase.open` and its `run` */
  async run(query: string, limits?: QueryLimits): Promise<QueryTable & { readonly total: number }> {
    const opened = this.#now();
    const answer = opened.opening.then((database) => database.run(query, limits));
    opened.running.add(answer);
    try {
      return await answer;
    } finally {
      opened.running.delete(answer);
    }
  }

  /** When all queries have ended and the database is closed. */
  async close(): Promise<void> {
    const last = this.#opened;
    this.#opened = undefined;
    await end(last);
  }

  #now(): Opened {
    const age = this.#graph.age();
    if (this.#opened?.age === age) return this.#opened;
    const before = this.#opened;
    const opened: Opened = { age, opening: end(before).then(this.#graph.open), running: new Set() };
    this.#opened = opened;
    // What could not be opened is tried again by the next query.
    opened.opening.catch(() => { if (this.#opened === opened) this.#opened = undefined; });
    return opened;
  }
}

async function end(opened: Opened | undefined): Promise<void> {
  if (!opened) return;
  await Promise.allSettled(opened.running);
  const database = await opened.opening.catch(() => undefined);
  await database?.close();
}
