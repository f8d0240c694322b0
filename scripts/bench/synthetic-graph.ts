// A graph of any size that looks like news: few actors in most stories, several edges between the same two, evidence
// with offsets that hold. The same numbers give the same graph.
// usage: tsx scripts/bench/synthetic-graph.ts --nodes 10000 --edges 100000 [--layout] -o graph.jsonl

import { parseArgs } from 'node:util';
import { MultiDirectedGraph } from 'graphology';
import { edgeKey } from '../../graph/keys.ts';
import { writeGraph } from '../../graph/file.ts';
import { layout } from '../../graph/layout.ts';
import { randomFrom } from '../../graph/random.ts';
import type { DragomanGraph, EdgeAttributes, EdgeRecord, Evidence, GraphAttributes, NodeAttributes, NodeRecord, StoryRecord } from '../../graph/schema.ts';
import type { GraphSource } from '../../graph/source.ts';
import { EDGE_TYPES, NODE_TYPES, type EdgeType, type NodeType } from '../../src/model/vocabulary.ts';

const TYPES = Object.keys(EDGE_TYPES) as EdgeType[];
const NODE_KINDS = Object.keys(NODE_TYPES) as NodeType[];
const SENTENCES_A_STORY = 20;

const label = (node: number): string => `Actor ${node}`;
const keyOf = (node: number): string => `${(NODE_KINDS[node % NODE_KINDS.length] as string).toLowerCase()}:actor-${node}`;
const storyId = (index: number): string => `story-${index}`;
const pad = (value: number): string => String(value).padStart(2, '0');

interface Fact {
  readonly source: number;
  readonly target: number;
  readonly type: EdgeType;
  readonly negated: boolean;
}

/** Distinct facts; an actor's share of them falls with its number, as in the news. */
function factsOf(nodes: number, edges: number, seed: number): Fact[] {
  const random = randomFrom(seed);
  const draw = (): number => Math.min(nodes - 1, Math.floor(nodes * random() ** 3));
  const taken = new Set<string>();
  const facts: Fact[] = [];
  while (facts.length < edges) {
    const [first, second] = [draw(), draw()];
    const type = TYPES[Math.floor(random() * TYPES.length)] as EdgeType;
    const negated = random() < 0.05;
    const swapped = EDGE_TYPES[type].symmetric && keyOf(first) > keyOf(second);
    const [source, target] = swapped ? [second, first] : [first, second];
    const identity = `${source} ${type} ${target} ${negated}`;
    if (source === target || taken.has(identity)) continue;
    taken.add(identity);
    facts.push({ source, target, type, negated });
  }
  return facts;
}

function sentenceOf({ source, target, type, negated }: Fact): string {
  return `${label(source)} ${negated ? 'never ' : ''}${type.toLowerCase()} ${label(target)} at the talks.`;
}

function evidenceOf(fact: Fact, index: number, start: number): Evidence {
  const text = sentenceOf(fact);
  const at = (words: string): { text: string; start: number; end: number } => {
    const from = start + text.indexOf(words);
    return { text: words, start: from, end: from + words.length };
  };
  return {
    story: storyId(Math.floor(index / SENTENCES_A_STORY)),
    sentence: index % SENTENCES_A_STORY,
    start,
    end: start + text.length,
    text,
    trigger: at(fact.type.toLowerCase()),
    sourceMention: at(label(fact.source)),
    targetMention: at(label(fact.target)),
    attributedTo: index % 4 === 0 ? [keyOf(index % 7)] : [],
    date: `20${pad(15 + (index % 10))}-${pad(1 + (index % 12))}-${pad(1 + (index % 28))}`,
    rule: 'synthetic',
    confidence: 0.5 + (index % 50) / 100,
  };
}

function edgeOf(fact: Fact, index: number, start: number): EdgeRecord {
  const [source, target] = [keyOf(fact.source), keyOf(fact.target)];
  const polarity = fact.negated ? 'negated' : 'affirmed';
  const evidence = evidenceOf(fact, index, start);
  const date = evidence.date as string;
  return {
    key: edgeKey(source, fact.type, target, polarity, 'asserted'),
    source,
    target,
    attributes: {
      type: fact.type,
      polarity,
      modality: 'asserted',
      ...(EDGE_TYPES[fact.type].symmetric ? { symmetric: true } : {}),
      weight: 1,
      confidence: evidence.confidence,
      status: evidence.attributedTo.length ? 'claimed' : 'reported',
      firstSeen: date,
      lastSeen: date,
      evidence: [evidence],
    },
  };
}

function storiesOf(facts: readonly Fact[]): { stories: StoryRecord[]; starts: Uint32Array } {
  const starts = new Uint32Array(facts.length);
  const stories: StoryRecord[] = [];
  for (let first = 0; first < facts.length; first += SENTENCES_A_STORY) {
    let text = '';
    for (const [offset, fact] of facts.slice(first, first + SENTENCES_A_STORY).entries()) {
      if (text) text += ' ';
      starts[first + offset] = text.length;
      text += sentenceOf(fact);
    }
    const id = storyId(stories.length);
    stories.push({ id, title: `Synthetic story ${stories.length}`, text, source: 'synthetic', sha256: id });
  }
  return { stories, starts };
}

/** The graph as a source that makes each node and edge when asked: of a million edges, only the facts are held. */
export function syntheticSource(options: { readonly nodes: number; readonly edges: number; readonly seed?: number }): GraphSource {
  const facts = factsOf(options.nodes, options.edges, options.seed ?? 1);
  const { stories, starts } = storiesOf(facts);
  const nodeOf = (node: number): NodeRecord => ({
    key: keyOf(node),
    attributes: {
      label: label(node),
      type: NODE_KINDS[node % NODE_KINDS.length] as NodeType,
      aliases: [label(node), `Alias ${node}`],
      mentions: 1 + Math.floor(options.nodes / (node + 1)),
      stories: [storyId(node % stories.length)],
      x: Math.round(1000 * Math.cos(node)),
      y: Math.round(1000 * Math.sin(node)),
      size: 4,
    },
  });
  return {
    attributes: { format: 1, vocabularyVersion: 1, extractorVersion: 'synthetic', stories },
    order: options.nodes,
    size: facts.length,
    *nodes() {
      for (let node = 0; node < options.nodes; node++) yield nodeOf(node);
    },
    *edges() {
      for (const [index, fact] of facts.entries()) yield edgeOf(fact, index, starts[index] as number);
    },
  };
}

/** The same graph in memory. */
export function syntheticGraph(options: { readonly nodes: number; readonly edges: number; readonly seed?: number }): DragomanGraph {
  const source = syntheticSource(options);
  const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>({ allowSelfLoops: false });
  graph.replaceAttributes(source.attributes);
  for (const { key, attributes } of source.nodes()) graph.addNode(key, attributes);
  for (const { key, source: from, target, attributes } of source.edges()) graph.addDirectedEdgeWithKey(key, from, target, attributes);
  return graph;
}

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({
    options: { nodes: { type: 'string', default: '1000' }, edges: { type: 'string', default: '5000' }, layout: { type: 'boolean', default: false }, output: { type: 'string', short: 'o', default: 'synthetic.json' } },
  });
  const size = { nodes: Number(values.nodes), edges: Number(values.edges) };
  if (values.layout) {
    const graph = syntheticGraph(size);
    layout(graph);
    writeGraph(graph, values.output);
  } else writeGraph(syntheticSource(size), values.output);
}
