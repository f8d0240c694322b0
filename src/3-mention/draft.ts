import { genderOfName } from '../lexicon/given-names.ts';
import { leaderGender } from '../lexicon/leaders.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Mention, MentionForm, Referent, RoleDescription } from '../model/mention.ts';
import type { Tree } from '../model/tree.ts';
import type { NodeType } from '../model/vocabulary.ts';

/** A mention while its sentence is read; `owner` and `roles` hold drafts until ids are given. */
export interface Draft {
  first: number;
  last: number;
  head: number;
  anchors: number[];
  form: MentionForm;
  type: NodeType | null;
  referent?: Referent;
  name?: string;
  noun?: string;
  plural: boolean;
  definite: boolean;
  gender?: 'male' | 'female';
  roles: DraftRole[];
  owner?: Draft;
  coOwners?: readonly Draft[];
}

export interface DraftRole extends Omit<RoleDescription, 'of'> {
  readonly of: readonly Draft[];
}

/** The token of a span that hangs outside it: by which the phrase fills an argument. */
export function headOfSpan(tree: Tree, first: number, last: number): number {
  return headsOfSpan(tree, first, last)[0] ?? last - 1;
}

/** Of a name that the parser tears apart ("a strike in Gaza" and "carried out City") each part may fill an argument. */
function headsOfSpan(tree: Tree, first: number, last: number): readonly number[] {
  const outer: number[] = [];
  for (let i = first; i < last; i++) {
    const up = tree.at(i).head;
    if (up < first || up >= last) outer.push(i);
  }
  // Where the parser ties a first word to something else ("North" of "North Korea"), the one that fills an argument counts.
  const filling = outer.filter((i) => !/^(compound|amod|flat|det|punct)/.test(tree.at(i).deprel));
  return filling.length ? filling : outer.slice(0, 1);
}

/** A named draft over a span. */
export function nameDraft(tree: Tree, first: number, last: number, type: NodeType, referent?: Referent): Draft {
  const heads = headsOfSpan(tree, first, last);
  const head = heads[0] ?? last - 1;
  const name = tree.textOf(first, last);
  const gender = type === 'Person' ? genderOfName(tree.at(first).text) ?? leaderGender(name) : undefined;
  return {
    first, last, head, anchors: type === 'Person' || !heads.length ? [head] : [...heads], form: 'name', type, name,
    plural: tree.at(last - 1).feats.includes('Number=Plur') && type === 'Group', definite: true, roles: [],
    ...(referent ? { referent } : {}), ...(gender ? { gender } : {}),
  };
}

/** Gives the drafts of one sentence their ids, from `from` on. */
export function finish(sentence: Sentence, drafts: readonly Draft[], from: number): Mention[] {
  const sorted = [...drafts].sort((a, b) => a.first - b.first || b.last - a.last || a.head - b.head);
  const ids = new Map(sorted.map((draft, i) => [draft, from + i]));
  const idOf = (draft: Draft): readonly number[] => {
    const id = ids.get(draft);
    return id === undefined ? [] : [id];
  };
  return sorted.map((draft, i) => {
    const { owner, coOwners, roles, ...rest } = draft;
    const start = sentence.tokens[draft.first]?.start ?? sentence.start;
    const end = sentence.tokens[draft.last - 1]?.end ?? start;
    const ownerId = owner ? idOf(owner)[0] : undefined;
    return {
      ...rest, id: from + i, sentence: sentence.index, start, end,
      text: sentence.text.slice(start - sentence.start, end - sentence.start),
      roles: roles.map((role) => ({ ...role, of: role.of.flatMap(idOf) })),
      ...(ownerId === undefined ? {} : { owner: ownerId }), ...(coOwners?.length ? { coOwners: coOwners.flatMap(idOf) } : {}),
    };
  });
}
