import { MultiDirectedGraph } from 'graphology';
import { DragomanError } from '../src/errors.ts';
import type { Extraction } from '../src/model/extraction.ts';
import type { Story } from '../src/model/story.ts';
import { EXTRACTOR_VERSION } from '../src/model/version.ts';
import { VOCABULARY_VERSION } from '../src/model/vocabulary.ts';
import { markDisputed } from './disputes.ts';
import { byCodeUnit, edgeKey } from './keys.ts';
import { mergeEdge, oriented, type Statement } from './merge-edge.ts';
import { mergeNode, type Sighting } from './merge-node.ts';
import { ownTypesAmong } from './own-types.ts';
import type { DragomanGraph, EdgeAttributes, GraphAttributes, NodeAttributes, StoryMention, StoryRecord } from './schema.ts';

/** Gathers stories and folds them into one graph. */
export interface Merger {
  /**
   * Takes one story's extraction. The same text twice counts once.
   * @throws DragomanError E_INTERNAL where a relation or mention names a node that the story lacks; nothing of it is kept.
   */
  add(extraction: Extraction): void;
  /** The graph of all stories so far, without a layout. */
  build(): DragomanGraph;
}

const TITLE_LENGTH = 80;

/**
 * A merger. What each story says is kept as it came and decided on in `build`, over all stories in the order of their
 * texts' hashes: the graph is the same whatever the order of `add`. It holds no more than the graph itself will.
 *
 * Nodes meet by key alone. A person whom one story knows by the last name only ("person:karzai") and others in full
 * stays two nodes: the same last name is too often another person.
 */
export function createMerger(): Merger {
  const byText = new Map<string, Extraction>();
  return {
    add(extraction) {
      checkEnds(extraction);
      const identity = extraction.story.sha256 || extraction.story.id;
      const other = byText.get(identity);
      if (!other || preferred(extraction.story, other.story)) byText.set(identity, extraction);
    },
    build: () => buildGraph([...byText].sort(([a], [b]) => byCodeUnit(a, b)).map(([, extraction]) => extraction)),
  };
}

function checkEnds({ story, entities, relations, mentions }: Extraction): void {
  const keys = new Set(entities.map((entity) => entity.key));
  const named = [
    ...relations.flatMap(({ source, target, evidence }) => [source, target, ...evidence.attributedTo]),
    ...mentions.map(({ entity }) => entity),
  ];
  const lost = named.find((key) => !keys.has(key));
  if (lost !== undefined) throw new DragomanError('E_INTERNAL', { what: story.source, why: `story ${story.id} names the unknown node ${lost}` });
}

/** Of two records with the same text, the one to keep: it must not depend on which came first. */
function preferred(story: Story, other: Story): boolean {
  const rank = ({ id, published, source }: Story): string => JSON.stringify([id, published ?? '~', source]);
  return rank(story) < rank(other);
}

/** Two texts under one id are two stories: the second gets the start of its hash added. */
function storyIds(extractions: readonly Extraction[]): Map<Extraction, string> {
  const taken = new Set<string>();
  const ids = new Map<Extraction, string>();
  for (const extraction of extractions) {
    const { id, sha256 } = extraction.story;
    const own = taken.has(id) ? `${id}~${sha256.slice(0, 12)}` : id;
    taken.add(own);
    ids.set(extraction, own);
  }
  return ids;
}

function titleOf(story: Story): string {
  if (story.title) return story.title;
  const opening = story.text.slice(0, TITLE_LENGTH + 1).split('\n', 1)[0]?.trim() ?? '';
  return opening.length <= TITLE_LENGTH ? opening : `${opening.slice(0, opening.lastIndexOf(' ')).trimEnd()} …`;
}

function storyRecord({ story, mentions }: Extraction, id: string): StoryRecord {
  const marks = mentions.map(({ start, end, entity }): StoryMention => [start, end, entity])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || byCodeUnit(a[2], b[2]));
  return {
    id,
    title: titleOf(story),
    ...(story.url === undefined ? {} : { url: story.url }),
    ...(story.outlet === undefined ? {} : { outlet: story.outlet }),
    ...(story.author === undefined ? {} : { author: story.author }),
    ...(story.dateline === undefined ? {} : { dateline: story.dateline }),
    ...(story.published === undefined ? {} : { published: story.published }),
    text: story.text,
    source: story.source,
    sha256: story.sha256,
    ...(marks.length ? { mentions: marks } : {}),
  };
}

function pushTo<T>(lists: Map<string, [T, ...T[]]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function buildGraph(extractions: readonly Extraction[]): DragomanGraph {
  const ids = storyIds(extractions);
  const nodes = new Map<string, [Sighting, ...Sighting[]]>();
  const edges = new Map<string, [Statement, ...Statement[]]>();
  for (const [extraction, story] of ids) {
    for (const entity of extraction.entities) pushTo(nodes, entity.key, { story, entity });
    for (const stated of extraction.relations) {
      const relation = oriented(stated);
      if (relation.source === relation.target) continue;
      const { source, type, target, polarity, modality } = relation;
      pushTo(edges, edgeKey(source, type, target, polarity, modality), { story, relation });
    }
  }
  const nodeRecords = [...nodes].sort(([a], [b]) => byCodeUnit(a, b)).map(([key, sightings]) => [key, mergeNode(sightings)] as const);
  const own = ownTypesAmong(nodeRecords.map(([, { type }]) => type), [...edges.values()].map(([{ relation }]) => relation.type));
  const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>({ allowSelfLoops: false });
  graph.replaceAttributes({
    format: 1,
    vocabularyVersion: VOCABULARY_VERSION,
    extractorVersion: EXTRACTOR_VERSION,
    ...(own ? { vocabulary: own } : {}),
    stories: [...ids].map(([extraction, id]) => storyRecord(extraction, id)).sort((a, b) => byCodeUnit(a.id, b.id)),
  });
  for (const [key, attributes] of nodeRecords) graph.addNode(key, attributes);
  for (const [key, statements] of [...edges].sort(([a], [b]) => byCodeUnit(a, b))) {
    const { source, target } = statements[0].relation;
    graph.addDirectedEdgeWithKey(key, source, target, mergeEdge(statements));
  }
  markDisputed(graph);
  return graph;
}
