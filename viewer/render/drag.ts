import type Sigma from 'sigma';
import type { DrawnGraph } from './drawn-graph.ts';

/** Lets the reader move a node with the pointer; a press without a move stays a click. */
export function enableDrag(sigma: Sigma, graph: DrawnGraph): void {
  let dragged: string | undefined;
  let hasMoved = false;
  sigma.on('downNode', ({ node }) => {
    dragged = node;
    hasMoved = false;
    // Without a fixed frame the picture would rescale under the pointer.
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
  });
  sigma.on('moveBody', ({ event }) => {
    if (dragged === undefined) return;
    hasMoved = true;
    const { x, y } = sigma.viewportToGraph(event);
    graph.mergeNodeAttributes(dragged, { x, y });
    event.preventSigmaDefault();
    event.original.preventDefault();
  });
  const drop = (): void => {
    if (dragged !== undefined && hasMoved) sigma.scheduleRefresh();
    dragged = undefined;
  };
  sigma.on('upNode', drop);
  sigma.on('upStage', drop);
}
