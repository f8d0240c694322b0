import { DragomanError } from '../../src/errors.ts';
import type { PushTarget } from './target.ts';

/** How far a push had come. */
export interface Stage {
  /** The server had let the user in. */
  readonly connected: boolean;
  /** What stands in the database already, empty before the first row; absent where no push is under way. */
  readonly loaded?: string;
}

const AUTH = /Security\.(Unauthorized|AuthenticationRateLimit|CredentialsExpired|AuthorizationExpired|TokenExpired)/;
const READ_ONLY = /ReadOnly|Security\.Forbidden|NotALeader|WRITE server/;
const LOST = /ServiceUnavailable|SessionExpired/;

/** What the network's codes mean. */
const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens on that port',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ETIMEDOUT: 'it did not answer in time',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ECONNRESET: 'it closed the connection',
};

/** An error of the driver as one that says what to do. */
export function failureOf(cause: unknown, { uri, user, database }: PushTarget, { connected, loaded }: Stage): DragomanError {
  if (cause instanceof DragomanError) return cause;
  const chain = chainOf(cause);
  const found = (pattern: RegExp): boolean => chain.some(({ code, message }) => pattern.test(`${code} ${message}`));
  if (found(AUTH)) return new DragomanError('E_NEO4J_AUTH', { uri, user, why: 'wrong user or password' }, { cause });
  if (found(/DatabaseNotFound/)) return new DragomanError('E_NEO4J_DATABASE', { uri, why: `there is no database ${database ?? ''}` }, { cause });
  if (found(READ_ONLY)) return new DragomanError('E_NEO4J_DATABASE', { uri, why: `${database ?? 'the database'} may not be written by ${user}` }, { cause });
  if (!connected) return new DragomanError('E_NEO4J_UNREACHABLE', { uri, why: reason(chain) }, { cause });
  const why = found(LOST) ? `the connection was lost (${reason(chain)})` : reason(chain);
  if (loaded === undefined) return new DragomanError('E_SHARED_GRAPH', { what: uri, why }, { cause });
  return new DragomanError('E_PUSH', { uri, why, loaded: loaded || 'nothing' }, { cause });
}

interface Flaw {
  readonly code: string;
  readonly message: string;
}

/** The error and what it was caused by: in routing, the network's own words stand at the end. */
function chainOf(cause: unknown): [Flaw, ...Flaw[]] {
  const chain: Flaw[] = [];
  for (let at = cause; at instanceof Error && chain.length < 8; at = at.cause) {
    chain.push({ code: String((at as NodeJS.ErrnoException).code ?? ''), message: at.message });
  }
  const [first = { code: '', message: String(cause) }, ...others] = chain;
  return [first, ...others];
}

function reason(chain: readonly [Flaw, ...Flaw[]]): string {
  const words = chain.map(({ message }) => message).join('\n');
  const code = Object.keys(NETWORK).find((name) => words.includes(name));
  if (code) return NETWORK[code] ?? code;
  if (/TLS connection|secure|certificate/i.test(words)) return 'it does not speak TLS, or its certificate is not trusted';
  const [first = ''] = chain[0].message.trim().split(/\n|\. (?=[A-Z])/);
  return first.replace(/\.$/, '') || 'no reason given';
}
