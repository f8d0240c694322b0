import type { JSX } from 'preact';

export type LineKind = 'solid' | 'intended' | 'possible' | 'hypothetical' | 'negated' | 'claimed' | 'disputed' | 'arrow';

/** A line as the picture draws it, for the legend. */
export function LineSign({ kind }: { readonly kind: LineKind }): JSX.Element {
  return (
    <svg class={`line ${kind}`} width="34" height="10" viewBox="0 0 34 10" aria-hidden="true">
      {kind === 'disputed' ? <><path d="M1 3.4H33" /><path d="M1 6.6H33" /></> : <path d="M1 5H33" />}
      {kind === 'negated' && <path class="strokes" d="M7 1V9M17 1V9M27 1V9" />}
    </svg>
  );
}
