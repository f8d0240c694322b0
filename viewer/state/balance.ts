import type { GraphData } from './graph-data.ts';
import { classOf } from './vocabulary.ts';

/** How often two sides cooperate and conflict: sentences, not edges. */
export interface Balance {
  readonly cooperation: number;
  readonly conflict: number;
}

/** Sums up edges by their sentences, all of them or those that `sentencesOf` counts. CALLED_ON counts as neither, nor do what is negated, merely possible or hypothetical, and the edges of structure. */
export function balanceOf(data: GraphData, edges: readonly number[], sentencesOf = (edge: number): number => data.edges[edge]!.attributes.weight): Balance {
  let cooperation = 0;
  let conflict = 0;
  for (const edge of edges) {
    const { type, polarity, modality } = data.edges[edge]!.attributes;
    if (type === 'CALLED_ON' || polarity === 'negated' || modality === 'possible' || modality === 'hypothetical') continue;
    const name = classOf(type);
    if (name.endsWith('cooperation')) cooperation += sentencesOf(edge);
    if (name.endsWith('conflict')) conflict += sentencesOf(edge);
  }
  return { cooperation, conflict };
}
