import { DragomanError } from '../../src/errors.ts';
import type { PushTarget } from './target.ts';

/** What the driver's errors have. */
interface DriverError {
  readonly code?: string;
  readonly message?: string;
}

const AUTH = /Security\.(Unauthorized|AuthenticationRateLimit|CredentialsExpired|AuthorizationExpired|TokenExpired)/;
const READ_ONLY = /ReadOnly|Security\.Forbidden|NotALeader|Cluster\.RoutingFailed/;
const LOST = /ServiceUnavailable|SessionExpired|TransientError|ConnectionReadTimeout/;

/**
 * An error of the driver as one that says what to do.
 * @param loaded what stands in the database already, empty before the first row
 */
export function failureOf(cause: unknown, { uri, user, database }: PushTarget, loaded: string): DragomanError {
  if (cause instanceof DragomanError) return cause;
  const { code = '', message = '' } = cause as DriverError;
  const why = reason(message);
  if (AUTH.test(code)) return new DragomanError('E_NEO4J_AUTH', { uri, user, why }, { cause });
  if (code.includes('DatabaseNotFound')) return new DragomanError('E_NEO4J_DATABASE', { uri, why: `there is no database ${database ?? ''}` }, { cause });
  if (READ_ONLY.test(code) || /WRITE server/.test(message)) {
    return new DragomanError('E_NEO4J_DATABASE', { uri, why: `${database ?? 'the database'} is read-only for ${user}` }, { cause });
  }
  if (!loaded && LOST.test(code)) return new DragomanError('E_NEO4J_UNREACHABLE', { uri, why }, { cause });
  return new DragomanError('E_PUSH', { uri, why, loaded: loaded || 'nothing' }, { cause });
}

/** The first sentence of the driver's words, without its advice. */
function reason(message: string): string {
  const [first = ''] = message.trim().split(/\n|\. (?=[A-Z])/);
  return first.replace(/\.$/, '') || 'no reason given';
}
