import type { Entity } from '../model/entity.ts';
import type { Extraction, LinkedMention, Relation } from '../model/extraction.ts';
import { EDGE_TYPES } from '../model/vocabulary.ts';
import type { Grounded } from './ground.ts';

/** `add`: the model's statements beside those of the patterns, which stand where both speak; `only`: in their place. */
export type LlmMode = 'add' | 'only';

/** A story's extraction with what a model read in it. */
export function withStatements(extraction: Extraction, statements: readonly Grounded[], newEntities: readonly Entity[], mode: LlmMode): Extraction {
  const local = mode === 'add' ? extraction.relations : [];
  const said = new Set(local.map(factOf));
  const own: Grounded[] = [];
  for (const statement of statements) {
    const fact = factOf(statement.relation);
    if (said.has(fact)) continue;
    said.add(fact);
    own.push(statement);
  }
  const relations = [...local, ...own.map(({ relation }) => relation)];
  const joined = new Set(relations.flatMap(({ source, target, evidence }) => [source, target, ...evidence.attributedTo, evidence.place ?? '']));
  // As the phases do: an unnamed group or an event counts only where something joins it to another.
  const kept = (entity: Entity): boolean => joined.has(entity.key) || (mode === 'only' && entity.type !== 'Group' && entity.type !== 'Event' && !newEntities.includes(entity));
  const entities = [...(mode === 'add' ? extraction.entities : extraction.entities.filter(kept)), ...newEntities.filter(kept)].sort((a, b) => (a.key < b.key ? -1 : 1));
  const keys = new Set(entities.map(({ key }) => key));
  const mentions = mentionsOf([...extraction.mentions, ...own.flatMap((one) => one.mentions)]).filter(({ entity }) => keys.has(entity));
  return { ...extraction, entities, relations, mentions };
}

/** What a sentence states once: ends, type and polarity. */
function factOf({ source, target, type, polarity, evidence }: Relation): string {
  const ends = EDGE_TYPES[type].symmetric ? [source, target].sort() : [source, target];
  return JSON.stringify([evidence.sentence, type, polarity, ...ends]);
}

function mentionsOf(all: readonly LinkedMention[]): readonly LinkedMention[] {
  const once = new Map(all.map((mention) => [`${mention.start} ${mention.end} ${mention.entity}`, mention]));
  return [...once.values()].sort((a, b) => a.start - b.start || a.end - b.end || (a.entity < b.entity ? -1 : 1));
}
