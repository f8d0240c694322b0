import { isSameSelection, readSelection, writeSelection } from '../state/selection.ts';
import type { Session } from '../state/session.ts';

/** Keeps the selection and the address in step: what is open can be linked to, and Back goes back. */
export function followAddress(session: Session): void {
  const read = (): void => session.selection.set(readSelection(session.data, new URLSearchParams(location.hash.slice(1))));
  read();
  addEventListener('popstate', read);
  addEventListener('hashchange', read);
  session.selection.subscribe((selection) => {
    const inAddress = readSelection(session.data, new URLSearchParams(location.hash.slice(1)));
    if (!isSameSelection(inAddress, selection)) history.pushState({ isWithinPage: true }, '', `#${writeSelection(selection)}`);
  });
}

/** True where Back stays in the page. */
export function canGoBack(): boolean {
  return (history.state as { isWithinPage?: boolean } | null)?.isWithinPage === true;
}
