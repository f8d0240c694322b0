import type { EdgeType, NodeType } from '../model/vocabulary.ts';

const ACTORS: readonly NodeType[] = ['Country', 'Person', 'Organisation', 'ArmedGroup', 'Group'];
const BODIES: readonly NodeType[] = ['Country', 'Organisation', 'ArmedGroup', 'Group'];
const GROUND: readonly NodeType[] = ['Country', 'Place'];

/** Which kinds of node an edge type can join: what the vocabulary's definitions imply. Types not listed join any actors. */
const ENDS: Partial<Record<EdgeType, { readonly source?: readonly NodeType[]; readonly target?: readonly NodeType[] }>> = {
  HOLDS_ROLE_IN: { source: ['Person'], target: ['Country', 'Organisation', 'ArmedGroup', 'Group', 'Place'] },
  MEMBER_OF: { source: ACTORS, target: ['Organisation', 'ArmedGroup', 'Group'] },
  PART_OF: { source: ['Organisation', 'ArmedGroup', 'Place', 'Group'], target: ['Country', 'Organisation', 'ArmedGroup', 'Place'] },
  LOCATED_IN: { source: ['Place', 'Organisation', 'ArmedGroup', 'Group', 'Event', 'Person'], target: GROUND },
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
  RECOGNISED: { source: BODIES.concat('Person'), target: ['Country', 'Organisation', 'ArmedGroup', 'Place'] },
  KILLED: { target: ['Person', 'Group', 'ArmedGroup', 'Organisation', 'Country'] },
  MET: { source: ACTORS, target: ACTORS },
  SPOKE_WITH: { source: ACTORS, target: ACTORS },
  CALLED_ON: { source: ACTORS, target: ACTORS },
  AGREED_WITH: { source: ACTORS, target: ACTORS },
};

/** True where the vocabulary lets such an edge join such nodes. */
export function mayJoin(type: EdgeType, source: NodeType | undefined, target: NodeType | undefined): boolean {
  const ends = ENDS[type];
  const fits = (allowed: readonly NodeType[] | undefined, actual: NodeType | undefined): boolean => actual !== undefined && (allowed ? allowed.includes(actual) : actual !== 'Event' || type === 'CRITICISED');
  return fits(ends?.source, source) && fits(ends?.target, target);
}
