import type { GraphFile } from '../../graph/schema.ts';
import { GraphFormatError, readGraph } from '../state/read-graph.ts';

/** Opens a graph file that the reader hands over; it is read here and sent nowhere. */
export type OpenFile = (file: File) => void;

/** Reads what the reader hands over; `complain` gets the reason where it is no graph. */
export function fileOpener(open: (file: GraphFile) => void, complain: (reason: string) => void): OpenFile {
  return (file) => {
    file.text().then((text) => open(readGraph(text))).catch((error: unknown) => complain(error instanceof GraphFormatError ? error.reason : String(error)));
  };
}

/** Opens a graph file that is dropped onto the page, which shows that it may be while one is held over it. */
export function followDrops(open: OpenFile): void {
  const { dataset } = document.documentElement;
  const leave = (): void => {
    delete dataset['dropping'];
  };
  addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    dataset['dropping'] = '';
  });
  addEventListener('dragleave', (event) => {
    // Also sent for each element that is crossed: only the way out of the page has no goal.
    if (event.relatedTarget === null) leave();
  });
  addEventListener('drop', (event) => {
    leave();
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    open(file);
  });
}
