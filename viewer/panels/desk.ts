import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WholeSize } from '../../graph/part.ts';
import type { Correction } from '../../graph/corrections.ts';
import type { CorrectionBook } from '../controllers/correction-book.ts';
import type { OpenFile } from '../controllers/drop.ts';
import type { Selection } from '../state/selection.ts';
import type { Session } from '../state/session.ts';

/** What every panel works with: the opened graph, and what a click may ask for. */
export interface Desk {
  readonly session: Session;
  /** Opens something in the side panel; the browser's Back returns to what was open. */
  readonly open: (selection: Selection) => void;
  /** Opens a node and brings it into view. */
  readonly flyTo: (node: number) => void;
  /** Opens an edge and brings both ends into view. */
  readonly flyToEdge: (edge: number) => void;
  /** Shows countries and armed groups only, or everything as it is. */
  readonly rollUp: (isRolledUp: boolean) => void;
  /** True where a server may be asked about this graph. */
  readonly canAsk: boolean;
  readonly openFile: OpenFile;
  /** How large the graph is, where only the most important part of it is loaded. */
  readonly whole?: WholeSize | undefined;
  /** Loads so many of its edges, or all; a message says what went wrong. */
  readonly loadMore: (edges?: number) => Promise<void>;
  readonly book: CorrectionBook;
  /** Puts something right: the page shows the graph anew, and the correction is kept. */
  readonly correct: (correction: Correction) => void;
  /** Corrections that name nothing in this graph. */
  readonly unused: readonly Correction[];
  /** Corrections that the build has already applied. */
  readonly builtIn: readonly Correction[];
  /** The name of a node as the graph was built, for one that is merged into another too. */
  readonly nameOf: (key: string) => string;
}

const DeskContext = createContext<Desk | undefined>(undefined);
export const DeskProvider = DeskContext.Provider;

/** The desk of the panel's page. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('a panel stands outside of its desk');
  return desk;
}
