// The types of a user's vocabulary, as a graph file carries them: whoever reads the file learns them from it.

import { addOwnTypes, EDGE_TYPE_NAME, isTakenName, NODE_TYPE_NAME, NODE_TYPES, ownEdgeType, ownNodeType, type EdgeClass, type OwnEdgeType, type OwnNodeType, type OwnTypes } from '../src/model/vocabulary.ts';
import { byCodeUnit } from './keys.ts';

const CLASSES: ReadonlySet<unknown> = new Set<EdgeClass>(['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict', 'structure']);

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNameOf = (value: unknown, form: RegExp): value is string => typeof value === 'string' && form.test(value) && !isTakenName(value);
const isLike = (value: unknown): boolean => typeof value === 'string' && isTakenName(value) && Object.hasOwn(NODE_TYPES, value);

function isNodeType(value: unknown): value is OwnNodeType {
  return isObject(value) && isNameOf(value['name'], NODE_TYPE_NAME) && typeof value['means'] === 'string' && isLike(value['like']);
}

function isEdgeType(value: unknown): value is OwnEdgeType {
  return isObject(value) && isNameOf(value['name'], EDGE_TYPE_NAME) && typeof value['means'] === 'string'
    && (value['kind'] === 'event' || value['kind'] === 'state') && CLASSES.has(value['class'])
    && typeof value['symmetric'] === 'boolean' && (value['plover'] === null || typeof value['plover'] === 'string');
}

/** True for what a graph's `vocabulary` may be. */
export function isOwnTypes(value: unknown): value is OwnTypes {
  if (!isObject(value)) return false;
  const { nodeTypes, edgeTypes } = value;
  return Array.isArray(nodeTypes) && nodeTypes.every(isNodeType) && Array.isArray(edgeTypes) && edgeTypes.every(isEdgeType);
}

/** Makes a graph's own types known, so that they can be looked up as those of the vocabulary are. */
export function adoptOwnTypes({ vocabulary }: { readonly vocabulary?: OwnTypes }): void {
  if (vocabulary) addOwnTypes(vocabulary);
}

/** The own types among those of some nodes and edges, by name; undefined where there is none. */
export function ownTypesAmong(nodeTypes: Iterable<string>, edgeTypes: Iterable<string>): OwnTypes | undefined {
  const nodes = [...new Set(nodeTypes)].sort(byCodeUnit).flatMap((name) => ownNodeType(name) ?? []);
  const edges = [...new Set(edgeTypes)].sort(byCodeUnit).flatMap((name) => ownEdgeType(name) ?? []);
  return nodes.length || edges.length ? { nodeTypes: nodes.map(nodeRecord), edgeTypes: edges.map(edgeRecord) } : undefined;
}

const nodeRecord = ({ name, means, like }: OwnNodeType): OwnNodeType => ({ name, means, like });
const edgeRecord = ({ name, kind, class: edgeClass, symmetric, plover, means }: OwnEdgeType): OwnEdgeType => ({ name, kind, class: edgeClass, symmetric, plover, means });
