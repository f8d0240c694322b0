import type { WholeSize } from '../../graph/part.ts';
import type { GraphFile } from '../../graph/schema.ts';
import { indexGraph } from '../state/graph-data.ts';
import { GraphFormatError, readGraph } from '../state/read-graph.ts';
import { readSelection } from '../state/selection.ts';
import { TEXT } from '../strings.ts';
import { isWholeInAddress } from './address.ts';
import { openBook, pageBook, type CorrectionBook } from './correction-book.ts';

export interface LoadedGraph {
  /** As it was built: what the book holds is yet to be applied. */
  readonly file: GraphFile;
  /** How large the whole is, where the file is only the most important part of it. */
  readonly whole?: WholeSize;
  readonly book: CorrectionBook;
  /** True where a server holds it and may be asked about it. */
  readonly isServed: boolean;
}

/** A graph with no more edges is opened whole; of a larger one first the most important part, with no more than can be seen. */
const LARGE = 20_000;
const FIRST_EDGES = 5000;

/** The graph that stands in the page itself, else graph.json beside it with its corrections. Throws GraphFormatError with the reason. */
export async function loadGraph(): Promise<LoadedGraph> {
  const embedded = document.getElementById('graph')?.textContent;
  if (embedded !== undefined && embedded !== null && embedded.trim() !== '') return { file: readGraph(embedded), book: pageBook(), isServed: false };
  const [part, book] = await Promise.all([fetchGraph(isWholeInAddress() ? undefined : FIRST_EDGES), openBook()]);
  // A link to what lies outside of the part is a link to the whole.
  const { file, whole } = part.whole !== undefined && selectsMore(part.file) ? await fetchGraph() : part;
  return { file, book, isServed: true, ...(whole === undefined ? {} : { whole }) };
}

/** The same graph with so many edges, or all of it. Throws GraphFormatError with the reason. */
export async function loadMore({ book }: LoadedGraph, edges?: number): Promise<LoadedGraph> {
  return { ...(await fetchGraph(edges)), book, isServed: true };
}

function selectsMore(file: GraphFile): boolean {
  const parameters = new URLSearchParams(location.hash.slice(1));
  return ['node', 'edge', 'story', 'a', 'b'].some((name) => parameters.has(name)) && readSelection(indexGraph(file), parameters).kind === 'none';
}

async function fetchGraph(edges?: number): Promise<Pick<LoadedGraph, 'file' | 'whole'>> {
  const response = await fetch(`graph.json?corrections=none${edges === undefined ? '' : `&edges=${edges}&above=${LARGE}`}`).catch((cause: unknown) => {
    throw new GraphFormatError(TEXT.noAnswer, { cause });
  });
  if (!response.ok) throw new GraphFormatError(TEXT.cannotFetch(`${response.status} ${response.statusText}`));
  const file = readGraph(await response.text());
  const { part: whole, ...attributes } = file.attributes as GraphFile['attributes'] & { part?: WholeSize };
  return whole === undefined ? { file } : { file: { ...file, attributes }, whole };
}
