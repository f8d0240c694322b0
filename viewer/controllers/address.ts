import { readView, writeView, type SharedView } from '../state/permalink.ts';
import { isSameSelection } from '../state/selection.ts';
import type { Session } from '../state/session.ts';

const SETTLED_MS = 300;

/**
 * Keeps the view and the address in step, so that any view can be linked to. A selection is a step that Back undoes;
 * filters, look and camera only rewrite the present step. Returns the function that ends it.
 */
export function followAddress(session: Session): () => void {
  restore(session);
  const onMove = (event: PopStateEvent): void => {
    // Without a state the reader has typed or pasted an address: all of it counts.
    if (event.state === null) restore(session);
    else session.selection.set(inAddress(session).selection);
  };
  addEventListener('popstate', onMove);
  session.selection.subscribe((selection) => {
    if (isSameSelection(inAddress(session).selection, selection)) return;
    history.pushState({ isWithinPage: true }, '', addressOf(session));
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rewrite = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => history.replaceState(history.state ?? { isWithinPage: false }, '', addressOf(session)), SETTLED_MS);
  };
  session.filters.subscribe(rewrite);
  session.look.subscribe(rewrite);
  session.camera.subscribe(rewrite);
  return () => {
    clearTimeout(timer);
    removeEventListener('popstate', onMove);
  };
}

const ROLLED_UP = 'rolled';

/** True where the address asks for the graph rolled up to countries and armed groups. */
export function isRolledUpInAddress(): boolean {
  return new URLSearchParams(location.hash.slice(1)).has(ROLLED_UP);
}

const LOAD = 'load';
const WHOLE = 'whole';

/** True where the address asks for all of a large graph. */
export function isWholeInAddress(): boolean {
  return new URLSearchParams(location.hash.slice(1)).get(LOAD) === WHOLE;
}

/** The address that restores the present view. */
export function addressOf(session: Session, { isRolledUp = session.isRolledUp, isWhole = isWholeInAddress() } = {}): string {
  const { selection, filters, look, camera } = session;
  const view: SharedView = { selection: selection.get(), filters: filters.get(), look: look.get(), camera: camera.get() };
  const parameters = writeView(session.table, view);
  if (isRolledUp) parameters.set(ROLLED_UP, '1');
  if (isWhole) parameters.set(LOAD, WHOLE);
  return `#${parameters}`;
}

/** True where Back stays in the page. */
export function canGoBack(): boolean {
  return (history.state as { isWithinPage?: boolean } | null)?.isWithinPage === true;
}

function inAddress(session: Session): SharedView {
  return readView(session.data, session.table, new URLSearchParams(location.hash.slice(1)));
}

function restore(session: Session): void {
  const view = inAddress(session);
  session.filters.set(view.filters);
  session.look.set(view.look);
  if (view.camera !== undefined) session.camera.set(view.camera);
  session.selection.set(view.selection);
}
