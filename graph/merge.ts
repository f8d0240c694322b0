import { MultiDirectedGraph } from 'graphology';
import type { Entity } from '../src/model/entity.ts';
import type { Extraction } from '../src/model/extraction.ts';
import type { Story } from '../src/model/story.ts';
import { EXTRACTOR_VERSION } from '../src/model/version.ts';
import { VOCABULARY_VERSION } from '../src/model/vocabulary.ts';
import { markDisputed } from './disputes.ts';
import { byCodeUnit } from './keys.ts';
import { mergeEdge } from './merge-edge.ts';
import { mergeNode, type Sighting } from './merge-node.ts';
import { foldCopies } from './near-duplicate/fold-copies.ts';
import { Printings } from './near-duplicate/printings.ts';
import { ownTypesAmong } from './own-types.ts';
import type { DragomanGraph, EdgeAttributes, GraphAttributes, NodeAttributes } from './schema.ts';
import { checkEnds, statementsOf, type PrintedStatement } from './statements.ts';
import { preferred, storyIds } from './story-identity.ts';
import { storyRecord } from './story-record.ts';

/** Gathers stories and folds them into one graph. */
export interface Merger {
  /**
   * Takes one story's extraction. The same text twice counts once.
   * @throws DragomanError E_INTERNAL where a relation or mention names a node that the story lacks; nothing of it is kept.
   */
  add(extraction: Extraction): void;
  /** Takes a story whose text another one has word for word, so that its outlet is named with that one's evidence. */
  addCopy(story: Story): void;
  /** The graph of all stories so far, without a layout. */
  build(): DragomanGraph;
}

/**
 * A merger. What each story says is kept as it came and decided on in `build`, over all stories in the order of their
 * texts' hashes: the graph is the same whatever the order of `add`. It holds no more than the graph itself will.
 *
 * Nodes meet by key alone. A person whom one story knows by the last name only ("person:karzai") and others in full
 * stays two nodes: the same last name is too often another person.
 */
export function createMerger(): Merger {
  const byText = new Map<string, Extraction>();
  const copies = new Map<string, [Story, ...Story[]]>();
  const addCopy = (story: Story): void => pushTo(copies, story.sha256, story);
  return {
    add(extraction) {
      checkEnds(extraction);
      const identity = extraction.story.sha256 || extraction.story.id;
      const other = byText.get(identity);
      const better = !other || preferred(extraction.story, other.story);
      // Where the sentences are the graph does not need, and a large archive has many.
      const { sentences: _, ...kept } = extraction;
      if (better) byText.set(identity, kept);
      if (other) addCopy(better ? other.story : extraction.story);
    },
    addCopy,
    build() {
      const extractions = [...byText].sort(([a], [b]) => byCodeUnit(a, b)).map(([, extraction]) => extraction);
      return buildGraph(extractions, new Printings(extractions.map(({ story }) => story), copies));
    },
  };
}

function pushTo<T>(lists: Map<string, [T, ...T[]]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** What a story says of its nodes. A near copy adds no mentions of those that its original names. */
function sightings({ story, entities }: Extraction, named: ReadonlyMap<Story, ReadonlySet<string>>, printings: Printings): readonly Entity[] {
  const original = printings.originalOf(story);
  return original === story ? entities : entities.map((entity) => (named.get(original)?.has(entity.key) ? { ...entity, mentions: 0 } : entity));
}

function buildGraph(extractions: readonly Extraction[], printings: Printings): DragomanGraph {
  const ids = storyIds(extractions.map(({ story }) => story));
  const named = new Map(extractions.map(({ story, entities }) => [story, new Set(entities.map(({ key }) => key))]));
  const nodes = new Map<string, [Sighting, ...Sighting[]]>();
  const edges = new Map<string, [PrintedStatement, ...PrintedStatement[]]>();
  for (const extraction of extractions) {
    const { story: printed } = extraction;
    const story = ids.get(printed) ?? printed.id;
    for (const entity of sightings(extraction, named, printings)) pushTo(nodes, entity.key, { story, entity });
    for (const [key, statement] of statementsOf(extraction, story)) pushTo(edges, key, statement);
  }
  const nodeRecords = [...nodes].sort(([a], [b]) => byCodeUnit(a, b)).map(([key, sightings]) => [key, mergeNode(sightings)] as const);
  const own = ownTypesAmong(nodeRecords.map(([, { type }]) => type), [...edges.values()].map(([{ relation }]) => relation.type));
  const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>({ allowSelfLoops: false });
  graph.replaceAttributes({
    format: 1,
    vocabularyVersion: VOCABULARY_VERSION,
    extractorVersion: EXTRACTOR_VERSION,
    ...(own ? { vocabulary: own } : {}),
    stories: extractions.map((extraction) => storyRecord(extraction, ids, printings)).sort((a, b) => byCodeUnit(a.id, b.id)),
  });
  for (const [key, attributes] of nodeRecords) graph.addNode(key, attributes);
  for (const [key, statements] of [...edges].sort(([a], [b]) => byCodeUnit(a, b))) {
    const { source, target } = statements[0].relation;
    graph.addDirectedEdgeWithKey(key, source, target, mergeEdge(foldCopies(statements, printings)));
  }
  markDisputed(graph);
  return graph;
}
