import type { NodeType } from './vocabulary.ts';

export interface Role {
  readonly title: string;
  /** Key of the country or organisation. */
  readonly of: string;
  readonly status: 'current' | 'acting' | 'former';
  readonly since?: string;
  readonly until?: string;
}

/** An actor or place of one story. Keys are stable: equal in every story that names it. */
export interface Entity {
  readonly key: string;
  /** The canonical name. */
  readonly label: string;
  readonly type: NodeType;
  /** Proper names and established epithets seen, never a pronoun or a bare description. */
  readonly aliases: readonly string[];
  /** QID, only where the lexicon knows it. */
  readonly wikidata?: string;
  /** ISO 3166-1 alpha-2 of the country that it is, belongs to or lies in. */
  readonly country?: string;
  readonly official?: boolean;
  readonly roles?: readonly Role[];
  readonly lat?: number;
  readonly lon?: number;
  /** How often the story mentions it. */
  readonly mentions: number;
}
