import { country, identify, type Identity } from '../5-link/identity.ts';
import { countryByCapital, countryByDemonym, countryByName } from '../lexicon/countries.ts';
import { foldName } from '../lexicon/fold-name.ts';
import type { Entity } from '../model/entity.ts';
import type { TextSpan } from '../model/evidence.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Mention } from '../model/mention.ts';
import { ownNodeType, type NodeType } from '../model/vocabulary.ts';
import { placesOf } from './find.ts';

/** Gives what a model names the keys that the story's own phases gave, or would give. */
export class Resolver {
  private readonly extraction: Extraction;
  private readonly names: ReadonlyMap<string, string | null>;
  private readonly added = new Map<string, Entity>();

  constructor(extraction: Extraction) {
    this.extraction = extraction;
    this.names = nameTable(extraction.entities);
  }

  /** Entities that only the model saw. */
  get newEntities(): readonly Entity[] {
    return [...this.added.values()];
  }

  entity(key: string): Entity | undefined {
    return this.added.get(key) ?? this.extraction.entities.find((entity) => entity.key === key);
  }

  /** The entity of a mention; undefined where it names nothing that the story speaks of. */
  atMention(mention: TextSpan, name: string, type: NodeType): Entity | undefined {
    const here = this.extraction.mentions.filter((one) => one.start === mention.start && one.end === mention.end || one.end === mention.end && one.start > mention.start);
    const [local] = here.length === 1 ? here : [];
    const named = this.known(name);
    // A name in the text speaks for itself; of "he" and "the movement" the model may know more than the phases do.
    const own = local && this.entity(local.entity);
    if (own && (isName(mention.text) || !named)) return own;
    return named ?? this.made(name, type, mention);
  }

  /** The entity that a name anywhere in the story stands for. */
  byName(name: string): Entity | undefined {
    return this.known(name);
  }

  private known(name: string): Entity | undefined {
    const key = this.names.get(foldName(name));
    if (key) return this.entity(key);
    return [...this.added.values()].find((entity) => foldName(entity.label) === foldName(name));
  }

  /** A name that the phases did not see, by the same rules as theirs; it must stand in the story, or be the country that the mention means. */
  private made(name: string, type: NodeType, mention: TextSpan): Entity | undefined {
    const { story } = this.extraction;
    const meant = countryByDemonym(mention.text) ?? countryByName(mention.text) ?? countryByCapital(mention.text);
    const asCountry = countryByName(name);
    const stands = placesOf(name, story.text, 0, story.text.length).length > 0;
    if (!stands && (!asCountry || asCountry.iso !== meant?.iso)) return undefined;
    const identity = type === 'Country' || asCountry ? asCountry && country(asCountry.iso) : this.identityOf(name, type, mention);
    if (!identity) return undefined;
    const same = this.entity(identity.key);
    if (same) return same;
    const entity: Entity = { ...identity, ...(ownNodeType(type) ? { type } : {}), aliases: [], mentions: 1 };
    this.added.set(entity.key, entity);
    return entity;
  }

  private identityOf(name: string, type: NodeType, span: TextSpan): Identity | undefined {
    const base = ownNodeType(type)?.like ?? type;
    const mention: Mention = {
      id: 0, sentence: 0, first: 0, last: 1, head: 0, anchors: [], text: name, start: span.start, end: span.end,
      form: base === 'Group' ? 'nominal' : 'name', type: base, name, plural: base === 'Group', definite: false, roles: [],
    };
    return identify({ type: base, mentions: [mention], story: this.extraction.story.id });
  }
}

/** Names of the story's entities; null for one that several share. */
function nameTable(entities: readonly Entity[]): ReadonlyMap<string, string | null> {
  const table = new Map<string, string | null>();
  for (const entity of entities) {
    for (const name of new Set([entity.label, ...entity.aliases].map(foldName))) table.set(name, table.has(name) ? null : entity.key);
  }
  return table;
}

const PRONOUN = /^(?:I|he|she|it|they|we|you|him|her|them|us|his|hers|its|their|our|my|this|that|these|those|who|both|each)$/i;

/** "Omar Haddad", "U.S."; not "He", "the movement". */
function isName(text: string): boolean {
  return /^\p{Lu}/u.test(text) && !PRONOUN.test(text) && !/^(?:The|A|An|His|Her|Its|Their)\s+\p{Ll}/u.test(text);
}
