// Order and class of the vocabulary's types as the viewer shows them. The class of each type is checked
// against src/model/vocabulary.ts by the compiler: the viewer takes types from there, never code.

import type { EDGE_TYPES, EdgeClass, EdgeType, NODE_TYPES, NodeType, OwnTypes } from '../../src/model/vocabulary.ts';

export type { EdgeClass, EdgeType, NodeType } from '../../src/model/vocabulary.ts';

type ClassOf = { readonly [T in EdgeType]: (typeof EDGE_TYPES)[T]['class'] };

const CLASS_OF_TYPE: ClassOf = {
  MET: 'verbal-cooperation',
  SPOKE_WITH: 'verbal-cooperation',
  WROTE_TO: 'verbal-cooperation',
  VISITED: 'verbal-cooperation',
  MEDIATED: 'verbal-cooperation',
  PRAISED: 'verbal-cooperation',
  SUPPORTED: 'verbal-cooperation',
  AGREED_WITH: 'verbal-cooperation',
  RECOGNISED: 'verbal-cooperation',
  PARTNERS_WITH: 'material-cooperation',
  AIDED: 'material-cooperation',
  INVESTED_IN: 'material-cooperation',
  YIELDED_TO: 'material-cooperation',
  APPOINTED: 'material-cooperation',
  ALLIED_WITH: 'material-cooperation',
  CALLED_ON: 'verbal-conflict',
  CRITICISED: 'verbal-conflict',
  ACCUSED: 'verbal-conflict',
  DENIED: 'verbal-conflict',
  REJECTED: 'verbal-conflict',
  THREATENED: 'verbal-conflict',
  PROTESTED_AGAINST: 'verbal-conflict',
  AT_ODDS_WITH: 'verbal-conflict',
  SANCTIONED: 'material-conflict',
  CHARGED: 'material-conflict',
  DISMISSED: 'material-conflict',
  DETAINED: 'material-conflict',
  COERCED: 'material-conflict',
  MOBILISED_AGAINST: 'material-conflict',
  ATTACKED: 'material-conflict',
  KILLED: 'material-conflict',
  FOUGHT: 'material-conflict',
  HOLDS_ROLE_IN: 'structure',
  MEMBER_OF: 'structure',
  PART_OF: 'structure',
  LOCATED_IN: 'structure',
  CONTROLS: 'structure',
  BORDERS: 'structure',
  HAS_MISSION_IN: 'structure',
  FAMILY_OF: 'structure',
  OWNS: 'structure',
  TOOK_PART_IN: 'structure',
};

const NODE_TYPE_ORDER: Readonly<Record<keyof typeof NODE_TYPES, number>> = {
  Country: 0, Person: 1, Organisation: 2, ArmedGroup: 3, Place: 4, Group: 5, Event: 6,
};

const edgeTypes = Object.keys(CLASS_OF_TYPE) as EdgeType[];

/** Every edge type, class by class; those of an opened graph's own vocabulary last. */
export const EDGE_TYPE_LIST: readonly EdgeType[] = edgeTypes;

const nodeTypes = Object.keys(NODE_TYPE_ORDER) as NodeType[];

/** Every node type, in the legend's order; those of an opened graph's own vocabulary last. */
export const NODE_TYPE_LIST: readonly NodeType[] = nodeTypes;

/** The classes from cooperation to conflict, structure last. */
export const EDGE_CLASS_LIST: readonly EdgeClass[] = [
  'verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict', 'structure',
];

/** The coarse class that gives an edge type its colour. */
export function classOf(type: EdgeType): EdgeClass {
  return CLASS_OF_TYPE[type] ?? ownClasses.get(type) ?? 'structure';
}

const ownClasses = new Map<string, EdgeClass>();
const likes = new Map<string, NodeType>();

/** The type whose colour a node has: its own, or the one that a graph's own type is like. */
export function colourTypeOf(type: NodeType): NodeType {
  return likes.get(type) ?? type;
}

/** Makes the types of an opened graph's own vocabulary known beside those that every graph has. */
export function adoptTypes(own: OwnTypes): void {
  for (const { name, like } of own.nodeTypes) {
    if (!nodeTypes.includes(name as NodeType)) nodeTypes.push(name as NodeType);
    likes.set(name, like);
  }
  for (const { name, class: edgeClass } of own.edgeTypes) {
    if (!edgeTypes.includes(name as EdgeType)) edgeTypes.push(name as EdgeType);
    ownClasses.set(name, edgeClass);
  }
}
