/** A story as the reader of its format found it, before its text is cleaned and checked. */
export interface Draft {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  /** Plain text, one paragraph a line; furniture may still stand in it. */
  readonly text: string;
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
  readonly dateline?: string | undefined;
  /** YYYY-MM-DD. */
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  /** Where it stands, for notices: the file, or the file and its line or story number. */
  readonly where: string;
}

/** What a file says of all its stories, or a page or front matter of its one story. */
export type DraftMeta = Omit<Draft, 'text' | 'where'>;
