import { findMentions } from './3-mention/index.ts';
import { resolveCoreference } from './4-coref/index.ts';
import { linkEntities } from './5-link/index.ts';
import { relate } from './6-relate/index.ts';
import type { Entity } from './model/entity.ts';
import type { Extraction } from './model/extraction.ts';
import type { LinkedStory } from './model/linked-story.ts';
import type { ParsedStory } from './model/parsed-story.ts';
import type { Relation } from './model/extraction.ts';

/** From a parsed story to its entities and relations: the phases in order. Measurements may put another resolver in. */
export function extractParsed(parsed: ParsedStory, resolve: typeof resolveCoreference = resolveCoreference): Extraction {
  const mentioned = findMentions(parsed);
  const resolved = resolve(mentioned);
  const linked = linkEntities(resolved);
  const relations = relate(linked);
  return { story: parsed.story, entities: keep(linked, relations), relations, mentions: linkedMentions(linked, relations) };
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

function linkedMentions(linked: LinkedStory, relations: readonly Relation[]): Extraction['mentions'] {
  const kept = new Set(keep(linked, relations).map((entity) => entity.key));
  return linked.mentions.flatMap((mention) => (linked.entitiesOf[mention.id] ?? []).filter((key) => kept.has(key)).map((entity) => ({ start: mention.start, end: mention.end, entity })));
}
