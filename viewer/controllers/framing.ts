import { largestComponent, mostConnected } from '../state/components.ts';
import { storedLayout } from '../state/layouts.ts';
import { focusOf } from '../state/selection.ts';
import type { Session } from '../state/session.ts';
import { surroundings } from '../state/surroundings.ts';

// Which nodes the camera is to show, by index.

const isShownIn = ({ view }: Session) => (edge: number): boolean => view.get().edgeShown[edge] === 1;

/** All that there is to see: of the file's own layout, which has it in the middle, the main part; in the others all parts count alike. */
export function nodesToFit(session: Session): readonly number[] {
  const { data, placement, view } = session;
  const { positions, placed = data.nodes.map((_, node) => node) } = placement.get();
  return positions === undefined ? largestComponent(data, isShownIn(session)) : placed.filter((node) => view.get().nodeShown[node] === 1);
}

/** What a page that opens without a place of its own begins with: what its address selects, else the most connected part. */
export function nodesToBegin(session: Session): readonly number[] {
  const { data, selection, look } = session;
  if (look.get().layout !== 'stored') return nodesToFit(session);
  const chosen = selection.get();
  if (chosen.kind === 'node') return surroundings(data, data.nodeAt.get(chosen.node)!, storedLayout(data));
  const focus = focusOf(data, chosen, isShownIn(session));
  return focus === undefined || focus.nodes.size === 0 ? mostConnected(data, isShownIn(session)) : [...focus.nodes];
}

/** Calls back when an element has a size: at once, or when what hides it goes. Returns the function that ends the wait. */
export function onceSized(element: HTMLElement, then: () => void): () => void {
  if (element.clientWidth > 0) {
    then();
    return () => undefined;
  }
  const watch = new ResizeObserver(() => {
    if (element.clientWidth === 0) return;
    watch.disconnect();
    // The picture takes its new size in this frame and draws in the next.
    requestAnimationFrame(() => requestAnimationFrame(then));
  });
  watch.observe(element);
  return () => watch.disconnect();
}
