import { EDGE_TYPES } from '../../src/model/vocabulary.ts';
import { byCodeUnit } from '../keys.ts';
import type { EdgeAttributes, EdgeRecord, Evidence, NodeRecord } from '../schema.ts';
import { strictJson } from '../well-formed.ts';

export type Value = string | number | boolean | readonly string[];
export type ColumnType = 'string' | 'int' | 'double' | 'boolean' | 'date' | 'string[]';

/** A named value of a record. An absent one is undefined and is left out of every format: there are no nulls and no empty lists. */
export interface Column<Item> {
  readonly name: string;
  readonly type: ColumnType;
  readonly of: (item: Item) => Value | undefined;
}

/** Lists and records have no type of their own in most formats: they stand there as JSON. */
export function flat(value: Value): string | number | boolean {
  return typeof value === 'object' ? strictJson(value) : value;
}

/** A list, unless it is empty. */
export const filled = (list: readonly string[] | undefined): readonly string[] | undefined => (list?.length ? list : undefined);
const json = (list: readonly unknown[] | undefined): string | undefined => (list?.length ? strictJson(list) : undefined);

/** What a node has besides its key, label and place in the picture. */
export const NODE_COLUMNS: readonly Column<NodeRecord>[] = [
  { name: 'type', type: 'string', of: ({ attributes }) => attributes.type },
  { name: 'aliases', type: 'string[]', of: ({ attributes }) => filled(attributes.aliases) },
  { name: 'wikidata', type: 'string', of: ({ attributes }) => attributes.wikidata },
  { name: 'country', type: 'string', of: ({ attributes }) => attributes.country },
  { name: 'official', type: 'boolean', of: ({ attributes }) => attributes.official },
  { name: 'roles', type: 'string', of: ({ attributes }) => json(attributes.roles) },
  { name: 'lat', type: 'double', of: ({ attributes }) => attributes.lat },
  { name: 'lon', type: 'double', of: ({ attributes }) => attributes.lon },
  { name: 'mentions', type: 'int', of: ({ attributes }) => attributes.mentions },
  { name: 'stories', type: 'string[]', of: ({ attributes }) => filled(attributes.stories) },
  { name: 'community', type: 'int', of: ({ attributes }) => attributes.community },
];

/** Keys of all who claim it, in any piece of evidence. */
export function claimants({ evidence }: EdgeAttributes): string[] {
  return [...new Set(evidence.flatMap((item) => item.attributedTo))].sort(byCodeUnit);
}

/** The sentence that says it most surely; of equals the first. */
export function strongest({ evidence }: EdgeAttributes): Evidence | undefined {
  return evidence.reduce<Evidence | undefined>((best, item) => (best && best.confidence >= item.confidence ? best : item), undefined);
}

/** What an edge has besides its key, ends and weight; without the evidence. */
export const EDGE_FACTS: readonly Column<EdgeRecord>[] = [
  { name: 'type', type: 'string', of: ({ attributes }) => attributes.type },
  { name: 'class', type: 'string', of: ({ attributes }) => EDGE_TYPES[attributes.type].class },
  { name: 'polarity', type: 'string', of: ({ attributes }) => attributes.polarity },
  { name: 'modality', type: 'string', of: ({ attributes }) => attributes.modality },
  { name: 'symmetric', type: 'boolean', of: ({ attributes }) => attributes.symmetric ?? false },
  { name: 'confidence', type: 'double', of: ({ attributes }) => attributes.confidence },
  { name: 'status', type: 'string', of: ({ attributes }) => attributes.status },
  { name: 'titles', type: 'string[]', of: ({ attributes }) => filled(attributes.titles) },
  { name: 'firstSeen', type: 'string', of: ({ attributes }) => attributes.firstSeen },
  { name: 'lastSeen', type: 'string', of: ({ attributes }) => attributes.lastSeen },
  { name: 'claimedBy', type: 'string[]', of: ({ attributes }) => filled(claimants(attributes)) },
];

/** The facts with the strongest sentence, and all evidence as JSON. */
export const EDGE_COLUMNS: readonly Column<EdgeRecord>[] = [
  ...EDGE_FACTS,
  { name: 'sentence', type: 'string', of: ({ attributes }) => strongest(attributes)?.text },
  { name: 'evidence', type: 'string', of: ({ attributes }) => json(attributes.evidence) },
];

/** Type with what sets parallel edges of that type apart: "MET", "RECOGNISED (negated)", "AIDED (intended)". */
export function kindOf({ type, polarity, modality }: EdgeAttributes): string {
  const marks = [...(polarity === 'negated' ? ['negated'] : []), ...(modality === 'asserted' ? [] : [modality])];
  return marks.length ? `${type} (${marks.join(', ')})` : type;
}
