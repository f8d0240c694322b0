import { DragomanError } from '../src/errors.ts';
import type { Extraction } from '../src/model/extraction.ts';
import type { Story } from '../src/model/story.ts';
import { edgeKey } from './keys.ts';
import { oriented, type Statement } from './merge-edge.ts';

/** A statement with the story that it stands in. */
export interface PrintedStatement extends Statement {
  readonly printed: Story;
}

/** What a story states, each with the key of its edge; `id` is the story's in the graph. Nothing is stated of a node and itself. */
export function* statementsOf({ story, relations }: Pick<Extraction, 'story' | 'relations'>, id: string): Generator<[key: string, PrintedStatement]> {
  for (const stated of relations) {
    const relation = oriented(stated);
    const { source, type, target, polarity, modality } = relation;
    if (source !== target) yield [edgeKey(source, type, target, polarity, modality), { story: id, printed: story, relation }];
  }
}

/** @throws DragomanError E_INTERNAL where a relation or mention names a node that the story lacks */
export function checkEnds({ story, entities, relations, mentions }: Extraction): void {
  const keys = new Set(entities.map((entity) => entity.key));
  const named = [
    ...relations.flatMap(({ source, target, evidence }) => [source, target, ...evidence.attributedTo]),
    ...mentions.map(({ entity }) => entity),
  ];
  const lost = named.find((key) => !keys.has(key));
  if (lost !== undefined) throw new DragomanError('E_INTERNAL', { what: story.source, why: `story ${story.id} names the unknown node ${lost}` });
}
