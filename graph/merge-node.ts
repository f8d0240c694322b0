import type { Entity } from '../src/model/entity.ts';
import { byCodeUnit } from './keys.ts';
import { NodeTally } from './node-tally.ts';
import type { NodeAttributes } from './schema.ts';

/** What one story says of a node. */
export interface Sighting {
  readonly story: string;
  readonly entity: Entity;
}

/** One node of all that the stories say of it, whatever their order. */
export function mergeNode(sightings: readonly Sighting[]): NodeAttributes {
  const tally = new NodeTally();
  for (const { entity } of sightings) tally.add(entity);
  return { ...tally.attributes(), stories: [...new Set(sightings.map(({ story }) => story))].sort(byCodeUnit) };
}
