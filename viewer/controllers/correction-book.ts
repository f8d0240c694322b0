import { correctionsText, type Correction, type CorrectionsFile } from '../../graph/corrections.ts';
import { createHistory, type History } from '../state/history.ts';
import { createStore, type Store } from '../state/store.ts';
import { TEXT } from '../strings.ts';
import { saveFile } from './take-away.ts';

/** Where the corrections are: in the file beside the graph, on their way there, in this page only, or not saved for a reason. */
export type Keeping = { readonly kind: 'file' | 'saving' | 'page' } | { readonly kind: 'failed'; readonly reason: string };

/** The corrections of an opened graph, with undo and redo, and where they are kept. */
export interface CorrectionBook {
  readonly list: History<readonly Correction[]>;
  readonly keeping: Store<Keeping>;
}

const ADDRESS = 'corrections.json';

/** A book of corrections that lasts as long as the page, for a graph that no server keeps. */
export function pageBook(): CorrectionBook {
  return { list: createHistory<readonly Correction[]>([]), keeping: createStore<Keeping>({ kind: 'page' }) };
}

/** The corrections that lie beside the served graph; each change is saved there. Where the server keeps none, one for the page. */
export async function openBook(): Promise<CorrectionBook> {
  const response = await fetch(ADDRESS).catch(() => undefined);
  if (response === undefined || !response.ok) {
    const book = pageBook();
    if (response !== undefined && response.status !== 404) book.keeping.set({ kind: 'failed', reason: await response.text() });
    return book;
  }
  const { corrections } = (await response.json()) as CorrectionsFile;
  const book = { list: createHistory(corrections), keeping: createStore<Keeping>({ kind: 'file' }) };
  saveChanges(book, response.headers.get('etag'));
  return book;
}

/** Saves one state after the other; of those that wait only the last. */
function saveChanges({ list, keeping }: CorrectionBook, tag: string | null): void {
  let known = tag;
  let isSaving = false;
  const save = async (): Promise<void> => {
    const corrections = list.get();
    isSaving = true;
    keeping.set({ kind: 'saving' });
    const headers = { 'content-type': 'application/json', ...(known === null ? {} : { 'if-match': known }) };
    const response = await fetch(ADDRESS, { method: 'PUT', headers, body: correctionsText(corrections) }).catch(() => undefined);
    isSaving = false;
    if (response?.ok !== true) return keeping.set({ kind: 'failed', reason: response === undefined ? TEXT.noAnswer : (await response.text()).trim() });
    known = response.headers.get('etag');
    if (list.get() === corrections) keeping.set({ kind: 'file' });
    else await save();
  };
  list.subscribe(() => {
    if (!isSaving) void save();
  });
}

/** Hands corrections.json to the browser as a file. */
export function downloadCorrections({ list }: CorrectionBook): void {
  saveFile(ADDRESS, 'application/json', [correctionsText(list.get())]);
}
