import { edgeKey } from './keys.ts';
import type { DragomanGraph, Modality } from './schema.ts';

/** Only what is said to have happened, or perhaps to have, can be contradicted: not plans, not conditions. */
const STATED: readonly Modality[] = ['asserted', 'possible'];

/** Keys of the edges that some party denies. */
function deniedKeys(graph: DragomanGraph): Set<string> {
  const denied = new Set<string>();
  graph.forEachEdge((_, { type, polarity, modality, evidence }) => {
    if (type !== 'DENIED' || polarity !== 'affirmed' || !STATED.includes(modality)) return;
    for (const { answers } of evidence) if (answers !== undefined) denied.add(answers);
  });
  return denied;
}

/**
 * Sets `status` to `disputed` where a DENIED edge answers the edge, or where the same ends and type are stated with
 * the opposite polarity.
 */
export function markDisputed(graph: DragomanGraph): void {
  const denied = deniedKeys(graph);
  graph.forEachEdge((key, { type, polarity, modality }, source, target) => {
    const opposite = polarity === 'affirmed' ? 'negated' : 'affirmed';
    const contradicted = STATED.includes(modality)
      && STATED.some((other) => graph.hasEdge(edgeKey(source, type, target, opposite, other)));
    if (denied.has(key) || contradicted) graph.setEdgeAttribute(key, 'status', 'disputed');
  });
}
