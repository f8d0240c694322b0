import type { IncomingMessage, ServerResponse } from 'node:http';
import { ageOfGraph } from '../../graph/corrected-source.ts';
import { CurrentDatabase, QueryDatabase } from '../../graph/query/index.ts';
import { DragomanError } from '../errors.ts';
import { mediaType, SECURITY_HEADERS } from './headers.ts';
import { readBody } from './read-body.ts';
import { sendText } from './send-file.ts';

const LONGEST_QUERY = 100_000;
const MOST_ROWS = 1000;

/** Answers Cypher on a graph file, read only; its database is opened at the first query and anew after the file or the corrections beside it have changed. */
export interface Queries {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

export function createQueries(graphPath: string): Queries {
  const current = new CurrentDatabase({ age: () => ageOfGraph(graphPath), open: () => QueryDatabase.open(graphPath) });
  return {
    async answer(request, response) {
      const query = await queryOf(request, response);
      if (query === undefined) return;
      try {
        const body = JSON.stringify(await current.run(query, { rows: MOST_ROWS }));
        response.writeHead(200, { ...SECURITY_HEADERS, 'cache-control': 'no-store', 'content-type': mediaType('.json'), 'content-length': Buffer.byteLength(body) }).end(body);
      } catch (error) {
        if (!(error instanceof DragomanError)) throw error;
        sendText(response, error.code === 'E_QUERY' ? 400 : 500, error.message);
      }
    },
    close: () => current.close(),
  };
}

/** The query that was sent as `{"query": "MATCH …"}`; undefined after an answer that says what is wrong. */
async function queryOf(request: IncomingMessage, response: ServerResponse): Promise<string | undefined> {
  const body = await readBody(request, response, LONGEST_QUERY);
  if (body === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    value = undefined;
  }
  const query = typeof value === 'object' && value !== null && 'query' in value ? value.query : undefined;
  if (typeof query === 'string' && query.trim() !== '') return query;
  sendText(response, 400, 'What was sent is no {"query": "MATCH …"}.');
  return undefined;
}
