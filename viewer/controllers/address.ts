import { readView, writeView, type SharedView } from '../state/permalink.ts';
import { isSameSelection } from '../state/selection.ts';
import type { Session } from '../state/session.ts';

const SETTLED_MS = 300;

/**
 * Keeps the view and the address in step, so that any view can be linked to. A selection is a step that Back undoes;
 * filters, look and camera only rewrite the present step.
 */
export function followAddress(session: Session): void {
  restore(session);
  addEventListener('popstate', (event) => {
    // Without a state the reader has typed or pasted an address: all of it counts.
    if (event.state === null) restore(session);
    else session.selection.set(inAddress(session).selection);
  });
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
}

/** The address that restores the present view. */
export function addressOf(session: Session): string {
  const { selection, filters, look, camera } = session;
  const view: SharedView = { selection: selection.get(), filters: filters.get(), look: look.get(), camera: camera.get() };
  return `#${writeView(session.table, view)}`;
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
