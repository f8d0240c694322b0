import type { Entity, Role } from '../src/model/entity.ts';
import { NODE_TYPES, type NodeType } from '../src/model/vocabulary.ts';
import { byCodeUnit } from './keys.ts';
import type { NodeAttributes } from './schema.ts';
import { byFrequency, mostFrequent } from './tally.ts';

/** What one story says of a node. */
export interface Sighting {
  readonly story: string;
  readonly entity: Entity;
}

const STATUS_ORDER = ['current', 'acting', 'former'];

/** The lexicon's name where it knows the node (only then is there a QID), else the commonest, else the smallest. */
function labelOf(entities: readonly Entity[]): string {
  const known = entities.filter((entity) => entity.wikidata);
  return mostFrequent((known.length ? known : entities).map((entity) => entity.label)) ?? '';
}

/** The type of most stories, then the first of the vocabulary. */
function typeOf(entities: readonly Entity[]): NodeType {
  const order = Object.keys(NODE_TYPES);
  const rank = (type: NodeType): number => entities.filter((entity) => entity.type === type).length;
  const types = [...new Set(entities.map((entity) => entity.type))];
  types.sort((a, b) => rank(b) - rank(a) || order.indexOf(a) - order.indexOf(b));
  return types[0] ?? 'Group';
}

function mergeSame(roles: readonly Role[]): Role {
  const [first] = roles as readonly [Role, ...Role[]];
  const since = roles.flatMap((role) => role.since ?? []).sort(byCodeUnit)[0];
  const until = roles.flatMap((role) => role.until ?? []).sort(byCodeUnit).at(-1);
  return {
    title: mostFrequent(roles.map((role) => role.title)) ?? first.title,
    of: first.of,
    status: first.status,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}

/** One role per office, holder and status; current ones first, then the most often named. */
function mergeRoles(roles: readonly Role[]): Role[] {
  const groups = new Map<string, Role[]>();
  for (const role of roles) {
    const id = JSON.stringify([role.of, role.status, role.title.toLowerCase()]);
    const group = groups.get(id);
    if (group) group.push(role);
    else groups.set(id, [role]);
  }
  return [...groups.values()]
    .map((group) => ({ count: group.length, role: mergeSame(group) }))
    .sort((a, b) => STATUS_ORDER.indexOf(a.role.status) - STATUS_ORDER.indexOf(b.role.status)
      || b.count - a.count || byCodeUnit(a.role.of, b.role.of) || byCodeUnit(a.role.title, b.role.title))
    .map(({ role }) => role);
}

/** Coordinates of one story are kept together: a latitude never meets another story's longitude. */
function coordinatesOf(entities: readonly Entity[]): { lat?: number; lon?: number } {
  const pairs = entities.flatMap(({ lat, lon }) => (lat === undefined || lon === undefined ? [] : [JSON.stringify({ lat: round6(lat), lon: round6(lon) })]));
  const pair = mostFrequent(pairs);
  return pair === undefined ? {} : JSON.parse(pair) as { lat: number; lon: number };
}

const round6 = (value: number): number => Math.round(value * 1e6) / 1e6;

/** One node of all that the stories say of it, whatever their order. */
export function mergeNode(sightings: readonly Sighting[]): NodeAttributes {
  const entities = sightings.map((sighting) => sighting.entity);
  const wikidata = mostFrequent(entities.flatMap((entity) => entity.wikidata ?? []));
  const country = mostFrequent(entities.flatMap((entity) => entity.country ?? []));
  const roles = mergeRoles(entities.flatMap((entity) => entity.roles ?? []));
  return {
    label: labelOf(entities),
    type: typeOf(entities),
    aliases: byFrequency(entities.flatMap((entity) => [...new Set(entity.aliases)])),
    ...(wikidata === undefined ? {} : { wikidata }),
    ...(country === undefined ? {} : { country }),
    ...(entities.some((entity) => entity.official) ? { official: true } : {}),
    ...(roles.length ? { roles } : {}),
    ...coordinatesOf(entities),
    mentions: entities.reduce((sum, entity) => sum + entity.mentions, 0),
    stories: [...new Set(sightings.map((sighting) => sighting.story))].sort(byCodeUnit),
  };
}
