// Small extractions for the tests of graph/: made by hand, as the phases would give them.

import type { Entity } from '../../src/model/entity.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { Extraction, Relation } from '../../src/model/extraction.ts';
import type { Story } from '../../src/model/story.ts';

export function story(id: string, text = `Text of ${id}.`): Story {
  return { id, title: `Title of ${id}`, text, source: `${id}.txt`, sha256: `hash-of-${text}` };
}

export function entity(key: string, more: Partial<Entity> = {}): Entity {
  const label = key.slice(key.indexOf(':') + 1);
  return { key, label, type: 'Country', aliases: [label], mentions: 1, ...more };
}

export function evidence(id: string, more: Partial<Evidence> = {}): Evidence {
  return {
    story: id,
    sentence: 0,
    start: 0,
    end: 4,
    text: 'Text',
    trigger: { text: 'met', start: 2, end: 3 },
    sourceMention: { text: 'S', start: 0, end: 1 },
    targetMention: { text: 'T', start: 3, end: 4 },
    attributedTo: [],
    rule: 'test',
    confidence: 0.8,
    ...more,
  };
}

export function relation(source: string, type: Relation['type'], target: string, given: Evidence, more: Partial<Relation> = {}): Relation {
  return { source, type, target, polarity: 'affirmed', modality: 'asserted', evidence: given, ...more };
}

/** An extraction whose nodes are the given ones and any that the relations name. */
export function extraction(of: Story, entities: readonly Entity[], relations: readonly Relation[] = []): Extraction {
  const known = new Set(entities.map(({ key }) => key));
  const named = new Set(relations.flatMap((item) => [item.source, item.target, ...item.evidence.attributedTo]));
  const missing = [...named].filter((key) => !known.has(key)).map((key) => entity(key));
  return { story: of, entities: [...entities, ...missing], relations, mentions: [] };
}
