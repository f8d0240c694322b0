import { Redis, type RedisOptions } from 'ioredis';
import { DragomanError } from '../errors.ts';
import type { RedisAddress } from './address.ts';

const CONNECT_MS = 10_000;
/** The longest pause between attempts to connect again. */
const RECONNECT_MS = 2000;

/** What the network's codes mean. */
const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens on that port',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ETIMEDOUT: 'it did not answer in time',
  ECONNRESET: 'it closed the connection',
  EHOSTUNREACH: 'the host cannot be reached',
};

/**
 * Connects to a Redis that can keep jobs. Afterwards a lost connection is made again, however long that takes, and commands wait.
 * @throws DragomanError E_REDIS_UNREACHABLE, E_REDIS_AUTH; E_REDIS where the server would drop jobs when its memory is full
 */
export async function openRedis(address: RedisAddress): Promise<Redis> {
  await probe(address);
  const redis = new Redis(address.url, { ...OPTIONS, retryStrategy: (times) => Math.min(times * 100, RECONNECT_MS) });
  // Who uses the connection is told of errors by the commands that they stop; without a listener they would be printed.
  redis.on('error', () => undefined);
  return redis;
}

/** Commands wait for the server rather than fail: what BullMQ needs. */
const OPTIONS = { maxRetriesPerRequest: null, connectTimeout: CONNECT_MS } satisfies RedisOptions;

/** One attempt, which fails with a reason. */
async function probe(address: RedisAddress): Promise<void> {
  const redis = new Redis(address.url, { ...OPTIONS, lazyConnect: true, enableReadyCheck: false, enableOfflineQueue: false, retryStrategy: () => null });
  let cause: unknown;
  redis.on('error', (error) => { cause ??= error; });
  try {
    await redis.connect();
    assertKeepsJobs(address, await redis.info());
  } catch (error) {
    throw failureOf(address, cause ?? error);
  } finally {
    redis.disconnect();
  }
}

function assertKeepsJobs({ shown }: RedisAddress, info: string): void {
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1];
  if (policy !== undefined && policy !== 'noeviction') throw new DragomanError('E_REDIS', { url: shown, why: `its maxmemory-policy is ${policy}, which drops jobs when the memory is full; set noeviction` });
  const version = /^redis_version:(\d+)\.(\d+)/m.exec(info);
  if (version && Number(version[1]) * 100 + Number(version[2]) < 602) throw new DragomanError('E_REDIS', { url: shown, why: `Redis ${version[1]}.${version[2]} is too old; 6.2 or later is needed` });
}

/** What a client of Redis says as an error that says what to do. */
export function failureOf({ shown }: RedisAddress, cause: unknown): DragomanError {
  if (cause instanceof DragomanError) return cause;
  const { message, code = '' } = cause instanceof Error ? cause as NodeJS.ErrnoException : { message: String(cause) };
  if (/NOAUTH|WRONGPASS|NOPERM|invalid password|without any password/i.test(message)) return new DragomanError('E_REDIS_AUTH', { url: shown, why: /NOAUTH/.test(message) ? 'it asks for a password' : 'wrong user or password' }, { cause });
  const away = NETWORK[code] ?? (/^Connection is closed|^Socket closed/.test(message) ? 'it closed the connection' : undefined);
  return away === undefined ? new DragomanError('E_REDIS', { url: shown, why: message }, { cause }) : new DragomanError('E_REDIS_UNREACHABLE', { url: shown, why: away }, { cause });
}
