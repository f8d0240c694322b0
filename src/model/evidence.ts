/** A stretch of a story's text. */
export interface TextSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words that name an edge's end, and the name that coreference gave them where they are no name. */
export interface EndMention extends TextSpan {
  readonly resolved?: string;
}

export type Polarity = 'affirmed' | 'negated';
export type Modality = 'asserted' | 'intended' | 'possible' | 'hypothetical';

/** One sentence that states an edge. */
export interface Evidence {
  readonly story: string;
  /** Index of the sentence in the story. */
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly trigger: TextSpan;
  readonly sourceMention: EndMention;
  readonly targetMention: EndMention;
  /** Keys of those who claim it, outermost first; empty in the reporter's own voice. */
  readonly attributedTo: readonly string[];
  /** For DENIED and REJECTED: key of the edge that is denied or refused. */
  readonly answers?: string;
  /** Outlets or agencies credited. */
  readonly outlets?: readonly string[];
  /** YYYY, YYYY-MM, YYYY-MM-DD, or two of them with a slash. */
  readonly date?: string;
  readonly dateText?: string;
  /** Key of the place. */
  readonly place?: string;
  /** The pattern or model that read it. */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
}
