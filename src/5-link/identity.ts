import { countryByIso } from '../lexicon/countries.ts';
import { eventByName, eventRows } from '../lexicon/events.ts';
import { leaderByName, leaderCalled } from '../lexicon/leaders.ts';
import { nationalBodyByName } from '../lexicon/ministries.ts';
import { nationalBody, organisationById, organisationByName, type Organisation } from '../lexicon/organisations.ts';
import { placeByName } from '../lexicon/places.ts';
import type { Entity } from '../model/entity.ts';
import type { Mention } from '../model/mention.ts';
import type { NodeType } from '../model/vocabulary.ts';
import { armedGroupKey, bodyKey, countryKey, eventKey, groupKey, organisationKey, personKey, placeKey } from './keys.ts';

/** What a cluster is: an entity without its aliases, roles and counts. */
export type Identity = Pick<Entity, 'key' | 'label' | 'type' | 'wikidata' | 'country' | 'lat' | 'lon'>;

/** What linking knows of a cluster. */
export interface ClusterFacts {
  readonly type: NodeType;
  readonly mentions: readonly Mention[];
  /** Identity of the country or body that it belongs to. */
  readonly owner?: Identity;
  readonly story: string;
  /** ISO code of the country that the story is mostly about. */
  readonly context?: string;
}

/** Gives a cluster its key and label; undefined where it names nothing (an official without a name). */
export function identify(facts: ClusterFacts): Identity | undefined {
  const referent = facts.mentions.find((mention) => mention.referent)?.referent;
  if (referent?.kind === 'country') return country(referent.iso);
  if (referent?.kind === 'organisation') return organisation(organisationById(referent.id));
  if (referent?.kind === 'place') return place(referent.name, referent.country);
  const name = longestName(facts.mentions);
  if (!name) return undefined;
  switch (facts.type) {
    case 'Person': return person(name, facts);
    case 'Country': return undefined;
    case 'Group': return group(name, facts);
    case 'Event': return event(name);
    case 'Place': return facts.mentions.some((mention) => mention.form === 'name') ? place(name, placeByName(name)?.country ?? facts.owner?.country) : facility(name, facts);
    default: return body(name, facts);
  }
}

/** A country by its code. */
export function country(iso: string): Identity | undefined {
  const row = countryByIso(iso);
  if (!row) return undefined;
  return { key: countryKey(iso), label: row.name, type: 'Country', wikidata: row.qid, country: iso, lat: row.lat, lon: row.lon };
}

function organisation(row: Organisation | undefined): Identity | undefined {
  if (!row) return undefined;
  const key = row.type === 'ArmedGroup' ? armedGroupKey(row.id) : organisationKey(row.id);
  return { key, label: row.name, type: row.type, ...(row.wikidata ? { wikidata: row.wikidata } : {}), ...(row.country ? { country: row.country } : {}) };
}

function place(name: string, iso: string | undefined): Identity {
  const row = placeByName(name, iso);
  const where = row ? { lat: row.lat, lon: row.lon } : capitalPosition(name, iso);
  return { key: placeKey(row?.name ?? name, iso), label: row?.name ?? name, type: 'Place', ...(iso ? { country: iso } : {}), ...where };
}

/** A place without a name is that of one story. */
function facility(name: string, facts: ClusterFacts): Identity {
  const iso = facts.owner?.country;
  return { key: placeKey(`${name} ${facts.story}`, iso), label: name, type: 'Place', ...(iso ? { country: iso } : {}) };
}

function capitalPosition(name: string, iso: string | undefined): { lat?: number; lon?: number } {
  const row = iso ? countryByIso(iso) : undefined;
  return row?.capital[0] === name && row.capitalLat !== undefined && row.capitalLon !== undefined ? { lat: row.capitalLat, lon: row.capitalLon } : {};
}

function person(name: string, facts: ClusterFacts): Identity {
  const titled = facts.mentions.some((mention) => mention.roles.length > 0);
  const leader = name.includes(' ') || titled ? leaderByName(name, facts.owner?.country) : leaderCalled(name);
  const iso = facts.owner?.country ?? leader?.country;
  return { key: personKey(leader?.name ?? name), label: leader?.name ?? name, type: 'Person', ...(iso ? { country: iso } : {}) };
}

function event(name: string): Identity {
  const known = eventByName(name);
  const row = known && eventRows().find((one) => one.id === known.id);
  return { key: eventKey(known?.id ?? name.toLowerCase().replace(/\s+/g, '-')), label: known?.name ?? name, type: 'Event', ...(row?.wikidata ? { wikidata: row.wikidata } : {}) };
}

function group(name: string, facts: ClusterFacts): Identity {
  const owned = facts.owner && facts.mentions.some((mention) => mention.owner !== undefined) ? facts.owner : undefined;
  return { key: groupKey(name, owned?.key, facts.story), label: name, type: 'Group', ...(owned?.country ? { country: owned.country } : {}) };
}

/** An organisation by its name, or by its kind and country ("Iran's Foreign Ministry"). */
function body(name: string, facts: ClusterFacts): Identity {
  // "The Interior Ministry" alone is that of the country that the story is about.
  const iso = facts.owner?.country ?? (/^\p{Lu}/u.test(name) && nationalBodyByName(name) ? facts.context : undefined);
  const bare = withoutCountry(name, iso);
  const portfolio = nationalBodyByName(bare);
  const known = (portfolio && iso ? nationalBody(iso, portfolio.id) : undefined) ?? organisationByName(name, iso ?? facts.context);
  if (known) return { ...organisation(known) as Identity };
  const type = facts.type === 'ArmedGroup' ? 'ArmedGroup' : 'Organisation';
  const generic = facts.mentions.every((mention) => mention.form === 'nominal' || portfolio);
  const organ = portfolio !== undefined || /(military|army|navy|police|court|parliament|forces|government|council|commission|committee)$/i.test(name);
  const label = iso && generic && bare === name && organ ? `${adjectiveOf(iso, facts)} ${name}` : name;
  const key = bodyKey(portfolio?.name ?? bare, generic ? iso : undefined);
  return { key: type === 'ArmedGroup' ? armedGroupKey(key.slice('org:'.length)) : key, label, type, ...(iso ? { country: iso } : {}) };
}

function adjectiveOf(iso: string, facts: ClusterFacts): string {
  if (facts.owner && facts.owner.type !== 'Country') return facts.owner.label;
  const row = countryByIso(iso);
  return row?.demonyms[0] ?? row?.name ?? iso;
}

function withoutCountry(name: string, iso: string | undefined): string {
  const row = iso ? countryByIso(iso) : undefined;
  if (!row) return name;
  const forms = [row.name, ...(row.aliases ?? []), ...row.demonyms].sort((a, b) => b.length - a.length);
  const found = forms.find((form) => name.startsWith(`${form} `) || name.startsWith(`${form}'s `) || name.startsWith(`${form}’s `));
  return found ? name.slice(found.length).replace(/^['’]s/, '').trim() : name;
}

/** The fullest proper name; for groups the first. */
function longestName(mentions: readonly Mention[]): string | undefined {
  const names = mentions.flatMap((mention) => (mention.name && (mention.form === 'name' || mention.form === 'demonym') ? [mention.name] : []));
  const described = mentions.flatMap((mention) => (mention.name && mention.form === 'nominal' ? [mention.name] : []));
  const pool = names.length ? names : described;
  return [...pool].sort((a, b) => b.split(' ').length - a.split(' ').length || b.length - a.length)[0];
}
