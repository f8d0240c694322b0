import { dayRange } from './dates.ts';
import { FACET_NAMES, type Facet, type FacetName, type FacetTable } from './facets.ts';
import type { Filters } from './filters.ts';
import type { GraphData } from './graph-data.ts';

/** What the filters leave, with the counts that the legend shows before a switch is used. */
export interface View {
  /** 1 where shown, by index. */
  readonly nodeShown: Uint8Array;
  readonly edgeShown: Uint8Array;
  /** 1 where the sentence passes the filters, by row of the evidence columns. */
  readonly evidenceShown: Uint8Array;
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
  const edgeShown = Uint8Array.from(masks.edge, (mask, edge) => (mask === 0 && hasEvidence(table, masks, edge, 0) ? 1 : 0));
  const nodeShown = showNodes(data, table, filters, edgeShown);
  return {
    nodeShown,
    edgeShown,
    evidenceShown: Uint8Array.from(masks.evidence, (mask) => (mask === 0 ? 1 : 0)),
    nodeCount: sum(nodeShown),
    edgeCount: sum(edgeShown),
    counts: count(data, table, masks),
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
    if (data.edges[edge]!.attributes.confidence < filters.minConfidence) masks[edge]! |= CONFIDENCE_BIT;
  }
  return masks;
}

function evidenceMasks(table: FacetTable, filters: Filters): Uint16Array {
  const masks = new Uint16Array(table.evidence.length);
  for (const name of EVIDENCE_FACETS) markHidden(masks, table, filters, name);
  const { days } = filters;
  if (days === undefined) return masks;
  for (let row = 0; row < masks.length; row += 1) {
    const range = dayRange(table.evidence[row]!.date);
    const isKept = range === undefined ? filters.keepUndated : range.first <= days.last && range.last >= days.first;
    if (!isKept) masks[row]! |= DATE_BIT;
  }
  return masks;
}

/** True where some sentence of the edge fails no filter but those of `ignored`. */
function hasEvidence(table: FacetTable, masks: Masks, edge: number, ignored: number): boolean {
  const end = table.evidenceStart[edge + 1]!;
  for (let row = table.evidenceStart[edge]!; row < end; row += 1) {
    if ((masks.evidence[row]! & ~ignored) === 0) return true;
  }
  return false;
}

/** A node is shown with its shown edges; one that never had an edge, by its type alone. */
function showNodes(data: GraphData, table: FacetTable, filters: Filters, edgeShown: Uint8Array): Uint8Array {
  const shown = new Uint8Array(data.nodes.length);
  const { nodeType } = table.facets;
  const hidden = hiddenCodes(nodeType, filters.hidden.nodeType);
  for (let node = 0; node < shown.length; node += 1) {
    const isAlone = data.incidentStart[node] === data.incidentStart[node + 1];
    if (isAlone && hidden[nodeType.codes[node]!] === 0) shown[node] = 1;
  }
  for (let edge = 0; edge < edgeShown.length; edge += 1) {
    if (edgeShown[edge] === 0) continue;
    shown[data.source[edge]!] = 1;
    shown[data.target[edge]!] = 1;
  }
  return shown;
}

function count(data: GraphData, table: FacetTable, masks: Masks): Record<FacetName, Uint32Array> {
  const counts = Object.fromEntries(FACET_NAMES.map((name) => [name, new Uint32Array(table.facets[name].values.length)])) as Record<FacetName, Uint32Array>;
  for (let edge = 0; edge < masks.edge.length; edge += 1) {
    countEdge(counts, table, masks, edge);
    if (masks.edge[edge] === 0) countSentences(counts, table, masks, edge);
  }
  countNodes(counts.nodeType, data, table, masks);
  return counts;
}

function countEdge(counts: Record<FacetName, Uint32Array>, table: FacetTable, masks: Masks, edge: number): void {
  const mask = masks.edge[edge]!;
  // At most one filter may fail, and it must be the one counted.
  if ((mask & (mask - 1)) !== 0 || !hasEvidence(table, masks, edge, 0)) return;
  for (const name of EDGE_FACETS) {
    if ((mask & ~BIT[name]) === 0) counts[name][table.facets[name].codes[edge]!]! += 1;
  }
}

function countSentences(counts: Record<FacetName, Uint32Array>, table: FacetTable, masks: Masks, edge: number): void {
  for (const name of EVIDENCE_FACETS) {
    const facet = table.facets[name];
    const seen: number[] = [];
    for (let row = table.evidenceStart[edge]!; row < table.evidenceStart[edge + 1]!; row += 1) {
      if ((masks.evidence[row]! & ~BIT[name]) !== 0) continue;
      for (let at = facet.codesStart[row]!; at < facet.codesStart[row + 1]!; at += 1) {
        const code = facet.codes[at]!;
        if (seen.includes(code)) continue;
        seen.push(code);
        counts[name][code]! += 1;
      }
    }
  }
}

function countNodes(counts: Uint32Array, data: GraphData, table: FacetTable, masks: Masks): void {
  const reached = new Uint8Array(data.nodes.length);
  for (let edge = 0; edge < masks.edge.length; edge += 1) {
    if ((masks.edge[edge]! & ~BIT.nodeType) !== 0 || !hasEvidence(table, masks, edge, 0)) continue;
    reached[data.source[edge]!] = 1;
    reached[data.target[edge]!] = 1;
  }
  const { codes } = table.facets.nodeType;
  for (let node = 0; node < reached.length; node += 1) {
    const isAlone = data.incidentStart[node] === data.incidentStart[node + 1];
    if (reached[node] === 1 || isAlone) counts[codes[node]!]! += 1;
  }
}
