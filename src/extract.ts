import { findMentions } from './3-mention/index.ts';
import { resolveCoreference } from './4-coref/index.ts';
import { linkEntities } from './5-link/index.ts';
import { relate, type Readers } from './6-relate/index.ts';
import { ownTypeOf } from './lexicon/own-types.ts';
import type { Entity } from './model/entity.ts';
import type { Extraction } from './model/extraction.ts';
import type { LinkedStory } from './model/linked-story.ts';
import type { ParsedStory } from './model/parsed-story.ts';
import type { Relation } from './model/extraction.ts';

/** From a parsed story to its entities and relations: the phases in order. Measurements may put another resolver in, and leave a reader out. */
export function extractParsed(parsed: ParsedStory, resolve: typeof resolveCoreference = resolveCoreference, readers: Readers = 'both'): Extraction {
  const linked = link(parsed, resolve);
  return toExtraction(linked, relate(linked, readers));
}

/** The phases that come before relations: who is named, and where. */
export function link(parsed: ParsedStory, resolve: typeof resolveCoreference = resolveCoreference): LinkedStory {
  return linkEntities(resolve(findMentions(parsed)));
}

/** What a story gives, with the relations that were read in it. */
export function toExtraction(linked: LinkedStory, relations: readonly Relation[]): Extraction {
  const entities = keep(linked, relations).map(withOwnType);
  return { story: linked.story, entities, relations, mentions: linkedMentions(linked, entities), sentences: linked.sentences.map(({ start, end }) => [start, end] as const) };
}

/** A user's own type of node is told only now: all phases treat it as the type that it is like. */
function withOwnType(entity: Entity): Entity {
  const type = ownTypeOf(entity);
  return type ? { ...entity, type } : entity;
}

/** Named actors and places stay; groups and events only where something joins them to another. */
function keep(linked: LinkedStory, relations: readonly Relation[]): readonly Entity[] {
  const joined = new Set(relations.flatMap((relation) => [relation.source, relation.target, ...relation.evidence.attributedTo, relation.evidence.place ?? '']));
  return [...linked.entities.values()].filter((entity) => joined.has(entity.key) || isNamed(linked, entity)).sort((a, b) => (a.key < b.key ? -1 : 1));
}

function isNamed(linked: LinkedStory, entity: Entity): boolean {
  if (entity.type === 'Group' || entity.type === 'Event') return false;
  return linked.mentions.some((mention) => mention.form !== 'pronoun' && mention.form !== 'nominal' && linked.entitiesOf[mention.id]?.includes(entity.key));
}

function linkedMentions(linked: LinkedStory, entities: readonly Entity[]): Extraction['mentions'] {
  const kept = new Set(entities.map((entity) => entity.key));
  return linked.mentions.flatMap((mention) => (linked.entitiesOf[mention.id] ?? []).filter((key) => kept.has(key)).map((entity) => ({ start: mention.start, end: mention.end, entity })));
}
