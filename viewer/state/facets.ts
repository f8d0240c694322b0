import type { EdgeRecord, Evidence } from '../../graph/schema.ts';
import { dayRange } from './dates.ts';
import type { GraphData } from './graph-data.ts';
import { EDGE_TYPE_LIST, NODE_TYPE_LIST } from './vocabulary.ts';

/** What can be switched on and off. Node types hold for both ends; the last three hold for one sentence. */
export const FACET_NAMES = ['nodeType', 'edgeType', 'polarity', 'modality', 'status', 'voice', 'outlet', 'story'] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** The value of the `voice` facet for what the reporter states, beside the keys of those who claim. */
export const REPORTER = 'reporter';
/** The value of the `outlet` facet where a story names none. */
export const NO_OUTLET = '';

export interface Facet {
  readonly values: readonly string[];
  /** `codes[codesStart[i]]` up to `codesStart[i + 1]` are the values of item i, as places in `values`. */
  readonly codes: Uint32Array;
  readonly codesStart: Uint32Array;
}

/** The facets of a graph in columns, and where each edge's evidence lies in the evidence columns. */
export interface FacetTable {
  readonly facets: Readonly<Record<FacetName, Facet>>;
  /** Evidence of edge e: rows `evidenceStart[e]` up to `evidenceStart[e + 1]`. */
  readonly evidenceStart: Uint32Array;
  readonly evidence: readonly Evidence[];
  /** First and last day of each row's date, days since 1970; UNDATED where it has none. */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** The same, and of a row without a date the day of its story. */
  readonly firstDayOrStory: Int32Array;
  readonly lastDayOrStory: Int32Array;
}

/** No day: before all others. */
export const UNDATED = -0x80000000;

function column<T>(items: readonly T[], values: readonly string[], read: (item: T) => readonly string[]): Facet {
  const codeOf = new Map(values.map((value, code) => [value, code]));
  const seen: string[] = [...values];
  const codes: number[] = [];
  const codesStart = new Uint32Array(items.length + 1);
  items.forEach((item, index) => {
    for (const value of read(item)) {
      let code = codeOf.get(value);
      if (code === undefined) {
        code = seen.push(value) - 1;
        codeOf.set(value, code);
      }
      codes.push(code);
    }
    codesStart[index + 1] = codes.length;
  });
  return { values: seen, codes: Uint32Array.from(codes), codesStart };
}

/** Reads all facets of a graph once; filters then run over whole numbers. */
export function tabulate(data: GraphData): FacetTable {
  const evidence = data.edges.flatMap((edge) => edge.attributes.evidence);
  const evidenceStart = new Uint32Array(data.edges.length + 1);
  data.edges.forEach((edge, index) => {
    evidenceStart[index + 1] = evidenceStart[index]! + edge.attributes.evidence.length;
  });
  const ranges = evidence.map((item) => dayRange(item.date));
  const published = new Map(data.stories.map((story) => [story.id, dayRange(story.published)]));
  const orStory = evidence.map((item, row) => ranges[row] ?? published.get(item.story));
  const outlets = new Map(data.stories.map((story) => [story.id, story.outlet ?? NO_OUTLET]));
  const ofEdge = (values: readonly string[], read: (edge: EdgeRecord) => string): Facet => column(data.edges, values, (edge) => [read(edge)]);
  return {
    evidence,
    evidenceStart,
    firstDay: Int32Array.from(ranges, (range) => range?.first ?? UNDATED),
    lastDay: Int32Array.from(ranges, (range) => range?.last ?? UNDATED),
    firstDayOrStory: Int32Array.from(orStory, (range) => range?.first ?? UNDATED),
    lastDayOrStory: Int32Array.from(orStory, (range) => range?.last ?? UNDATED),
    facets: {
      nodeType: column(data.nodes, NODE_TYPE_LIST, (node) => [node.attributes.type]),
      edgeType: ofEdge(EDGE_TYPE_LIST, (edge) => edge.attributes.type),
      polarity: ofEdge(['affirmed', 'negated'], (edge) => edge.attributes.polarity),
      modality: ofEdge(['asserted', 'intended', 'possible', 'hypothetical'], (edge) => edge.attributes.modality),
      status: ofEdge(['reported', 'claimed', 'disputed'], (edge) => edge.attributes.status),
      voice: column(evidence, [REPORTER], (item) => (item.attributedTo.length === 0 ? [REPORTER] : item.attributedTo)),
      outlet: column(evidence, [], (item) => [outlets.get(item.story) ?? NO_OUTLET]),
      story: column(evidence, data.stories.map((story) => story.id), (item) => [item.story]),
    },
  };
}
