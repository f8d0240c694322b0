import { amendData, readData } from './jsonl.ts';
import type { Modality, Polarity } from '../model/evidence.ts';
import type { EdgeType, NodeType } from '../model/vocabulary.ts';

export type TriggerPos = 'verb' | 'noun' | 'adj' | 'adv' | 'adp';

/**
 * A word that names a relation, and the syntactic slots in which the relation's ends stand; a row of
 * `data/triggers/*.jsonl`. The slots are explained in docs/relations.md.
 */
export interface Trigger {
  readonly type: EdgeType;
  readonly pos: TriggerPos;
  readonly lemma: string;
  readonly particle?: string;
  /** The verb counts only with one of these as its object. */
  readonly object?: readonly string[];
  /** "preposition:lemma": phrases one of which must stand with the word. */
  readonly with?: readonly string[];
  readonly modifier?: readonly string[];
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly reach?: 'self' | 'holder';
  readonly sourceReach?: 'self' | 'holder';
  readonly sourceTypes?: readonly NodeType[];
  readonly targetTypes?: readonly NodeType[];
  /** Head nouns of descriptions that are no target of it: nobody threatens the citizens that he warns. */
  readonly notTarget?: readonly string[];
  readonly polarity?: Polarity;
  readonly modality?: Modality;
  /** Prior that an edge of this entry is right in news text. */
  readonly confidence?: number;
  readonly example: string;
  readonly edges: readonly (readonly string[])[];
}

/** The data files, by coarse class of edge. */
export const TRIGGER_FILES = ['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict', 'structure'] as const;

let index: ReadonlyMap<string, readonly Trigger[]> | undefined;

export function allTriggers(): readonly Trigger[] {
  return TRIGGER_FILES.flatMap(triggersIn);
}

/** The entries of one file. */
export function triggersIn(file: (typeof TRIGGER_FILES)[number]): readonly Trigger[] {
  return readData<Trigger>(`triggers/${file}.jsonl`);
}

/** Adds entries of a user's own to those of the files. @throws DragomanError E_INTERNAL where the lexicon is in use already. */
export function addTriggers(own: readonly Trigger[]): void {
  if (own.length) amendData<Trigger>(`triggers/${TRIGGER_FILES[0]}.jsonl`, (rows) => [...rows, ...own]);
}

/** Base forms of all verbs that name a relation: what the lemmatiser must not miss. */
export function triggerVerbs(): ReadonlySet<string> {
  return new Set(allTriggers().filter((trigger) => trigger.pos === 'verb').map((trigger) => trigger.lemma));
}

/** The entries of a word. */
export function triggersOf(pos: TriggerPos, lemma: string): readonly Trigger[] {
  if (!index) {
    const map = new Map<string, Trigger[]>();
    for (const trigger of allTriggers()) {
      const key = `${trigger.pos} ${trigger.lemma}`;
      const entries = map.get(key);
      if (entries) entries.push(trigger);
      else map.set(key, [trigger]);
    }
    index = map;
  }
  return index.get(`${pos} ${lemma}`) ?? [];
}
