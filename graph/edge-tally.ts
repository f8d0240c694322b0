import { doubtsOf, noisyOr, seenOn } from './edge-evidence.ts';
import { byCodeUnit } from './keys.ts';
import type { EdgeAttributes, Evidence } from './schema.ts';
import { Counts } from './tally.ts';

const FIELDS = ['doubts', 'titles', 'dates', 'claimants'] as const;
type Field = (typeof FIELDS)[number];
type Sums = Readonly<Record<'sentences' | 'reported', number>>;

/** What a tally is written as. */
export type EdgeTallyJson = Sums & Readonly<Record<Field, readonly (readonly [string, number])[]>>;

/** What an edge says apart from its sentences. */
export type EdgeFacts = Pick<EdgeAttributes, 'weight' | 'confidence' | 'status' | 'titles' | 'firstSeen' | 'lastSeen'>;

/**
 * What the stories say of an edge, counted: all that its attributes are decided by, without the sentences. It grows with the
 * number of different dates and claimants, not with that of the stories.
 */
export class EdgeTally {
  private readonly said: Readonly<Record<Field, Counts>>;
  private readonly sums: { -readonly [Key in keyof Sums]: number };

  constructor(json?: EdgeTallyJson) {
    this.said = Object.fromEntries(FIELDS.map((field) => [field, new Counts(json?.[field])])) as Record<Field, Counts>;
    this.sums = { sentences: json?.sentences ?? 0, reported: json?.reported ?? 0 };
  }

  /** Number of sentences that state it. */
  get sentences(): number {
    return this.sums.sentences;
  }

  /** Counts what one story says, as `sayingsOf` gives it; with -1 takes it back. */
  add({ evidence, titles }: { readonly evidence: readonly Evidence[]; readonly titles: readonly string[] }, times: 1 | -1 = 1): void {
    for (const doubt of doubtsOf(evidence)) this.said.doubts.add(String(doubt), times);
    for (const title of titles) this.said.titles.add(title, times);
    for (const { date, attributedTo } of evidence) {
      if (date !== undefined) this.said.dates.add(date, times);
      for (const claimant of new Set(attributedTo)) this.said.claimants.add(claimant, times);
      if (!attributedTo.length) this.sums.reported += times;
      this.sums.sentences += times;
    }
  }

  /** The attributes that all stories give together; `disputed` is told apart elsewhere. */
  facts(): EdgeFacts {
    const titles = this.said.titles.rankedFolded();
    return {
      weight: this.sums.sentences,
      confidence: noisyOr(this.said.doubts.entries().flatMap(([doubt, times]) => Array.from({ length: times }, () => Number(doubt)))),
      status: this.sums.reported ? 'reported' : 'claimed',
      ...(titles.length ? { titles } : {}),
      ...seenOn(this.said.dates.entries().map(([date]) => date)),
    };
  }

  /** Keys of all who claim it, by code unit. */
  claimants(): string[] {
    return this.said.claimants.entries().map(([key]) => key).sort(byCodeUnit);
  }

  toJSON(): EdgeTallyJson {
    const said = Object.fromEntries(FIELDS.map((field) => [field, this.said[field].toJSON()])) as Record<Field, [string, number][]>;
    return { ...this.sums, ...said };
  }
}
