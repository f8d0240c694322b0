// The graph as Neo4j holds it: entities and typed relationships, and beside them the layer that says which sentence of
// which story supports which relationship, and who claims it.
//
//   (:Entity:Country)-[:ATTACKED {key, status, …}]->(:Entity:Country)
//   (:Evidence {relation: key})-[:SOURCE]->(:Entity), -[:TARGET]->(:Entity), -[:IN_STORY]->(:Story),
//                              -[:ATTRIBUTED_TO {order}]->(:Entity), -[:IN_PLACE]->(:Entity)

import { NODE_TYPES } from '../src/model/vocabulary.ts';
import { periodOf, type Period } from './dates.ts';
import { EDGE_FACTS, NODE_COLUMNS, type Column } from './export/columns.ts';
import type { EdgeRecord, Evidence, NodeRecord, StoryRecord } from './schema.ts';
import type { GraphSource } from './source.ts';

/** A sentence with the edge that it states. */
export interface EvidenceRecord {
  /** Unique in the graph, and the same in every graph that holds the sentence. */
  readonly key: string;
  readonly edge: EdgeRecord;
  readonly evidence: Evidence;
}

/** A relationship of the layer of evidence. */
export interface Link {
  readonly type: 'SOURCE' | 'TARGET' | 'IN_STORY' | 'ATTRIBUTED_TO' | 'IN_PLACE';
  /** Key of the evidence. */
  readonly from: string;
  /** Key of the entity, or id of the story. */
  readonly to: string;
  /** For ATTRIBUTED_TO: 0 is the outermost claimant. */
  readonly order?: number;
}

const datesOf = (date: string | undefined): Period | undefined => (date === undefined ? undefined : periodOf(date));

const [, ...NODE_FACTS] = NODE_COLUMNS;

export const ENTITY_PROPERTIES: readonly Column<NodeRecord>[] = [
  { name: 'key', type: 'string', of: ({ key }) => key },
  { name: 'name', type: 'string', of: ({ attributes }) => attributes.label },
  ...NODE_FACTS,
];

const [, ...RELATION_FACTS] = EDGE_FACTS;

export const RELATION_PROPERTIES: readonly Column<EdgeRecord>[] = [
  { name: 'key', type: 'string', of: ({ key }) => key },
  { name: 'weight', type: 'int', of: ({ attributes }) => attributes.weight },
  ...RELATION_FACTS,
  { name: 'dateStart', type: 'date', of: ({ attributes }) => datesOf(attributes.firstSeen)?.start },
  { name: 'dateEnd', type: 'date', of: ({ attributes }) => datesOf(attributes.lastSeen)?.end },
];

export const STORY_PROPERTIES: readonly Column<StoryRecord>[] = [
  { name: 'id', type: 'string', of: (story) => story.id },
  { name: 'title', type: 'string', of: (story) => story.title },
  { name: 'url', type: 'string', of: (story) => story.url },
  { name: 'outlet', type: 'string', of: (story) => story.outlet },
  { name: 'author', type: 'string', of: (story) => story.author },
  { name: 'published', type: 'date', of: (story) => datesOf(story.published)?.start },
  { name: 'source', type: 'string', of: (story) => story.source },
  { name: 'sha256', type: 'string', of: (story) => story.sha256 },
  { name: 'text', type: 'string', of: (story) => story.text },
];

export const EVIDENCE_PROPERTIES: readonly Column<EvidenceRecord>[] = [
  { name: 'key', type: 'string', of: ({ key }) => key },
  { name: 'relation', type: 'string', of: ({ edge }) => edge.key },
  { name: 'type', type: 'string', of: ({ edge }) => edge.attributes.type },
  { name: 'sentence', type: 'int', of: ({ evidence }) => evidence.sentence },
  { name: 'start', type: 'int', of: ({ evidence }) => evidence.start },
  { name: 'end', type: 'int', of: ({ evidence }) => evidence.end },
  { name: 'text', type: 'string', of: ({ evidence }) => evidence.text },
  { name: 'trigger', type: 'string', of: ({ evidence }) => evidence.trigger.text },
  { name: 'sourceMention', type: 'string', of: ({ evidence }) => evidence.sourceMention.text },
  { name: 'targetMention', type: 'string', of: ({ evidence }) => evidence.targetMention.text },
  { name: 'answers', type: 'string', of: ({ evidence }) => evidence.answers },
  { name: 'outlets', type: 'string[]', of: ({ evidence }) => evidence.outlets },
  { name: 'date', type: 'string', of: ({ evidence }) => evidence.date },
  { name: 'dateStart', type: 'date', of: ({ evidence }) => datesOf(evidence.date)?.start },
  { name: 'dateEnd', type: 'date', of: ({ evidence }) => datesOf(evidence.date)?.end },
  { name: 'dateText', type: 'string', of: ({ evidence }) => evidence.dateText },
  { name: 'rule', type: 'string', of: ({ evidence }) => evidence.rule },
  { name: 'confidence', type: 'double', of: ({ evidence }) => evidence.confidence },
];

/** The second labels of entities: the vocabulary's types, and those of a graph's own that were read. */
export const entityLabels = (): readonly string[] => Object.keys(NODE_TYPES);

/** Every sentence of the graph, edge by edge. */
export function* evidenceOf(graph: Pick<GraphSource, 'edges'>): Generator<EvidenceRecord> {
  for (const edge of graph.edges()) {
    const taken = new Map<string, number>();
    for (const evidence of edge.attributes.evidence) {
      const place = `${evidence.story}#${evidence.start}-${evidence.trigger.start}`;
      const repeat = taken.get(place) ?? 0;
      taken.set(place, repeat + 1);
      yield { key: `${edge.key}@${place}${repeat ? `~${repeat}` : ''}`, edge, evidence };
    }
  }
}

/** The relationships of one sentence; those to a node that the graph lacks are left out. */
export function linksOf({ key, edge, evidence }: EvidenceRecord, hasNode: (key: string) => boolean): Link[] {
  const links: Link[] = [
    { type: 'SOURCE', from: key, to: edge.source },
    { type: 'TARGET', from: key, to: edge.target },
    { type: 'IN_STORY', from: key, to: evidence.story },
    ...evidence.attributedTo.map((to, order): Link => ({ type: 'ATTRIBUTED_TO', from: key, to, order })),
    ...(evidence.place === undefined ? [] : [{ type: 'IN_PLACE', from: key, to: evidence.place } as const]),
  ];
  return links.filter(({ type, to }) => type === 'IN_STORY' || hasNode(to));
}
