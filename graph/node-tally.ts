import type { Entity, Role } from '../src/model/entity.ts';
import { NODE_TYPES, type NodeType } from '../src/model/vocabulary.ts';
import { byCodeUnit } from './keys.ts';
import type { NodeAttributes } from './schema.ts';
import { Counts } from './tally.ts';

const FIELDS = ['labels', 'knownLabels', 'types', 'aliases', 'wikidata', 'countries', 'roles', 'places'] as const;
type Field = (typeof FIELDS)[number];
type Sums = Readonly<Record<'official' | 'mentions' | 'stories', number>>;

/** What a tally is written as. */
export type NodeTallyJson = Sums & Readonly<Record<Field, readonly (readonly [string, number])[]>>;

const STATUS_ORDER = ['current', 'acting', 'former'];
const round6 = (value: number): number => Math.round(value * 1e6) / 1e6;

/**
 * What the stories say of a node, counted: all that its attributes are decided by, whatever the order of the stories. It
 * grows with the number of different names and offices, not with that of the stories.
 */
export class NodeTally {
  private readonly said: Readonly<Record<Field, Counts>>;
  private readonly sums: { -readonly [Key in keyof Sums]: number };

  constructor(json?: NodeTallyJson) {
    this.said = Object.fromEntries(FIELDS.map((field) => [field, new Counts(json?.[field])])) as Record<Field, Counts>;
    this.sums = { official: json?.official ?? 0, mentions: json?.mentions ?? 0, stories: json?.stories ?? 0 };
  }

  /** How many stories name it. */
  get stories(): number {
    return this.sums.stories;
  }

  /** Counts what one story says; with -1 takes it back. */
  add(entity: Entity, times: 1 | -1 = 1): void {
    const { labels, knownLabels, types, aliases, wikidata, countries, roles, places } = this.said;
    const { lat, lon } = entity;
    labels.add(entity.label, times);
    types.add(entity.type, times);
    for (const alias of new Set(entity.aliases)) aliases.add(alias, times);
    // The lexicon's own name: only what it knows has a QID.
    if (entity.wikidata) knownLabels.add(entity.label, times);
    if (entity.wikidata !== undefined) wikidata.add(entity.wikidata, times);
    if (entity.country !== undefined) countries.add(entity.country, times);
    for (const role of entity.roles ?? []) roles.add(roleText(role), times);
    // A latitude never meets another story's longitude.
    if (lat !== undefined && lon !== undefined) places.add(JSON.stringify({ lat: round6(lat), lon: round6(lon) }), times);
    if (entity.official) this.sums.official += times;
    this.sums.mentions += times * entity.mentions;
    this.sums.stories += times;
  }

  /** The attributes that all stories give together. */
  attributes(): Omit<NodeAttributes, 'stories'> {
    const { labels, knownLabels, aliases, wikidata, countries, places } = this.said;
    const [qid] = wikidata.ranked();
    const [country] = countries.ranked();
    const [place] = places.ranked();
    const roles = rolesOf(this.said.roles);
    return {
      label: (knownLabels.entries().length ? knownLabels : labels).ranked()[0] ?? '',
      type: typeOf(this.said.types),
      aliases: aliases.ranked(),
      ...(qid === undefined ? {} : { wikidata: qid }),
      ...(country === undefined ? {} : { country }),
      ...(this.sums.official ? { official: true } : {}),
      ...(roles.length ? { roles } : {}),
      ...(place === undefined ? {} : JSON.parse(place) as { lat: number; lon: number }),
      mentions: this.sums.mentions,
    };
  }

  toJSON(): NodeTallyJson {
    const said = Object.fromEntries(FIELDS.map((field) => [field, this.said[field].toJSON()])) as Record<Field, [string, number][]>;
    return { ...this.sums, ...said };
  }
}

/** The type of most stories, then the first of the vocabulary. */
function typeOf(types: Counts): NodeType {
  const order = Object.keys(NODE_TYPES);
  const [first] = types.entries().sort(([a, n], [b, m]) => m - n || order.indexOf(a) - order.indexOf(b));
  return (first?.[0] ?? 'Group') as NodeType;
}

/** With its fields in one order: the same role is the same text. */
function roleText({ title, of, status, since, until }: Role): string {
  return JSON.stringify({ title, of, status, since, until });
}

/** One role per office, holder and status; current ones first, then the most often named. */
function rolesOf(counts: Counts): Role[] {
  const groups = new Map<string, { count: number; roles: { readonly role: Role; readonly times: number }[] }>();
  for (const [text, times] of counts.toJSON()) {
    const role = JSON.parse(text) as Role;
    const id = JSON.stringify([role.of, role.status, role.title.toLowerCase()]);
    const group = groups.get(id) ?? { count: 0, roles: [] };
    groups.set(id, group);
    group.count += times;
    group.roles.push({ role, times });
  }
  return [...groups.values()]
    .map(({ count, roles }) => ({ count, role: mergeSame(roles) }))
    .sort((a, b) => STATUS_ORDER.indexOf(a.role.status) - STATUS_ORDER.indexOf(b.role.status)
      || b.count - a.count || byCodeUnit(a.role.of, b.role.of) || byCodeUnit(a.role.title, b.role.title))
    .map(({ role }) => role);
}

function mergeSame(roles: readonly { readonly role: Role; readonly times: number }[]): Role {
  const [first] = roles.map(({ role }) => role) as [Role, ...Role[]];
  const titles = new Counts();
  for (const { role, times } of roles) titles.add(role.title, times);
  const since = roles.flatMap(({ role }) => role.since ?? []).sort(byCodeUnit)[0];
  const until = roles.flatMap(({ role }) => role.until ?? []).sort(byCodeUnit).at(-1);
  return {
    title: titles.ranked()[0] ?? first.title,
    of: first.of,
    status: first.status,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}
