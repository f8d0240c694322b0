import { EDGE_TYPES } from '../../src/model/vocabulary.ts';
import type { EdgeRecord } from '../schema.ts';
import type { GraphSource } from '../source.ts';
import { aggregate, PAIR_COLUMNS, pairLabel, type Pair } from './aggregate.ts';
import { EDGE_COLUMNS, kindOf, type Column } from './columns.ts';
import { CLASS_COLOURS } from './palette.ts';

/** What stands between two nodes in a file: the graph's edges, or one for each pair. */
export interface Links<Item extends { readonly key: string; readonly source: string; readonly target: string }> {
  readonly items: (graph: GraphSource) => Iterable<Item>;
  readonly count: (graph: GraphSource) => number | undefined;
  readonly columns: readonly Column<Item>[];
  /** The words to draw on it. */
  readonly label: (item: Item) => string;
  /** A name without blanks, as Neo4j's relationship types are. */
  readonly type: (item: Item) => string;
  readonly weight: (item: Item) => number;
  readonly colour: (item: Item) => string;
  /** Drawn without an arrowhead. */
  readonly symmetric: (item: Item) => boolean;
  /** Drawn solid; what did not happen, or is only said to, is dashed. */
  readonly solid: (item: Item) => boolean;
}

export const EDGES: Links<EdgeRecord> = {
  items: (graph) => graph.edges(),
  count: (graph) => graph.size,
  columns: EDGE_COLUMNS,
  label: ({ attributes }) => kindOf(attributes),
  type: ({ attributes }) => attributes.type,
  weight: ({ attributes }) => attributes.weight,
  colour: ({ attributes }) => CLASS_COLOURS[EDGE_TYPES[attributes.type].class],
  symmetric: ({ attributes }) => attributes.symmetric ?? false,
  solid: ({ attributes }) => attributes.polarity === 'affirmed' && attributes.modality === 'asserted' && attributes.status === 'reported',
};

export const PAIRS: Links<Pair> = {
  items: aggregate,
  count: () => undefined,
  columns: PAIR_COLUMNS,
  label: pairLabel,
  type: () => 'RELATES_TO',
  weight: (pair) => pair.weight,
  colour: ({ cooperation, conflict }) =>
    CLASS_COLOURS[cooperation > conflict ? 'material-cooperation' : conflict > cooperation ? 'material-conflict' : 'structure'],
  symmetric: (pair) => pair.symmetric,
  solid: () => true,
};
