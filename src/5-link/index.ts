import { countryByCapital } from '../lexicon/countries.ts';
import type { Entity } from '../model/entity.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Mention } from '../model/mention.ts';
import type { ResolvedStory } from '../model/mentioned-story.ts';
import type { NodeType } from '../model/vocabulary.ts';
import { aliasesOf } from './aliases.ts';
import { country, identify, type Identity } from './identity.ts';
import { dealingWith, nearest } from './nearest.ts';
import { officeOwner, rolesOf } from './roles.ts';

/** Gives every cluster its entity: a stable key, a label, what the lexicon knows of it. */
export function linkEntities(story: ResolvedStory): LinkedStory {
  const linker = new Linker(story);
  const identities = story.clusters.map((cluster) => linker.identityOf(cluster.id));
  const keysOf = (mention: number): readonly string[] =>
    [...new Set((story.clustersOf[mention] ?? []).flatMap((cluster) => identities[cluster]?.key ?? []))];
  const entities = new Map<string, Entity>();
  const grouped = new Map<string, { identity: Identity; mentions: Mention[] }>();
  story.clusters.forEach((cluster, i) => {
    const identity = identities[i];
    if (!identity) return;
    const entry = grouped.get(identity.key) ?? { identity, mentions: [] };
    entry.mentions.push(...cluster.mentions.flatMap((id) => story.mentions[id] ?? []));
    grouped.set(identity.key, entry);
  });
  const countryOf = (key: string): string | undefined => {
    const iso = key.startsWith('person:') ? grouped.get(key)?.identity.country : undefined;
    return iso ? `country:${iso}` : undefined;
  };
  for (const { identity, mentions } of grouped.values()) entities.set(identity.key, describe(story, identity, mentions, keysOf, countryOf, linker.context()));
  addHosts(entities);
  return { ...story, entities, entitiesOf: story.mentions.map((mention) => keysOf(mention.id)) };
}

function addCountry(entities: Map<string, Entity>, iso: string | undefined): void {
  const host = iso === undefined || entities.has(`country:${iso}`) ? undefined : country(iso);
  if (host) entities.set(host.key, { ...host, aliases: [], mentions: 0 });
}

/** Countries that a story means without naming them: of "President Bush", or of a capital that may act. */
function addHosts(entities: Map<string, Entity>): void {
  for (const role of [...entities.values()].flatMap((entity) => entity.roles ?? [])) {
    addCountry(entities, /^country:(.+)$/.exec(role.of)?.[1]);
  }
  for (const entity of Array.from(entities.values())) if (entity.type === 'Place' && countryByCapital(entity.label)) addCountry(entities, entity.country);
}

function describe(story: ResolvedStory, identity: Identity, mentions: readonly Mention[], keysOf: (mention: number) => readonly string[], countryOf: (key: string) => string | undefined, context: string | undefined): Entity {
  const aliases = aliasesOf(story, identity, mentions);
  const base = { ...identity, aliases, mentions: mentions.length };
  if (identity.type !== 'Person') return base;
  const said = mentions.filter((mention) => mention.form === 'name').flatMap((mention) => mention.roles.flatMap((role) => role.of.flatMap(keysOf))).filter((key) => key.startsWith('country:'));
  const roles = rolesOf(mentions, (role, mention) => {
    const dealing = dealingWith(story, mention, keysOf);
    const near = (kind: RegExp): string | undefined => nearest(story, mention, keysOf, kind, dealing);
    return officeOwner(role, keysOf, { name: identity.label, said, countryOf, near: near(/^country:/), nearBody: near(/^(country|org):/), context: context && dealing.has(context) ? undefined : context });
  });
  return roles.length ? { ...base, roles, official: true, ...(base.country ? {} : countryOfRoles(roles)) } : base;
}

function countryOfRoles(roles: NonNullable<Entity['roles']>): { country?: string } {
  const country = roles.map((role) => /^country:(\w+)/.exec(role.of)?.[1] ?? /^org:([A-Z]{2}):/.exec(role.of)?.[1]).find((iso) => iso !== undefined);
  return country ? { country } : {};
}

/** Identities by cluster, each found once; an official without a name is the country or body it speaks for. */
class Linker {
  private readonly story: ResolvedStory;
  private readonly found = new Map<number, Identity | undefined>();

  constructor(story: ResolvedStory) {
    this.story = story;
  }

  identityOf(cluster: number): Identity | undefined {
    if (this.found.has(cluster)) return this.found.get(cluster);
    this.found.set(cluster, undefined);
    const mentions = (this.story.clusters[cluster]?.mentions ?? []).flatMap((id) => this.story.mentions[id] ?? []);
    const owner = this.ownerOf(mentions);
    const iso = this.context()?.slice('country:'.length);
    const identity = identify({ type: typeOf(mentions), mentions, story: this.story.story.id, ...(owner ? { owner } : {}), ...(iso ? { context: iso } : {}) })
      ?? (mentions[0]?.type === 'Person' ? owner : undefined);
    this.found.set(cluster, identity);
    return identity;
  }

  private ownerOf(mentions: readonly Mention[]): Identity | undefined {
    for (const mention of mentions) {
      for (const id of [mention.owner, ...mention.roles.flatMap((role) => role.of)]) {
        const cluster = id === undefined ? undefined : this.story.clustersOf[id]?.[0];
        const owner = cluster === undefined ? undefined : this.identityOf(cluster);
        if (owner) return owner;
      }
    }
    return undefined;
  }

  private contextKey: string | null | undefined;

  /** Key of the country that the story speaks of most; the first of those as often. */
  context(): string | undefined {
    if (this.contextKey === undefined) {
      let best: { key: string; count: number } | undefined;
      for (const cluster of this.story.clusters) {
        const referent = cluster.mentions.map((id) => this.story.mentions[id]?.referent).find((one) => one?.kind === 'country');
        if (referent?.kind !== 'country') continue;
        if (!best || cluster.mentions.length > best.count) best = { key: `country:${referent.iso}`, count: cluster.mentions.length };
      }
      this.contextKey = best?.key ?? null;
    }
    return this.contextKey ?? undefined;
  }
}

function typeOf(mentions: readonly Mention[]): NodeType {
  const named = mentions.find((mention) => mention.form === 'name') ?? mentions[0];
  return named?.type ?? 'Organisation';
}
