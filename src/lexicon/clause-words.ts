import { readFileSync } from 'node:fs';
import { readData } from './jsonl.ts';
import type { Modality } from '../model/evidence.ts';

/** A word that changes how true what it embeds is; a row of `data/operators.jsonl`. */
export interface Operator {
  readonly lemma: string;
  readonly pos: 'verb' | 'noun' | 'adj' | 'adv' | 'aux' | 'sconj';
  readonly modality?: Modality;
  readonly polarity?: 'negated';
  /** Its subject refuses what it embeds. */
  readonly rejects?: boolean;
  /** Its subject denies what it embeds. */
  readonly denies?: boolean;
  /** Holds only with this preposition ("call for"). */
  readonly with?: string;
}

/** A word of saying; a row of `data/speech.jsonl`. */
export interface SpeechWord {
  readonly lemma: string;
  readonly pos: 'verb' | 'noun' | 'adp';
  readonly stance: 'neutral' | 'claim' | 'deny' | 'doubt';
}

let operators: ReadonlyMap<string, readonly Operator[]> | undefined;
let speech: ReadonlyMap<string, SpeechWord> | undefined;
let support: { readonly plain: ReadonlySet<string>; readonly reversed: ReadonlySet<string> } | undefined;

export function operatorsOf(pos: Operator['pos'], lemma: string): readonly Operator[] {
  operators ??= groupRows(readData<Operator>('operators.jsonl'));
  return operators.get(`${pos} ${lemma}`) ?? [];
}

function groupRows(rows: readonly Operator[]): ReadonlyMap<string, readonly Operator[]> {
  const map = new Map<string, Operator[]>();
  for (const row of rows) map.set(`${row.pos} ${row.lemma}`, [...(map.get(`${row.pos} ${row.lemma}`) ?? []), row]);
  return map;
}

export function speechWord(pos: SpeechWord['pos'], lemma: string): SpeechWord | undefined {
  speech ??= new Map(readData<SpeechWord>('speech.jsonl').map((row) => [`${row.pos} ${row.lemma}`, row]));
  return speech.get(`${pos} ${lemma}`);
}

/** Verbs that lend an eventive noun their subject: "hold" of "held talks"; reversed ones lend it as the one who suffers. */
export function supportVerb(lemma: string): 'plain' | 'reversed' | undefined {
  if (!support) {
    const data = JSON.parse(readFileSync(new URL('./data/support-verbs.json', import.meta.url), 'utf8')) as Record<'plain' | 'reversed', string[]>;
    support = { plain: new Set(data.plain), reversed: new Set(data.reversed) };
  }
  return support.plain.has(lemma) ? 'plain' : support.reversed.has(lemma) ? 'reversed' : undefined;
}
