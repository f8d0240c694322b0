import type { EdgeAttributes, NodeAttributes } from '../../graph/schema.ts';
import type { View } from './apply-filters.ts';
import { edgesOf, type GraphData } from './graph-data.ts';
import { fold } from './search.ts';

/** A row's cells in the order of the columns, and what it stands for. */
export interface Row {
  readonly index: number;
  readonly cells: readonly (string | number)[];
}

export const EDGE_COLUMNS = ['source', 'type', 'target', 'how', 'first', 'last', 'sentences', 'confidence'] as const;
export const NODE_COLUMNS = ['label', 'nodeType', 'country', 'mentions', 'edges', 'stories'] as const;
export type ColumnName = (typeof EDGE_COLUMNS)[number] | (typeof NODE_COLUMNS)[number];

/** The words of an edge for the table. */
export interface EdgeWords {
  readonly type: (type: EdgeAttributes['type']) => string;
  /** What it is besides its type: negated, intended, claimed. */
  readonly how: (edge: EdgeAttributes) => string;
}

/** The shown edges as rows. */
export function edgeRows(data: GraphData, view: View, words: EdgeWords): Row[] {
  const label = (node: number): string => data.nodes[node]!.attributes.label;
  return data.edges.flatMap(({ attributes }, index) => (view.edgeShown[index] === 0 ? [] : [{
    index,
    cells: [
      label(data.source[index]!), words.type(attributes.type), label(data.target[index]!), words.how(attributes),
      attributes.firstSeen ?? '', attributes.lastSeen ?? '', attributes.weight, attributes.confidence,
    ],
  }]));
}

/** The shown nodes as rows. */
export function nodeRows(data: GraphData, view: View, nameOf: (type: NodeAttributes['type']) => string): Row[] {
  return data.nodes.flatMap(({ attributes }, index) => (view.nodeShown[index] === 0 ? [] : [{
    index,
    cells: [
      attributes.label, nameOf(attributes.type), attributes.country ?? '', attributes.mentions,
      edgesOf(data, index).reduce((sum, edge) => sum + view.edgeShown[edge]!, 0), attributes.stories.length,
    ],
  }]));
}

/** Rows with all words of the query somewhere in their cells, sorted by one column; equals keep their order. */
export function arrange(rows: readonly Row[], query: string, column: number, isDescending: boolean): Row[] {
  const words = fold(query).split(/\s+/).filter((word) => word !== '');
  const kept = words.length === 0 ? [...rows] : rows.filter((row) => {
    const text = fold(row.cells.join(' '));
    return words.every((word) => text.includes(word));
  });
  const sign = isDescending ? -1 : 1;
  return kept.toSorted((a, b) => sign * compare(a.cells[column]!, b.cells[column]!) || a.index - b.index);
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [x, y] = [fold(String(a)), fold(String(b))];
  return x < y ? -1 : x > y ? 1 : 0;
}
