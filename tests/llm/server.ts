// A server on this machine that speaks as much of the chat protocol as the tests need.

import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly temperature?: number;
    readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema: object; readonly strict: boolean } };
    readonly messages: readonly { readonly role: string; readonly content: string }[];
  };
}

/** What the server does with the n-th request, counted from 0. */
export type Reply = (response: ServerResponse, asked: Asked, number: number) => void;

export interface ChatServer {
  readonly url: string;
  readonly asked: Asked[];
  close(): Promise<void>;
}

export async function chatServer(reply: Reply): Promise<ChatServer> {
  const asked: Asked[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one: Asked = { path: request.url ?? '', headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Asked['body'] };
      asked.push(one);
      reply(response, one, asked.length - 1);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => { resolve(); });
    }),
  };
}

export function json(response: ServerResponse, status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(value));
}

/** A chat completion with this content. */
export function says(response: ServerResponse, content: string, finish = 'stop'): void {
  json(response, 200, { id: 'x', choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }], usage: { prompt_tokens: 100, completion_tokens: 20 } });
}
