import { FACET_NAMES, UNDATED, type Facet, type FacetName, type FacetTable } from './facets.ts';
import { isFilteringEdges, type Filters } from './filters.ts';
import type { GraphData } from './graph-data.ts';

/** What the filters leave, with the counts that the legend shows before a switch is used. */
export interface View {
  /** 1 where shown, by index. */
  readonly nodeShown: Uint8Array;
  readonly edgeShown: Uint8Array;
  /** 1 where the sentence passes the filters, by row of the evidence columns. */
  readonly evidenceShown: Uint16Array;
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** By facet and value: how many edges (nodes for `nodeType`) are or would be shown with that value switched on, the other filters as they are. */
  readonly counts: Readonly<Record<FacetName, Uint32Array>>;
}

// Each filter has a bit. An item's mask holds the bits of the filters that it fails, so that "passes all"
// is 0 and "passes all but this one" is at most its own bit.
const BIT = Object.fromEntries(FACET_NAMES.map((name, index) => [name, 1 << index])) as Record<FacetName, number>;
const CONFIDENCE_BIT = 1 << FACET_NAMES.length;
const DATE_BIT = 1 << (FACET_NAMES.length + 1);
const EDGE_FACETS = ['edgeType', 'polarity', 'modality', 'status'] as const;
const EVIDENCE_FACETS = ['voice', 'outlet', 'story'] as const;

interface Masks {
  readonly edge: Uint16Array;
  readonly evidence: Uint16Array;
}

/** Runs all filters at once. Pure: the same arguments give the same view. */
export function applyFilters(data: GraphData, table: FacetTable, filters: Filters): View {
  const masks: Masks = { edge: edgeMasks(data, table, filters), evidence: evidenceMasks(table, filters) };
  const hasShown = shownEvidence(table, masks.evidence);
  const edgeShown = hasShown.map((flag, edge) => (masks.edge[edge] === 0 ? flag : 0));
  const nodeShown = showNodes(data, table, filters, edgeShown);
  return {
    nodeShown,
    edgeShown,
    evidenceShown: masks.evidence.map((mask) => (mask === 0 ? 1 : 0)),
    nodeCount: sum(nodeShown),
    edgeCount: sum(edgeShown),
    counts: count(data, table, masks, hasShown, keepsUnconnected(filters)),
  };
}

function sum(flags: Uint8Array): number {
  let total = 0;
  for (const flag of flags) total += flag;
  return total;
}

function hiddenCodes(facet: Facet, hidden: ReadonlySet<string>): Uint8Array {
  return Uint8Array.from(facet.values, (value) => (hidden.has(value) ? 1 : 0));
}

function isHidden(facet: Facet, hidden: Uint8Array, item: number): boolean {
  const end = facet.codesStart[item + 1]!;
  for (let at = facet.codesStart[item]!; at < end; at += 1) {
    if (hidden[facet.codes[at]!] === 0) return false;
  }
  return true;
}

function markHidden(masks: Uint16Array, table: FacetTable, filters: Filters, name: FacetName): void {
  if (filters.hidden[name].size === 0) return;
  const facet = table.facets[name];
  const hidden = hiddenCodes(facet, filters.hidden[name]);
  for (let item = 0; item < masks.length; item += 1) {
    if (isHidden(facet, hidden, item)) masks[item]! |= BIT[name];
  }
}

function edgeMasks(data: GraphData, table: FacetTable, filters: Filters): Uint16Array {
  const masks = new Uint16Array(data.edges.length);
  for (const name of EDGE_FACETS) markHidden(masks, table, filters, name);
  const { nodeType } = table.facets;
  const hidden = hiddenCodes(nodeType, filters.hidden.nodeType);
  for (let edge = 0; edge < masks.length; edge += 1) {
    const isEndHidden = hidden[nodeType.codes[data.source[edge]!]!] === 1 || hidden[nodeType.codes[data.target[edge]!]!] === 1;
    if (isEndHidden) masks[edge]! |= BIT.nodeType;
    if (filters.minConfidence > 0 && data.edges[edge]!.attributes.confidence < filters.minConfidence) masks[edge]! |= CONFIDENCE_BIT;
  }
  return masks;
}

function evidenceMasks(table: FacetTable, filters: Filters): Uint16Array {
  const masks = new Uint16Array(table.evidence.length);
  for (const name of EVIDENCE_FACETS) markHidden(masks, table, filters, name);
  const { days } = filters;
  if (days === undefined) return masks;
  const { firstDay, lastDay } = daysOf(table, filters);
  for (let row = 0; row < masks.length; row += 1) {
    const isKept = firstDay[row] === UNDATED ? filters.undated === 'keep' : firstDay[row]! <= days.last && lastDay[row]! >= days.first;
    if (!isKept) masks[row]! |= DATE_BIT;
  }
  return masks;
}

