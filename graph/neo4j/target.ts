import neo4j, { type Driver } from 'neo4j-driver';
import { DragomanError } from '../../src/errors.ts';

/** A Neo4j database and who may write to it. */
export interface PushTarget {
  /** neo4j://host:7687, or with bolt, and +s or +ssc for encryption. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The user's home database without it. */
  readonly database?: string;
  /** How long a batch is tried again after transient errors, in milliseconds. */
  readonly retryMs?: number;
}

const SCHEMES = ['neo4j:', 'neo4j+s:', 'neo4j+ssc:', 'bolt:', 'bolt+s:', 'bolt+ssc:'];
const CONNECT_MS = 10_000;
const RETRY_MS = 30_000;

/** @throws DragomanError E_USAGE where it is no address of a Neo4j server, or holds a password */
export function checkUri(uri: string): void {
  const parsed = URL.canParse(uri) ? new URL(uri) : undefined;
  if (parsed?.username || parsed?.password) {
    throw new DragomanError('E_USAGE', { what: '--uri holds a user or password; give --user, and the password in NEO4J_PASSWORD' });
  }
  if (!parsed || !SCHEMES.includes(parsed.protocol) || !parsed.hostname) {
    throw new DragomanError('E_USAGE', { what: `--uri ${uri} is not an address such as neo4j://localhost:7687 (neo4j, neo4j+s, bolt, bolt+s)` });
  }
}

/** Opens a driver; nothing is sent yet. @throws DragomanError E_USAGE as `checkUri` */
export function openDriver({ uri, user, password, retryMs = RETRY_MS }: PushTarget): Driver {
  checkUri(uri);
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    connectionTimeout: CONNECT_MS,
    connectionAcquisitionTimeout: CONNECT_MS * 2,
    maxTransactionRetryTime: retryMs,
    maxConnectionPoolSize: 4,
    telemetryDisabled: true,
    userAgent: 'dragoman',
  });
}
