import { setImmediate } from 'node:timers/promises';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CurrentGraph } from '../../graph/reads/index.ts';
import { viewerPage } from '../server/index.ts';
import { toolServer } from './tools.ts';

export interface McpOptions {
  /** graph.json, or the same objects one a line. A corrections.json beside it is applied. */
  readonly graphPath: string;
  /** The program's version, which the assistant is told. */
  readonly version: string;
}

/**
 * Answers an assistant over standard input and output until the input ends or the process is told to.
 * Throws what reading the graph and its corrections throws.
 */
export async function serveAssistant({ graphPath, version }: McpOptions): Promise<void> {
  const graph = new CurrentGraph(graphPath, viewerPage);
  graph.now();
  const { server, idle } = toolServer(graph, version);
  const ended = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once('end', resolve);
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await server.connect(new StdioServerTransport());
  await ended;
  // What was asked last has been handed on by then, and is answered.
  await setImmediate();
  await idle();
  await setImmediate();
  await server.close();
  await graph.close();
}
