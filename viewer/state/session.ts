import type { GraphFile } from '../../graph/schema.ts';
import { applyFilters, type View } from './apply-filters.ts';
import { tabulate, type FacetTable } from './facets.ts';
import { NO_FILTERS, type Filters } from './filters.ts';
import { indexGraph, type GraphData } from './graph-data.ts';
import { createHistory, type History } from './history.ts';
import { DEFAULT_LOOK, type CameraView, type Look } from './look.ts';
import type { Positions } from './layouts.ts';
import { indexNames, type SearchIndex } from './search.ts';
import { createSentenceSearch, type SentenceSearch } from './sentence-search.ts';
import { NO_SELECTION, type Focus, type Selection } from './selection.ts';
import { createStore, type Store } from './store.ts';
import { summarise, type Summary } from './summary.ts';
import type { Outline } from './world.ts';

/** What the pointer or the keyboard rests on, by index. */
export type Hover = { readonly kind: 'node' | 'edge'; readonly index: number } | undefined;

/** Where the nodes stand, and what lies below them; as in the file where it says nothing. */
export interface Placement {
  readonly positions?: Positions;
  readonly outline?: Outline;
  /** What is to be brought into view; all where absent. */
  readonly placed?: readonly number[];
}

/** Whether a layout moves the nodes: none is at work, it runs, or it rests. */
export type Motion = 'none' | 'running' | 'paused';

/** One opened graph: what it holds, and what the reader has chosen to see of it. */
export interface Session {
  readonly data: GraphData;
  /** True where people and ministries are rolled up to countries and armed groups. */
  readonly isRolledUp: boolean;
  readonly table: FacetTable;
  readonly names: SearchIndex;
  readonly findSentences: SentenceSearch;
  readonly summary: Summary;
  readonly filters: History<Filters>;
  /** What the filters leave; follows `filters`. */
  readonly view: Store<View>;
  readonly selection: Store<Selection>;
  readonly hover: Store<Hover>;
  /** What the last query has named; bright while nothing is selected. */
  readonly answered: Store<Focus | undefined>;
  readonly look: Store<Look>;
  /** Follows the layout of `look`. */
  readonly placement: Store<Placement>;
  readonly motion: Store<Motion>;
  /** Where the camera stands; undefined before the picture is there. */
  readonly camera: Store<CameraView | undefined>;
}

/** Opens a graph with everything shown and nothing selected. */
export function createSession(file: GraphFile, isRolledUp = false): Session {
  const data = indexGraph(file);
  const table = tabulate(data);
  const filters = createHistory(NO_FILTERS);
  const view = createStore(applyFilters(data, table, NO_FILTERS));
  filters.subscribe((next) => view.set(applyFilters(data, table, next)));
  return {
    data,
    isRolledUp,
    table,
    filters,
    view,
    names: indexNames(data),
    findSentences: createSentenceSearch(data),
    summary: summarise(data),
    selection: createStore<Selection>(NO_SELECTION),
    hover: createStore<Hover>(undefined),
    answered: createStore<Focus | undefined>(undefined),
    look: createStore(DEFAULT_LOOK),
    placement: createStore<Placement>({}),
    motion: createStore<Motion>('none'),
    camera: createStore<CameraView | undefined>(undefined),
  };
}
