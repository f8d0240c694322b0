import type { GraphData } from './graph-data.ts';
import { classOf } from './vocabulary.ts';

/** How often two sides cooperate and conflict: sentences, not edges. */
export interface Balance {
  readonly cooperation: number;
  readonly conflict: number;
}

/** Sums up edges. CALLED_ON counts as neither, nor do what is negated, merely possible or hypothetical, and the edges of structure. */
export function balanceOf(data: GraphData, edges: readonly number[]): Balance {
  let cooperation = 0;
  let conflict = 0;
  for (const edge of edges) {
    const { type, polarity, modality, weight } = data.edges[edge]!.attributes;
    if (type === 'CALLED_ON' || polarity === 'negated' || modality === 'possible' || modality === 'hypothetical') continue;
    const name = classOf(type);
    if (name.endsWith('cooperation')) cooperation += weight;
    if (name.endsWith('conflict')) conflict += weight;
  }
  return { cooperation, conflict };
}
