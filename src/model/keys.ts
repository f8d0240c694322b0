import type { Modality, Polarity } from './evidence.ts';
import type { EdgeType } from './vocabulary.ts';

/** Keys hold names of any script; only the separator and its escape are replaced. */
const part = (key: string): string => key.replaceAll('%', '%25').replaceAll('|', '%7C');

/**
 * Key of an edge: its ends, type, polarity and modality, as in `country:IN|MET|person:wang-yi|affirmed|asserted`.
 * The ends come as stored (a symmetric type from the smaller key to the larger). Different edges never share a key.
 */
export function edgeKey(source: string, type: EdgeType, target: string, polarity: Polarity, modality: Modality): string {
  return `${part(source)}|${type}|${part(target)}|${polarity}|${modality}`;
}

/** Letters and digits of any script, lower case, without accents, joined by hyphens: "al-Qaida" gives "al-qaida". */
export function slug(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’‘.]/g, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}

/** Key of all edges from one node to another together. */
export function pairKey(source: string, target: string): string {
  return `${part(source)}|${part(target)}`;
}
