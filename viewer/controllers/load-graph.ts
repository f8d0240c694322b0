import type { GraphFile } from '../../graph/schema.ts';
import { GraphFormatError, readGraph } from '../state/read-graph.ts';
import { TEXT } from '../strings.ts';
import { openBook, pageBook, type CorrectionBook } from './correction-book.ts';

export interface LoadedGraph {
  /** As it was built: what the book holds is yet to be applied. */
  readonly file: GraphFile;
  readonly book: CorrectionBook;
  /** True where a server holds it and may be asked about it. */
  readonly isServed: boolean;
}

/** The graph that stands in the page itself, else graph.json beside it with its corrections. Throws GraphFormatError with the reason. */
export async function loadGraph(): Promise<LoadedGraph> {
  const embedded = document.getElementById('graph')?.textContent;
  if (embedded !== undefined && embedded !== null && embedded.trim() !== '') return { file: readGraph(embedded), book: pageBook(), isServed: false };
  const [file, book] = await Promise.all([fetchGraph(), openBook()]);
  return { file, book, isServed: true };
}

async function fetchGraph(): Promise<GraphFile> {
  const response = await fetch('graph.json?corrections=none').catch((cause: unknown) => {
    throw new GraphFormatError(TEXT.noAnswer, { cause });
  });
  if (!response.ok) throw new GraphFormatError(TEXT.cannotFetch(`${response.status} ${response.statusText}`));
  return readGraph(await response.text());
}
