import type { Session } from 'neo4j-driver';
import type { DragomanGraph } from '../schema.ts';
import { sourceOf, type GraphSource } from '../source.ts';
import { batchesOf, type Batch } from './batches.ts';
import { failureOf } from './failure.ts';
import { prune, type Pruned } from './prune.ts';
import { partsOf, type RowKind } from './rows.ts';
import { AWAIT_INDEXES, SCHEMA } from './schema.ts';
import { openDriver, type PushTarget } from './target.ts';

/** Rows written so far. */
export type Loaded = Readonly<Record<Exclude<RowKind, 'checks'>, number>>;

export interface PushOptions {
  /** Also remove what an earlier push wrote and this graph does not hold. */
  readonly prune?: boolean;
  /** Called after each batch. */
  readonly onProgress?: (loaded: Loaded) => void;
}

export interface PushSummary {
  readonly loaded: Loaded;
  /** What was not there before. */
  readonly created: { readonly nodes: number; readonly relationships: number };
  readonly pruned?: Pruned;
}

/**
 * Loads a graph into Neo4j: constraints first, then batches, each in a transaction that is tried again after transient
 * errors. The same push twice leaves the database as it was; a later one replaces what changed. A push that broke off
 * is completed by running it again.
 * @throws DragomanError E_NEO4J_UNREACHABLE, E_NEO4J_AUTH, E_NEO4J_DATABASE; E_PUSH which says what was loaded
 */
export async function pushGraph(graph: DragomanGraph | GraphSource, target: PushTarget, options: PushOptions = {}): Promise<PushSummary> {
  const driver = openDriver(target);
  const state: State = { entities: 0, stories: 0, relationships: 0, sentences: 0, links: 0 };
  let connected = false;
  try {
    const { database } = target;
    await driver.verifyConnectivity(database === undefined ? {} : { database });
    connected = true;
    const session = driver.session(database === undefined ? {} : { database });
    return await load(session, sourceOf(graph), options, state);
  } catch (cause) {
    throw failureOf(cause, target, { connected, loaded: describeLoaded(state) });
  } finally {
    await driver.close();
  }
}

type State = { -readonly [Kind in keyof Loaded]: number };

async function load(session: Session, source: GraphSource, options: PushOptions, state: State): Promise<PushSummary> {
  for (const statement of [...SCHEMA, AWAIT_INDEXES]) await session.run(statement);
  const created = { nodes: 0, relationships: 0 };
  for (const part of partsOf(source)) {
    for (const batch of batchesOf(part)) {
      const { nodesCreated, relationshipsCreated } = await write(session, batch);
      created.nodes += nodesCreated;
      created.relationships += relationshipsCreated;
      if (batch.kind !== 'checks') state[batch.kind] += batch.rows.length;
      options.onProgress?.(state);
    }
  }
  return { loaded: { ...state }, created, ...(options.prune ? { pruned: await prune(session, source) } : {}) };
}

async function write(session: Session, { statement, rows }: Batch): Promise<{ nodesCreated: number; relationshipsCreated: number }> {
  const { summary } = await session.executeWrite((transaction) => transaction.run(statement, { rows }));
  return summary.counters.updates() as { nodesCreated: number; relationshipsCreated: number };
}

const SINGULAR = { entities: 'entity', stories: 'story', relationships: 'relationship', sentences: 'sentence' } as const;

/** "21 entities, 1 story and 30 relationships"; empty where nothing was written. */
export function describeLoaded(loaded: Loaded): string {
  const kinds = ['entities', 'stories', 'relationships', 'sentences'] as const;
  const parts = kinds.filter((kind) => loaded[kind]).map((kind) => `${loaded[kind]} ${loaded[kind] === 1 ? SINGULAR[kind] : kind}`);
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts.join('');
}
