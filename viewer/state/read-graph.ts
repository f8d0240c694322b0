import type { EdgeRecord, GraphAttributes, GraphFile, NodeRecord } from '../../graph/schema.ts';
import { adoptOwnTypes, isOwnTypes } from '../../graph/own-types.ts';
import { adoptTypes, EDGE_TYPE_LIST, NODE_TYPE_LIST } from './vocabulary.ts';

/** Why a text is not a graph of this project; `reason` completes a sentence. */
export class GraphFormatError extends Error {
  readonly reason: string;

  constructor(reason: string, options?: { cause?: unknown }) {
    super(`not a Dragoman graph: ${reason}`, options);
    this.name = 'GraphFormatError';
    this.reason = reason;
  }
}

/** Reads graph.json in either form, one document or one object a line. Throws GraphFormatError. */
export function readGraph(text: string): GraphFile {
  const file = isLines(text) ? readLines(text) : readDocument(text);
  check(file);
  return file;
}

/** The line form starts with an object of one key; a document has "attributes" and "nodes" beside each other. */
function isLines(text: string): boolean {
  return /^\s*\{\s*"(?:graph|node|edge)"\s*:/.test(text.slice(0, 200));
}

function readDocument(text: string): GraphFile {
  return parse(text, 'it is no valid JSON, perhaps cut off') as GraphFile;
}

function readLines(text: string): GraphFile {
  let attributes: GraphAttributes | undefined;
  const nodes: NodeRecord[] = [];
  const edges: EdgeRecord[] = [];
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    if (line.trim() === '') continue;
    const item = parse(line, `line ${number} is no valid JSON, perhaps cut off`) as { graph?: { attributes?: GraphAttributes } & GraphAttributes; node?: NodeRecord; edge?: EdgeRecord };
    if (item.node !== undefined) nodes.push(item.node);
    else if (item.edge !== undefined) edges.push(item.edge);
    else if (item.graph !== undefined) attributes = item.graph.attributes ?? item.graph;
  }
  if (attributes === undefined) throw new GraphFormatError('its {"graph": …} line is missing');
  return { attributes, options: { type: 'directed', multi: true, allowSelfLoops: false }, nodes, edges };
}

function parse(text: string, reason: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new GraphFormatError(reason, { cause });
  }
}

/** A graph may bring types of its own; from here on they are known to the pictures, lists and exports. */
function adopt({ vocabulary }: GraphAttributes): void {
  if (vocabulary === undefined) return;
  if (!isOwnTypes(vocabulary)) throw new GraphFormatError('its vocabulary is no list of node and edge types');
  adoptOwnTypes({ vocabulary });
  adoptTypes(vocabulary);
}

function check(file: GraphFile): void {
  const isObject = typeof file === 'object' && file !== null;
  if (!isObject || !Array.isArray(file.nodes) || !Array.isArray(file.edges)) throw new GraphFormatError('it has no nodes and edges');
  if (file.attributes?.format !== 1) throw new GraphFormatError('its attributes.format is not 1');
  adopt(file.attributes);
  const keys = new Set<string>();
  const nodeTypes = new Set<string>(NODE_TYPE_LIST);
  for (const node of file.nodes) {
    if (typeof node?.key !== 'string' || !nodeTypes.has(node.attributes?.type)) throw new GraphFormatError(`node ${String(node?.key)} has no known type`);
    keys.add(node.key);
  }
  const edgeTypes = new Set<string>(EDGE_TYPE_LIST);
  for (const edge of file.edges) {
    if (!edgeTypes.has(edge?.attributes?.type)) throw new GraphFormatError(`edge ${String(edge?.key)} has no known type`);
    if (!keys.has(edge.source) || !keys.has(edge.target)) throw new GraphFormatError(`edge ${edge.key} has an end that is no node`);
    if (!Array.isArray(edge.attributes.evidence)) throw new GraphFormatError(`edge ${edge.key} has no evidence`);
  }
}
