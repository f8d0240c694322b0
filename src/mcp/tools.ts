// The reads as tools of the Model Context Protocol.

import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { CAUTION, EXPORT, READS, type CurrentGraph } from '../../graph/reads/index.ts';
import { DragomanError } from '../errors.ts';

const ANNOTATIONS = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const;

/** A file is too long for one answer: it is given in parts. */
const EXPORT_INPUT = EXPORT.input.extend({
  offset: z.int().min(0).default(0).describe('where the part begins, in UTF-16 units'),
  length: z.int().min(1).max(200_000).default(20_000).describe('how long the part is at most'),
});

const EXPORT_OUTPUT = z.object({
  name: z.string().describe('name of the file'),
  mediaType: z.string(),
  total: z.int().describe('length of the whole file, in UTF-16 units'),
  text: z.string().describe('the part that was asked for'),
});

export interface ToolServer {
  readonly server: McpServer;
  /** When no call is at work any more. */
  readonly idle: () => Promise<void>;
}

/** A server whose tools answer from a graph. What a tool cannot answer is an error of that call, and the next one is answered. */
export function toolServer(graph: CurrentGraph, version: string): ToolServer {
  const running = new Set<Promise<unknown>>();
  const resultOf = async (make: () => Promise<Answer>): Promise<CallToolResult> => {
    const result = attempt(make);
    running.add(result);
    return result.finally(() => running.delete(result));
  };
  const server = new McpServer({ name: 'dragoman', title: 'Dragoman', version }, { instructions: `A graph of who did what to whom, read from news stories. ${CAUTION}` });
  for (const { name, title, description, input, output, answer } of READS) {
    const tool = { title, description: `${description} ${CAUTION}`, inputSchema: input, outputSchema: output, annotations: ANNOTATIONS };
    server.registerTool(name, tool, (sent: unknown) => resultOf(() => answer(graph.now(), sent)));
  }
  const tool = { title: EXPORT.title, description: `${EXPORT.description} Long: it comes in parts. ${CAUTION}`, inputSchema: EXPORT_INPUT, outputSchema: EXPORT_OUTPUT, annotations: ANNOTATIONS };
  server.registerTool(EXPORT.name, tool, (sent) => resultOf(() => exportPart(graph, sent)));
  return { server, idle: async () => { await Promise.all(running); } };
}

type Answer = Readonly<Record<string, unknown>>;

async function attempt(make: () => Promise<Answer>): Promise<CallToolResult> {
  try {
    const answer = await make();
    return { structuredContent: answer, content: [{ type: 'text', text: JSON.stringify(answer) }] };
  } catch (error) {
    const text = error instanceof DragomanError ? `${error.code}: ${error.message} (${error.remedy})` : `E_INTERNAL: ${error instanceof Error ? error.message : String(error)}`;
    return { isError: true, content: [{ type: 'text', text }] };
  }
}

async function exportPart(graph: CurrentGraph, { offset, length, ...input }: z.output<typeof EXPORT_INPUT>): Promise<z.infer<typeof EXPORT_OUTPUT>> {
  const { name, mediaType, chunks } = EXPORT.file(graph.now(), input);
  let total = 0;
  let text = '';
  for (const chunk of chunks) {
    text += chunk.slice(Math.max(0, offset - total), Math.max(0, offset + length - total));
    total += chunk.length;
  }
  return { name, mediaType, total, text };
}
