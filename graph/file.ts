// graph.json and graph.jsonl on the disk.

import { constants } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { MultiDirectedGraph } from 'graphology';
import { DragomanError } from '../src/errors.ts';
import { writeAtomically } from './atomic-file.ts';
import { graphDocument, graphLines, LINES_ABOVE } from './json.ts';
import { readLines, readOpening } from './lines.ts';
import { adoptOwnTypes } from './own-types.ts';
import { RecordLists, type Fillable } from './record-lists.ts';
import type { DragomanGraph, EdgeAttributes, EdgeRecord, GraphAttributes, NodeAttributes, NodeRecord } from './schema.ts';
import { sourceOf, type GraphSource } from './source.ts';
import { checkAttributes, checkEdge, checkNode, GraphFlaw } from './validate.ts';

/**
 * Writes the graph: one document, or one object a line above 200,000 edges and under a name that ends in .jsonl.
 * @throws DragomanError E_WRITE; then the old file stays as it was.
 */
export function writeGraph(graph: DragomanGraph | GraphSource, path: string): void {
  const source = sourceOf(graph);
  const lines = source.size > LINES_ABOVE || path.toLowerCase().endsWith('.jsonl');
  writeAtomically(path, lines ? graphLines(source) : graphDocument(source));
}

/**
 * Reads either form, told apart by what the file begins with.
 * @throws DragomanError E_NOT_FOUND, E_PERMISSION, or E_GRAPH_FILE which says what is wrong with it.
 */
export function readGraph(path: string): DragomanGraph {
  return guarded(path, () => {
    const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>({ allowSelfLoops: false });
    fill(graph, isHeader(openingOf(path)) ? recordsOfLines(path) : recordsOfDocument(readDocument(path)));
    return graph;
  });
}

type GraphRecord =
  | { readonly kind: 'graph'; readonly value: unknown; readonly order?: number; readonly size?: number }
  | { readonly kind: 'node' | 'edge'; readonly value: unknown };

function openingOf(path: string): string {
  const opening = readOpening(path);
  if (!opening.trim()) throw new GraphFlaw('it is empty');
  return opening;
}

