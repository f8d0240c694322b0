import { DragomanError } from '../errors.ts';

const DEFAULT = 'redis://127.0.0.1:6379';

/** A Redis server: with what is needed to log in, and as it may be shown. */
export interface RedisAddress {
  readonly url: string;
  readonly shown: string;
}

/**
 * The server of --redis, else of REDIS_URL, else on this machine. Only REDIS_URL may hold a password: others on the machine see the
 * command line.
 * @throws DragomanError E_USAGE where it is no address of a Redis server
 */
export function redisAddress(given: string | undefined, environment: string | undefined = process.env['REDIS_URL']): RedisAddress {
  const url = given ?? (environment || DEFAULT);
  const option = given === undefined ? 'REDIS_URL' : '--redis';
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (given !== undefined && parsed && (parsed.password || parsed.username)) throw new DragomanError('E_USAGE', { what: '--redis holds a user or password; put the whole address into REDIS_URL instead' });
  if (!parsed || !['redis:', 'rediss:'].includes(parsed.protocol) || !parsed.hostname || !/^\/?\d*$/.test(parsed.pathname)) {
    throw new DragomanError('E_USAGE', { what: `${option} ${given === undefined ? '' : `${given} `}is not an address such as ${DEFAULT} (redis, rediss)` });
  }
  return { url, shown: `${parsed.protocol}//${parsed.host}${parsed.pathname}` };
}
