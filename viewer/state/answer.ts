import type { GraphData } from './graph-data.ts';
import type { Focus } from './selection.ts';

/** A value as the server gives it. */
export type AnswerValue = string | number | boolean | null | readonly AnswerValue[] | { readonly [name: string]: AnswerValue };

/** What a query gave; `rows` are the first of `total`. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly AnswerValue[])[];
  readonly total: number;
}

/** What of the graph a value is: by its key, or as a name of one. */
export function recordOf(data: GraphData, value: AnswerValue): { readonly kind: 'node' | 'edge'; readonly index: number } | undefined {
  const key = typeof value === 'string' ? value : typeof value === 'object' && value !== null && 'key' in value ? value['key'] : undefined;
  if (typeof key !== 'string') return undefined;
  const [node, edge] = [data.nodeAt.get(key), data.edgeAt.get(key)];
  if (node !== undefined) return { kind: 'node', index: node };
  return edge === undefined ? undefined : { kind: 'edge', index: edge };
}

/** Nodes and edges that an answer holds, within lists and paths too; undefined where it holds none. */
export function focusOfAnswer(data: GraphData, { rows }: Answer): Focus | undefined {
  const nodes = new Set<number>();
  const edges = new Set<number>();
  const visit = (value: AnswerValue): void => {
    const record = recordOf(data, value);
    if (record?.kind === 'node') nodes.add(record.index);
    else if (record !== undefined) {
      edges.add(record.index);
      nodes.add(data.source[record.index]!).add(data.target[record.index]!);
    } else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) visit(part);
  };
  for (const row of rows) for (const value of row) visit(value);
  return nodes.size === 0 ? undefined : { nodes, edges };
}
