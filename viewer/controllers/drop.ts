import type { GraphFile } from '../../graph/schema.ts';
import { GraphFormatError, readGraph } from '../state/read-graph.ts';

/** Opens a graph file that is dropped onto the page; it is read here and sent nowhere. */
export function followDrops(open: (file: GraphFile) => void, complain: (reason: string) => void): void {
  addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    file.text().then((text) => open(readGraph(text))).catch((error: unknown) => complain(error instanceof GraphFormatError ? error.reason : String(error)));
  });
}
