// graph.json in its two forms, as text in pieces: neither ever stands in memory whole.

import type { GraphSource } from './source.ts';
import { strictJson } from './well-formed.ts';

/** Above this number of edges a graph is written one object a line. */
export const LINES_ABOVE = 200_000;

const OPTIONS = { type: 'directed', multi: true, allowSelfLoops: false } as const;

function* list(items: Iterable<unknown>): Generator<string> {
  let before = '[\n';
  for (const item of items) {
    yield before + strictJson(item);
    before = ',\n';
  }
  yield before === '[\n' ? '[]' : '\n]';
}

/** The one-document form, which `Graph.from(JSON.parse(text))` of graphology reads. A line holds one object. */
export function* graphDocument(graph: GraphSource): Generator<string> {
  const { stories, ...attributes } = graph.attributes;
  yield `{"attributes":${strictJson(attributes).slice(0, -1)},"stories":`;
  yield* list(stories);
  yield `},\n"options":${strictJson(OPTIONS)},\n"nodes":`;
  yield* list(graph.nodes());
  yield ',\n"edges":';
  yield* list(graph.edges());
  yield '}\n';
}

/**
 * The form for large graphs: `{"graph": …}`, then `{"node": …}` and `{"edge": …}`, one a line.
 * The first line tells how many follow, so that a file that was cut short is known.
 */
export function* graphLines(graph: GraphSource): Generator<string> {
  const { attributes, order, size } = graph;
  yield `${strictJson({ graph: { attributes, options: OPTIONS, order, size } })}\n`;
  for (const node of graph.nodes()) yield `${strictJson({ node })}\n`;
  for (const edge of graph.edges()) yield `${strictJson({ edge })}\n`;
}
