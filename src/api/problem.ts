// Errors as RFC 9457 has them.

import { STATUS_CODES, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { SCHEMA_NAMES } from '../../graph/reads/index.ts';
import { DragomanError, type ErrorCode } from '../errors.ts';
import { SECURITY_HEADERS } from '../server/headers.ts';

export const Problem = z.object({
  type: z.literal('about:blank'),
  title: z.string().describe('what the status means'),
  status: z.int(),
  detail: z.string().describe('what is wrong, in one sentence; of a parameter it begins with its name'),
  code: z.string().describe('for programs: E_NODE, E_PARAMETER, E_QUERY …'),
  remedy: z.string().describe('what to do about it'),
}).register(SCHEMA_NAMES, { id: 'Problem' });

/** A request that no read answers: another path, method, origin or body. */
export class RefusedRequest extends DragomanError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, why: string, headers: Readonly<Record<string, string>> = {}) {
    super('E_REQUEST', { why });
    this.status = status;
    this.headers = headers;
  }
}

const STATUS_OF: Partial<Readonly<Record<ErrorCode, number>>> = { E_NODE: 404, E_EDGE: 404, E_PARAMETER: 400, E_QUERY: 400, E_QUERY_LONG: 400 };

/** Answers with what went wrong; what is no fault of the request is a 500. */
export function sendProblem(response: ServerResponse, error: unknown): void {
  const known = error instanceof DragomanError ? error : new DragomanError('E_INTERNAL', { what: 'the answer', why: error instanceof Error ? error.message : String(error) }, { cause: error });
  const status = known instanceof RefusedRequest ? known.status : STATUS_OF[known.code] ?? 500;
  const problem: z.infer<typeof Problem> = { type: 'about:blank', title: STATUS_CODES[status] ?? '', status, detail: known.message, code: known.code, remedy: known.remedy };
  const body = `${JSON.stringify(problem)}\n`;
  response.writeHead(status, {
    ...SECURITY_HEADERS, ...(known instanceof RefusedRequest ? known.headers : {}),
    'cache-control': 'no-store', 'content-type': 'application/problem+json; charset=utf-8', 'content-length': Buffer.byteLength(body),
  }).end(body);
}
