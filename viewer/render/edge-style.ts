import type { EdgeAttributes } from '../../graph/schema.ts';

// How a line is drawn, packed in one number for the shader. The legend explains the same five signs.
const DASH = { asserted: 0, intended: 1, possible: 2, hypothetical: 3 } as const;
const STRUCK = 4;
const DOUBLE = 8;
const ARROW = 16;

/** Dashes for what is intended, dots for what is possible or hypothetical, strokes across for what is negated, a double line for what is disputed, an arrowhead for what has a direction. */
export function edgeStyle(edge: EdgeAttributes): number {
  const struck = edge.polarity === 'negated' ? STRUCK : 0;
  const double = edge.status === 'disputed' ? DOUBLE : 0;
  const arrow = edge.symmetric ? 0 : ARROW;
  return DASH[edge.modality] + struck + double + arrow;
}

/** A claim that no reporter makes his own is pale. */
export function edgeOpacity(edge: EdgeAttributes): number {
  return edge.status === 'claimed' ? 0.5 : 0.95;
}

/** Thickness in pixels at the first zoom: more evidence, thicker, by the logarithm. */
export function edgeThickness(weight: number): number {
  return Math.min(6, 1.6 + 0.8 * Math.log2(weight));
}
