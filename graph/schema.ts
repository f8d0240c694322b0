// What stands in graph.json. Types only, so that the viewer may import them.

import type { MultiDirectedGraph } from 'graphology';
import type { Correction } from './corrections.ts';
import type { Evidence, Modality, Polarity } from '../src/model/evidence.ts';
import type { Role } from '../src/model/entity.ts';
import type { EdgeType, NodeType, OwnTypes } from '../src/model/vocabulary.ts';

export type { EndMention, Evidence, Modality, Polarity, TextSpan } from '../src/model/evidence.ts';
export type { Role } from '../src/model/entity.ts';
export type { EdgeClass, EdgeType, NodeType, OwnTypes } from '../src/model/vocabulary.ts';

/** An actor or place over all stories. */
export interface NodeAttributes {
  label: string;
  type: NodeType;
  aliases: string[];
  /** QID, where it is known with confidence. */
  wikidata?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  official?: boolean;
  roles?: Role[];
  /** Degrees. */
  lat?: number;
  lon?: number;
  mentions: number;
  /** Ids of the stories that mention it. */
  stories: string[];
  /** Place in the computed layout, without unit; absent before `layout`. */
  x?: number;
  y?: number;
  /** Radius in the unit of a drawn node (pixels at the first zoom). */
  size?: number;
  community?: number;
  /** What a reader has noted about it. */
  notes?: string[];
}

/** `reported`: some evidence in the reporter's voice; `claimed`: attributed only; `disputed`: some party denies it. */
export type EdgeStatus = 'reported' | 'claimed' | 'disputed';

/** One edge per source, type, target, polarity and modality. */
export interface EdgeAttributes {
  type: EdgeType;
  polarity: Polarity;
  modality: Modality;
  /** True on symmetric types, which run from the smaller key to the larger; absent elsewhere. */
  symmetric?: true;
  /** Number of evidence items. */
  weight: number;
  /** 0 to 1. */
  confidence: number;
  status: EdgeStatus;
  /** For HOLDS_ROLE_IN: the offices, as written. */
  titles?: string[];
  /** Earliest and latest date of the events: YYYY, YYYY-MM or YYYY-MM-DD. */
  firstSeen?: string;
  lastSeen?: string;
  evidence: Evidence[];
  /** What a reader has noted about it. */
  notes?: string[];
}

/** `[start, end, node key]` in the story's text, in UTF-16 units, end-exclusive. */
export type StoryMention = [start: number, end: number, node: string];

/** Another place where a story's text was printed, word for word or nearly. */
export interface Printing {
  /** The story's id there; a near copy stands under it among the stories. */
  id: string;
  outlet?: string;
  url?: string;
  /** YYYY-MM-DD. */
  published?: string;
  source: string;
}

export interface StoryRecord {
  id: string;
  title: string;
  url?: string;
  outlet?: string;
  author?: string;
  dateline?: string;
  /** YYYY-MM-DD. */
  published?: string;
  /** The cleaned text, without the title: every offset of the file is into it. */
  text: string;
  /** The file, address or "-" that it came from. */
  source: string;
  sha256: string;
  /** Where else it was printed; their sentences count once, with all outlets. */
  duplicates?: Printing[];
  /** Id of the story that this one nearly repeats. */
  duplicateOf?: string;
  /** Every mention of a node, by place; so that a reader can mark them all. */
  mentions?: StoryMention[];
}

export interface GraphAttributes {
  format: 1;
  vocabularyVersion: number;
  extractorVersion: string;
  /** The types of a user's vocabulary file that the graph uses; absent where it uses none. */
  vocabulary?: OwnTypes;
  /** The corrections that are already in this graph, in their order; absent where there are none. */
  corrections?: Correction[];
  stories: StoryRecord[];
}

export type DragomanGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

export interface NodeRecord {
  key: string;
  attributes: NodeAttributes;
}

export interface EdgeRecord {
  key: string;
  source: string;
  target: string;
  attributes: EdgeAttributes;
}

/** The whole file in its one-document form: what `graph.export()` of graphology gives. */
export interface GraphFile {
  attributes: GraphAttributes;
  options: { type: 'directed'; multi: true; allowSelfLoops: false };
  nodes: NodeRecord[];
  edges: EdgeRecord[];
}
