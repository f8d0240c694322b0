import type { Modality, Polarity } from '../../graph/schema.ts';
import { EDGE_TYPE_LIST, type EdgeType } from './vocabulary.ts';

/** What the key of an edge says: `country:IN|MET|person:wang-yi|affirmed|asserted`. */
export interface EdgeKeyParts {
  readonly source: string;
  readonly type: EdgeType;
  readonly target: string;
  readonly polarity: Polarity;
  readonly modality: Modality;
}

/** The parts of an edge's key, for one that may no longer be in the graph; undefined where it is of another form. */
export function partsOfEdgeKey(key: string): EdgeKeyParts | undefined {
  const parts = key.split('|').map((part) => part.replaceAll('%7C', '|').replaceAll('%25', '%'));
  const [source, type, target, polarity, modality] = parts;
  if (parts.length !== 5 || !EDGE_TYPE_LIST.includes(type as EdgeType)) return undefined;
  return { source: source!, type: type as EdgeType, target: target!, polarity: polarity as Polarity, modality: modality as Modality };
}
