import type { GraphFile } from '../../graph/schema.ts';
import { GraphFormatError, readGraph } from '../state/read-graph.ts';
import { TEXT } from '../strings.ts';

/** The graph that stands in the page itself, else graph.json beside it. Throws GraphFormatError with the reason. */
export async function loadGraph(): Promise<GraphFile> {
  const embedded = document.getElementById('graph')?.textContent;
  if (embedded !== undefined && embedded !== null && embedded.trim() !== '') return readGraph(embedded);
  const response = await fetch('graph.json').catch((cause: unknown) => {
    throw new GraphFormatError(TEXT.noAnswer, { cause });
  });
  if (!response.ok) throw new GraphFormatError(TEXT.cannotFetch(`${response.status} ${response.statusText}`));
  return readGraph(await response.text());
}
