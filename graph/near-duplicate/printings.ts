import type { Story } from '../../src/model/story.ts';
import { byCodeUnit } from '../keys.ts';
import type { Printing } from '../schema.ts';
import { byPublication, findOriginals } from './find-originals.ts';

/** Which stories print the same text, word for word or nearly, and where. */
export class Printings {
  private readonly originals: ReadonlyMap<Story, Story>;
  private readonly copies: ReadonlyMap<string, readonly Story[]>;
  private readonly copiesOf = new Map<Story, Story[]>();

  /** Of each text one story; `copies` has the others with its exact words, by its hash. */
  constructor(stories: readonly Story[], copies: ReadonlyMap<string, readonly Story[]>) {
    this.copies = copies;
    this.originals = findOriginals(stories);
    for (const [copy, original] of this.originals) this.copiesOf.set(original, [...this.copiesOf.get(original) ?? [], copy]);
  }

  /** The story that this one nearly repeats; itself where it repeats none. */
  originalOf(story: Story): Story {
    return this.originals.get(story) ?? story;
  }

  /** Who printed this very text, sorted. */
  outletsOf(story: Story): readonly string[] {
    const names = [story, ...this.exactCopies(story)].flatMap((one) => outletOf(one) ?? []);
    return [...new Set(names)].sort(byCodeUnit);
  }

  /** The other printings of an original, by date; `idOf` gives the id that a story has in the graph. */
  duplicatesOf(story: Story, idOf: (story: Story) => string): Printing[] {
    const own = JSON.stringify(printing(story, idOf(story)));
    const near = this.copiesOf.get(story) ?? [];
    const all = [
      ...this.exactCopies(story).map((copy) => printing(copy, copy.id)),
      ...near.toSorted(byPublication).flatMap((copy) => [printing(copy, idOf(copy)), ...this.exactCopies(copy).map((one) => printing(one, one.id))]),
    ];
    const texts = new Set(all.map((one) => JSON.stringify(one)));
    texts.delete(own);
    return [...texts].map((text) => JSON.parse(text) as Printing);
  }

  private exactCopies(story: Story): readonly Story[] {
    return (this.copies.get(story.sha256) ?? []).toSorted((a, b) => byPublication(a, b) || byCodeUnit(a.source, b.source) || byCodeUnit(outletOf(a) ?? '', outletOf(b) ?? ''));
  }
}

/** The outlet's name, else the host of the address. */
function outletOf({ outlet, url }: Story): string | undefined {
  return outlet ?? (url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || undefined : undefined);
}

function printing(story: Story, id: string): Printing {
  const outlet = outletOf(story);
  return {
    id,
    ...(outlet === undefined ? {} : { outlet }),
    ...(story.url === undefined ? {} : { url: story.url }),
    ...(story.published === undefined ? {} : { published: story.published }),
    source: story.source,
  };
}