const isHeader = (line: string): boolean => /^\uFEFF?\s*\{\s*"graph"\s*:/.test(line);

function parse(text: string, where: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (cause) {
    const cut = text.trimStart().startsWith('{') && endsEarly(text, (cause as Error).message);
    throw new GraphFlaw(cut ? `${where} breaks off in the middle; the file was cut short` : `${where} is not JSON`, { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new GraphFlaw(`${where} is JSON, but no object`);
  return value as Readonly<Record<string, unknown>>;
}

/** True where the parser's complaint is about the end of the text: V8 says so, or names a place there. */
function endsEarly(text: string, complaint: string): boolean {
  if (/end of JSON|Unterminated/.test(complaint)) return true;
  const position = / at position (\d+)/.exec(complaint)?.[1];
  return position !== undefined && Number(position) >= text.length;
}

function readDocument(path: string): Readonly<Record<string, unknown>> {
  const { size } = statSync(path);
  if (size > constants.MAX_STRING_LENGTH) {
    throw new GraphFlaw(`it has ${Math.round(size / 1e6)} MB, too much for one document; a graph of that size is kept as .jsonl`);
  }
  return parse(readFileSync(path, 'utf8'), 'it');
}

function* recordsOfDocument(file: Readonly<Record<string, unknown>>): Generator<GraphRecord> {
  const { attributes, nodes, edges } = file;
  if (!Array.isArray(nodes) || !Array.isArray(edges)) throw new GraphFlaw('it has no lists of nodes and edges');
  yield { kind: 'graph', value: attributes };
  for (const value of nodes) yield { kind: 'node', value };
  for (const value of edges) yield { kind: 'edge', value };
}

function* recordsOfLines(path: string): Generator<GraphRecord> {
  for (const { number, text } of readLines(path)) {
    if (!text.trim()) continue;
    const { graph, node, edge } = parse(text, `line ${number}`);
    if (graph !== undefined) {
      const { attributes, order, size } = graph as { attributes?: unknown; order?: unknown; size?: unknown };
      yield { kind: 'graph', value: attributes ?? graph, ...counted('order', order), ...counted('size', size) };
    } else if (node !== undefined) yield { kind: 'node', value: node };
    else if (edge !== undefined) yield { kind: 'edge', value: edge };
    else throw new GraphFlaw(`line ${number} holds neither graph, node nor edge`);
  }
}

function counted(name: 'order' | 'size', value: unknown): { order?: number; size?: number } {
  return typeof value === 'number' ? { [name]: value } : {};
}

function fill(graph: Fillable, records: Iterable<GraphRecord>): void {
  let header: { readonly order?: number; readonly size?: number } = {};
  for (const record of records) {
    if (record.kind === 'graph') {
      checkAttributes(record.value);
      adoptOwnTypes(record.value);
      graph.replaceAttributes(record.value);
      header = record;
    } else if (record.kind === 'node') addNode(graph, record.value);
    else addEdge(graph, record.value);
  }
  if ((header.order ?? graph.order) !== graph.order || (header.size ?? graph.size) !== graph.size) {
    throw new GraphFlaw(`it has ${graph.order} of ${header.order} nodes and ${graph.size} of ${header.size} edges; the file was cut short`);
  }
}

function addNode(graph: Fillable, value: unknown): void {
  checkNode(value, graph.order + 1);
  if (graph.hasNode(value.key)) throw new GraphFlaw(`node ${JSON.stringify(value.key)} stands in it twice`);
  graph.addNode(value.key, value.attributes);
}

function addEdge(graph: Fillable, value: unknown): void {
  checkEdge(value, graph.size + 1);
  if (graph.hasEdge(value.key)) throw new GraphFlaw(`edge ${JSON.stringify(value.key)} stands in it twice`);
  const lost = [value.source, value.target].find((key) => !graph.hasNode(key));
  if (lost !== undefined) throw new GraphFlaw(`edge ${JSON.stringify(value.key)} names the node ${JSON.stringify(lost)}, which it lacks`);
  graph.addDirectedEdgeWithKey(value.key, value.source, value.target, value.attributes);
}

/**
 * A file as a source. One of lines is read anew on each walk: a graph of any size in little memory, its edges' ends
 * unchecked. One document is read whole.
 * @throws DragomanError as `readGraph`; of lines also during a walk
 */
export function fileSource(path: string): GraphSource {
  return guarded(path, () => {
    if (!isHeader(openingOf(path))) {
      const records = new RecordLists();
      fill(records, recordsOfDocument(readDocument(path)));
      return records;
    }
    const [header] = recordsOfLines(path);
    if (header?.kind !== 'graph') throw new GraphFlaw('its first line is not {"graph": …}');
    const { value, order, size } = header;
    checkAttributes(value);
    adoptOwnTypes(value);
    if (order === undefined || size === undefined) throw new GraphFlaw('its first line does not count nodes and edges');
    return { attributes: value, order, size, nodes: () => walk<NodeRecord>(path, 'node', checkNode), edges: () => walk<EdgeRecord>(path, 'edge', checkEdge) };
  });
}

function* walk<T>(path: string, kind: 'node' | 'edge', check: (value: unknown, number: number) => asserts value is T): Generator<T> {
  let number = 0;
  for (const record of recordsOfLines(path)) {
    if (record.kind !== kind) continue;
    const { value } = record;
    guarded(path, () => check(value, ++number));
    yield value as T;
  }
}

function guarded<T>(path: string, step: () => T): T {
  try {
    return step();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new DragomanError('E_NOT_FOUND', { what: path }, { cause });
    if (code === 'EACCES' || code === 'EPERM') throw new DragomanError('E_PERMISSION', { what: path }, { cause });
    if (code === 'EISDIR') throw new DragomanError('E_GRAPH_FILE', { what: path, why: 'it is a folder' }, { cause });
    if (code === 'ERR_STRING_TOO_LONG') throw new DragomanError('E_GRAPH_FILE', { what: path, why: 'one of its lines is too long' }, { cause });
    if (cause instanceof GraphFlaw) throw new DragomanError('E_GRAPH_FILE', { what: path, why: cause.message }, { cause });
    throw cause;
  }
}