/** The days by which events are filtered and counted. */
export function daysOf(table: FacetTable, { undated }: Filters): Pick<FacetTable, 'firstDay' | 'lastDay'> {
  return undated === 'story' ? { firstDay: table.firstDayOrStory, lastDay: table.lastDayOrStory } : table;
}

/** How many sentences of an edge a view shows. */
export function sentencesShown({ evidenceStart }: FacetTable, { evidenceShown }: View): (edge: number) => number {
  return (edge) => evidenceShown.subarray(evidenceStart[edge], evidenceStart[edge + 1]).reduce((sum, flag) => sum + flag, 0);
}

/** 1 for an edge of which some sentence fails no filter. */
function shownEvidence({ evidenceStart }: FacetTable, masks: Uint16Array): Uint8Array {
  const shown = new Uint8Array(evidenceStart.length - 1);
  for (let edge = 0; edge < shown.length; edge += 1) {
    for (let row = evidenceStart[edge]!; row < evidenceStart[edge + 1]! && shown[edge] === 0; row += 1) if (masks[row] === 0) shown[edge] = 1;
  }
  return shown;
}

/** A node is shown with its shown edges; one that never had an edge, while nothing is asked of edges. */
function showNodes(data: GraphData, table: FacetTable, filters: Filters, edgeShown: Uint8Array): Uint8Array {
  const shown = new Uint8Array(data.nodes.length);
  const { nodeType } = table.facets;
  const hidden = hiddenCodes(nodeType, filters.hidden.nodeType);
  const keepsLone = keepsUnconnected(filters);
  for (let node = 0; node < shown.length; node += 1) {
    if (keepsLone && isUnconnected(data, node) && hidden[nodeType.codes[node]!] === 0) shown[node] = 1;
  }
  for (let edge = 0; edge < edgeShown.length; edge += 1) {
    if (edgeShown[edge] === 0) continue;
    shown[data.source[edge]!] = 1;
    shown[data.target[edge]!] = 1;
  }
  return shown;
}

const keepsUnconnected = (filters: Filters): boolean => !filters.hideUnconnected && !isFilteringEdges(filters);

/** True for a node without any edge. */
export function isUnconnected(data: GraphData, node: number): boolean {
  return data.incidentStart[node] === data.incidentStart[node + 1];
}

function count(data: GraphData, table: FacetTable, masks: Masks, hasShown: Uint8Array, keepsLone: boolean): Record<FacetName, Uint32Array> {
  const counts = Object.fromEntries(FACET_NAMES.map((name) => [name, new Uint32Array(table.facets[name].values.length)])) as Record<FacetName, Uint32Array>;
  for (const name of EDGE_FACETS) countEdges(counts[name], table.facets[name].codes, masks.edge, hasShown, ~BIT[name]);
  for (const name of EVIDENCE_FACETS) countSentences(counts[name], table, table.facets[name], masks, ~BIT[name]);
  countNodes(counts.nodeType, data, table, masks, hasShown, keepsLone);
  return counts;
}

// One facet at a time, with nothing looked up by name in the loop: this runs over every edge at each change.

function countEdges(counts: Uint32Array, codes: Uint32Array, masks: Uint16Array, hasShown: Uint8Array, others: number): void {
  for (let edge = 0; edge < masks.length; edge += 1) {
    if ((masks[edge]! & others) === 0 && hasShown[edge] === 1) counts[codes[edge]!]! += 1;
  }
}

/** Counts edges, each once for a value that any of its sentences has. */
function countSentences(counts: Uint32Array, { evidenceStart }: FacetTable, { codes, codesStart }: Facet, masks: Masks, others: number): void {
  // The edge that counted a value last.
  const countedBy = new Int32Array(counts.length).fill(-1);
  for (let edge = 0; edge < masks.edge.length; edge += 1) {
    if (masks.edge[edge] !== 0) continue;
    for (let row = evidenceStart[edge]!; row < evidenceStart[edge + 1]!; row += 1) {
      if ((masks.evidence[row]! & others) !== 0) continue;
      for (let at = codesStart[row]!; at < codesStart[row + 1]!; at += 1) {
        const code = codes[at]!;
        if (countedBy[code] === edge) continue;
        countedBy[code] = edge;
        counts[code]! += 1;
      }
    }
  }
}

function countNodes(counts: Uint32Array, data: GraphData, table: FacetTable, masks: Masks, hasShown: Uint8Array, keepsLone: boolean): void {
  const reached = new Uint8Array(data.nodes.length);
  for (let edge = 0; edge < masks.edge.length; edge += 1) {
    if ((masks.edge[edge]! & ~BIT.nodeType) !== 0 || hasShown[edge] === 0) continue;
    reached[data.source[edge]!] = 1;
    reached[data.target[edge]!] = 1;
  }
  const { codes } = table.facets.nodeType;
  for (let node = 0; node < reached.length; node += 1) {
    if (reached[node] === 1 || (keepsLone && isUnconnected(data, node))) counts[codes[node]!]! += 1;
  }
}
