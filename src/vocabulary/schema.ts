// What a vocabulary file may hold, as docs/vocabulary.md explains it.

import { z } from 'zod';
import { EDGE_TYPE_NAME, EDGE_TYPES, isTakenName, NODE_TYPE_NAME, NODE_TYPES, type EdgeClass, type EdgeType, type NodeType } from '../model/vocabulary.ts';
import { isSlot, PARTS_OF_SPEECH } from './slots.ts';

const BUILT_IN_NODES = Object.keys(NODE_TYPES) as [NodeType, ...NodeType[]];
const BUILT_IN_EDGES = Object.keys(EDGE_TYPES) as [EdgeType, ...EdgeType[]];
const CLASSES = ['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict', 'structure'] as const satisfies readonly EdgeClass[];

const text = z.string().trim().min(1, 'must not be empty');
const words = z.array(text).min(1, 'must not be empty').readonly();

const nodeTypeName = text.regex(NODE_TYPE_NAME, 'must be a capital letter with letters and digits after it, as "Vessel"').refine((name) => !isTakenName(name), 'is the name of a type that there is already');
const edgeTypeName = text.regex(EDGE_TYPE_NAME, 'must be capitals joined by "_", as "LOBBIED_FOR"').refine((name) => !isTakenName(name), 'is the name of a type that there is already');

const slotFields = {
  pos: z.enum(PARTS_OF_SPEECH),
  lemma: text.regex(/^\S+$/, 'must be one word').transform((lemma) => lemma.toLowerCase()),
  particle: text.optional(),
  object: words.optional(),
  with: z.array(text.regex(/^[a-z]+:\S+$/, 'must be "preposition:lemma"')).min(1).readonly().optional(),
  modifier: words.optional(),
  source: words.optional(),
  target: words.optional(),
  reach: z.enum(['self', 'holder']).optional(),
  sourceReach: z.enum(['self', 'holder']).optional(),
  sourceTypes: words.optional(),
  targetTypes: words.optional(),
  polarity: z.enum(['affirmed', 'negated']).optional(),
  modality: z.enum(['asserted', 'intended', 'possible', 'hypothetical']).optional(),
  confidence: z.number().gt(0, 'must be above 0').max(1, 'must be at most 1').optional(),
  example: text.optional(),
  edges: z.array(z.array(text).min(2, 'names a source and a target').max(4).readonly()).readonly().optional(),
};

interface Slots {
  readonly pos: (typeof PARTS_OF_SPEECH)[number];
  readonly source?: readonly string[] | undefined;
  readonly target?: readonly string[] | undefined;
}

/** Which slots a part of speech has; those of a verb are its subject and object where the file says nothing. */
function checkSlots(entry: Slots, context: z.core.$RefinementCtx<Slots>): void {
  for (const end of ['source', 'target'] as const) {
    const slots = entry[end];
    if (!slots && entry.pos !== 'verb') context.addIssue({ code: 'custom', path: [end], message: `is missing: only a verb has a ${end} by default` });
    slots?.forEach((slot, index) => {
      if (!isSlot(entry.pos, slot) || (slot === 'each' && end === 'source')) context.addIssue({ code: 'custom', path: [end, index], message: `"${slot}" is no ${end} of ${entry.pos === 'adj' || entry.pos === 'adv' || entry.pos === 'adp' ? 'an' : 'a'} ${entry.pos}` });
    });
  }
}

const ownTrigger = z.strictObject(slotFields).superRefine(checkSlots);
const furtherTrigger = z.strictObject({ type: z.enum(BUILT_IN_EDGES), ...slotFields }).superRefine(checkSlots);

const nodeType = z.strictObject({ name: nodeTypeName, definition: text, like: z.enum(BUILT_IN_NODES).exclude(['Country', 'Group']).default('Organisation') });

const edgeType = z.strictObject({
  name: edgeTypeName,
  definition: text,
  class: z.enum(CLASSES),
  kind: z.enum(['event', 'state']).optional(),
  symmetric: z.boolean().default(false),
  plover: text.nullable().default(null),
  source: words.optional(),
  target: words.optional(),
  triggers: z.array(ownTrigger).min(1, 'must not be empty').readonly(),
  examples: z.array(text).readonly().optional(),
});

const name = z.strictObject({
  name: text,
  type: text,
  aliases: z.array(text).readonly().optional(),
  ambiguous: z.array(text).readonly().optional(),
  country: text.regex(/^[A-Z]{2}$/, 'must be a code of ISO 3166-1, as "FR"').optional(),
  wikidata: text.regex(/^Q[1-9]\d*$/, 'must be an item, as "Q142"').optional(),
  gender: z.enum(['male', 'female']).optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
});

export const VOCABULARY = z.strictObject({
  nodeTypes: z.array(nodeType).readonly().default([]),
  edgeTypes: z.array(edgeType).readonly().default([]),
  triggers: z.array(furtherTrigger).readonly().default([]),
  names: z.array(name).readonly().default([]),
});

/** A user's own words, checked. */
export type Vocabulary = z.output<typeof VOCABULARY>;
export type OwnName = Vocabulary['names'][number];
export type OwnEdgeEntry = Vocabulary['edgeTypes'][number];
export type OwnTrigger = OwnEdgeEntry['triggers'][number];
