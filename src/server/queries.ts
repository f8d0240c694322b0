import { statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { QueryDatabase } from '../../graph/query/index.ts';
import { DragomanError } from '../errors.ts';
import { mediaType, SECURITY_HEADERS } from './headers.ts';
import { readBody } from './read-body.ts';
import { sendText } from './send-file.ts';

const LONGEST_QUERY = 100_000;
const MOST_ROWS = 1000;

/** Answers Cypher on a graph file, read only; its database is opened at the first query and anew after the file has changed. */
export interface Queries {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

export function createQueries(graphPath: string): Queries {
  let opened: { readonly age: string; readonly database: Promise<QueryDatabase> } | undefined;
  const close = async (): Promise<void> => {
    const last = opened;
    opened = undefined;
    await (await last?.database.catch(() => undefined))?.close();
  };
  const databaseNow = async (): Promise<QueryDatabase> => {
    const { size, mtimeMs } = statSync(graphPath);
    const age = `${size} ${mtimeMs}`;
    if (opened?.age !== age) {
      const before = opened;
      // The engine is large: a reader who asks nothing never loads it.
      const database = import('../../graph/query/index.ts').then((module) => module.QueryDatabase.open(graphPath));
      opened = { age, database };
      await (await before?.database.catch(() => undefined))?.close();
    }
    return opened.database;
  };
  return {
    async answer(request, response) {
      const query = await queryOf(request, response);
      if (query === undefined) return;
      try {
        const { columns, rows } = await (await databaseNow()).run(query);
        const body = JSON.stringify({ columns, rows: rows.slice(0, MOST_ROWS), total: rows.length });
        response.writeHead(200, { ...SECURITY_HEADERS, 'cache-control': 'no-store', 'content-type': mediaType('.json'), 'content-length': Buffer.byteLength(body) }).end(body);
      } catch (error) {
        if (!(error instanceof DragomanError)) throw error;
        if (error.code !== 'E_QUERY') opened = undefined;
        sendText(response, error.code === 'E_QUERY' ? 400 : 500, error.message);
      }
    },
    close,
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
