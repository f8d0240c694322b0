import type { JSX } from 'preact';
import { TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { EdgeLink } from './links.tsx';

/** An edge seen from one of its ends: → goes out, ← comes in, ↔ is mutual. */
export function DirectedEdge({ edge, from }: { readonly edge: number; readonly from: number }): JSX.Element {
  const { data } = useDesk().session;
  const isMutual = data.edges[edge]!.attributes.symmetric === true;
  const direction = isMutual ? 'mutual' : data.source[edge] === from ? 'out' : 'in';
  const arrow = { mutual: '↔', out: '→', in: '←' }[direction];
  return <><span class="arrow" role="img" aria-label={TEXT.direction[direction]}>{arrow}</span> <EdgeLink edge={edge} /></>;
}
