import { edgeKey } from './keys.ts';
import type { DragomanGraph, EdgeAttributes, Modality } from './schema.ts';

/** Only what is said to have happened, or perhaps to have, can be contradicted: not plans, not conditions. */
const STATED: readonly Modality[] = ['asserted', 'possible'];

type Kind = Pick<EdgeAttributes, 'type' | 'polarity' | 'modality'>;

/** True for edges whose evidence denies what it answers. */
export function denies({ type, polarity, modality }: Kind): boolean {
  return type === 'DENIED' && polarity === 'affirmed' && STATED.includes(modality);
}

/** Keys of the edges that contradict this one wherever they are there: the same ends and type with the opposite polarity. */
export function oppositesOf({ type, polarity, modality }: Kind, source: string, target: string): string[] {
  const opposite = polarity === 'affirmed' ? 'negated' : 'affirmed';
  return STATED.includes(modality) ? STATED.map((other) => edgeKey(source, type, target, opposite, other)) : [];
}

/** Keys of the edges that some party denies. */
function deniedKeys(graph: DragomanGraph): Set<string> {
  const denied = new Set<string>();
  graph.forEachEdge((_, attributes) => {
    if (!denies(attributes)) return;
    for (const { answers } of attributes.evidence) if (answers !== undefined) denied.add(answers);
  });
  return denied;
}

/**
 * Sets `status` to `disputed` where a DENIED edge answers the edge, or where the same ends and type are stated with
 * the opposite polarity.
 */
export function markDisputed(graph: DragomanGraph): void {
  const denied = deniedKeys(graph);
  graph.forEachEdge((key, attributes, source, target) => {
    const contradicted = oppositesOf(attributes, source, target).some((other) => graph.hasEdge(other));
    if (denied.has(key) || contradicted) graph.setEdgeAttribute(key, 'status', 'disputed');
  });
}
