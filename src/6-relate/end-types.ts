import { ownEdgeType, type EdgeType, type NodeType } from '../model/vocabulary.ts';

const ACTORS: readonly NodeType[] = ['Country', 'Person', 'Organisation', 'ArmedGroup', 'Group'];
const BODIES: readonly NodeType[] = ['Country', 'Organisation', 'ArmedGroup', 'Group'];
const GROUND: readonly NodeType[] = ['Country', 'Place'];

/** Which kinds of node an edge type can join: what the vocabulary's definitions imply. Types not listed join any actors. */
const ENDS: Partial<Record<EdgeType, { readonly source?: readonly NodeType[]; readonly target?: readonly NodeType[] }>> = {
  HOLDS_ROLE_IN: { source: ['Person'], target: ['Country', 'Organisation', 'ArmedGroup', 'Group', 'Place'] },
  MEMBER_OF: { source: ACTORS, target: ['Organisation', 'ArmedGroup', 'Group'] },
  PART_OF: { source: ['Organisation', 'ArmedGroup', 'Place', 'Group'], target: ['Country', 'Organisation', 'ArmedGroup', 'Place'] },
  LOCATED_IN: { source: ['Place', 'Organisation', 'ArmedGroup', 'Group', 'Event', 'Person', 'Country'], target: GROUND },
  CONTROLS: { source: BODIES, target: [...GROUND, 'Organisation'] },
  BORDERS: { source: GROUND, target: GROUND },
  HAS_MISSION_IN: { source: ['Country', 'Organisation', 'ArmedGroup', 'Group'], target: GROUND },
  FAMILY_OF: { source: ['Person'], target: ['Person'] },
  OWNS: { source: ACTORS, target: ['Organisation', 'Place'] },
  TOOK_PART_IN: { source: ACTORS, target: ['Event'] },
  VISITED: { source: ACTORS, target: ['Country', 'Place', 'Person', 'Organisation'] },
  APPOINTED: { source: ACTORS, target: ['Person'] },
  DISMISSED: { source: ACTORS, target: ['Person', 'Group'] },
  INVESTED_IN: { source: ACTORS, target: ['Country', 'Place', 'Organisation'] },
  RECOGNISED: { source: BODIES.concat('Person'), target: ['Country', 'Organisation', 'ArmedGroup', 'Place', 'Person'] },
  ATTACKED: { target: [...ACTORS, 'Place'] },
  COERCED: { target: [...ACTORS, 'Place'] },
  MOBILISED_AGAINST: { target: [...ACTORS, 'Place'] },
  YIELDED_TO: { target: [...ACTORS, 'Place'] },
  AIDED: { target: [...ACTORS, 'Place'] },
  CRITICISED: { target: [...ACTORS, 'Event'] },
  SUPPORTED: { target: [...ACTORS, 'Event'] },
  REJECTED: { target: [...ACTORS, 'Event'] },
  PROTESTED_AGAINST: { target: [...ACTORS, 'Event'] },
  KILLED: { target: ['Person', 'Group', 'ArmedGroup', 'Organisation', 'Country'] },
  MET: { source: ACTORS, target: ACTORS },
  SPOKE_WITH: { source: ACTORS, target: ACTORS },
  CALLED_ON: { source: ACTORS, target: ACTORS },
  AGREED_WITH: { source: ACTORS, target: ACTORS },
};

/** True where a node of that kind can be that end of an edge. */
export function mayStand(type: EdgeType, side: 'source' | 'target', node: NodeType): boolean {
  return (ENDS[type]?.[side] ?? ownEdgeType(type)?.ends?.[side] ?? ACTORS).includes(node);
}

/** True where the vocabulary lets such an edge join such nodes. */
export function mayJoin(type: EdgeType, source: NodeType | undefined, target: NodeType | undefined): boolean {
  return source !== undefined && target !== undefined && mayStand(type, 'source', source) && mayStand(type, 'target', target);
}
