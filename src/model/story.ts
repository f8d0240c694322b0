/** One news story, cleaned. All offsets elsewhere are into `text`, in UTF-16 units, end-exclusive. */
export interface Story {
  /** The input record's own id where it has one, else derived from the content. */
  readonly id: string;
  readonly title?: string;
  /** The story without its title, captions, credits and page furniture. */
  readonly text: string;
  readonly outlet?: string;
  readonly author?: string;
  /** "KABUL, Aug. 5 (Reuters)" as written, without the dash. */
  readonly dateline?: string;
  /** YYYY-MM-DD. */
  readonly published?: string;
  readonly url?: string;
  /** The file, address or "-" that it came from; of a file outside the folder where it was read, the name alone. */
  readonly source: string;
  /** Of `text` with white space folded: the same story twice counts once. */
  readonly sha256: string;
}
