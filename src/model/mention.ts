import type { Role } from './entity.ts';
import type { NodeType } from './vocabulary.ts';

/** What the lexicon knows a mention to be. */
export type Referent =
  | { readonly kind: 'country'; readonly iso: string }
  | { readonly kind: 'organisation'; readonly id: string }
  | { readonly kind: 'event'; readonly id: string }
  | { readonly kind: 'place'; readonly name: string; readonly country?: string };

/**
 * How a mention names its referent: by a proper name, by an adjective of origin ("Israeli"), by a description
 * ("the spokesman", "Palestinian militants") or by a pronoun.
 */
export type MentionForm = 'name' | 'demonym' | 'nominal' | 'pronoun';

/** An office said of a person: "India's Foreign Secretary". */
export interface RoleDescription {
  /** As written: "Foreign Secretary". */
  readonly title: string;
  /** The lexicon's name for it, lower case: "foreign minister". */
  readonly office: string;
  readonly status: Role['status'];
  /** Mentions of the country or organisation that the office belongs to. */
  readonly of: readonly number[];
  /** Whether a bare title belongs to a country, as "president" does, or to an organisation. */
  readonly scope: 'country' | 'organisation' | 'none';
  /** The words that name the office. */
  readonly first: number;
  readonly last: number;
}

/** A span that names or describes an actor, place or event. */
export interface Mention {
  /** Place in the story's list of mentions. */
  readonly id: number;
  readonly sentence: number;
  /** Token span without determiner and title, end-exclusive. */
  readonly first: number;
  readonly last: number;
  /** The token by which it hangs in the tree. */
  readonly head: number;
  /** Tokens that stand for it when they fill an argument: the head, and the title before a name. */
  readonly anchors: readonly number[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly form: MentionForm;
  readonly type: NodeType | null;
  readonly referent?: Referent;
  /** The proper name without title ("Hamid Karzai"), or the phrase that labels an unnamed group. */
  readonly name?: string;
  /** Lemma of the head noun of a description. */
  readonly noun?: string;
  readonly plural: boolean;
  readonly definite: boolean;
  readonly gender?: 'male' | 'female';
  readonly roles: readonly RoleDescription[];
  /** Mention of the country or body that it belongs to ("Iran" of "Iran's Foreign Ministry"). */
  readonly owner?: number;
  /** Further ones: "U.S. and Russian negotiators" speak for both. */
  readonly coOwners?: readonly number[];
}
