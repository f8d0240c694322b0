import type { Story } from '../../src/model/story.ts';
import { byCodeUnit } from '../keys.ts';
import { BandIndex, minHash, similarity } from './minhash.ts';
import { shingles } from './shingles.ts';

/** Texts that share half of their shingles are printings of one: a wire story with a new opening or cut by a third still is. */
const SAME = 0.5;
/** A text that comes back later than this tells of another day, as notices and schedules do. */
const DAYS = 7;
const DAY = 86_400_000;

/** Earlier dates first, stories without one last; no two texts are equal, so that the order is complete. */
export function byPublication(a: Story, b: Story): number {
  return byCodeUnit(a.published ?? '~', b.published ?? '~') || byCodeUnit(a.id, b.id) || byCodeUnit(a.sha256, b.sha256);
}

/**
 * For each story that is nearly the same text as an earlier one, that earlier one, which is itself no copy. The stories are
 * taken by their date and id, and each joins the most similar original before it: the answer does not depend on their order.
 */
export function findOriginals(stories: readonly Story[]): Map<Story, Story> {
  const index = new BandIndex();
  const originals: { readonly story: Story; readonly signature: Uint32Array }[] = [];
  const copies = new Map<Story, Story>();
  for (const story of stories.toSorted(byPublication)) {
    const signature = minHash(shingles(story.text));
    let best: { readonly story: Story; readonly share: number } | undefined;
    for (const id of index.candidates(signature)) {
      const other = originals[id];
      const share = other ? similarity(signature, other.signature) : 0;
      if (other && share >= SAME && share > (best?.share ?? 0) && daysApart(story, other.story) <= DAYS) best = { story: other.story, share };
    }
    if (best) copies.set(story, best.story);
    else index.add(originals.push({ story, signature }) - 1, signature);
  }
  return copies;
}

/** 0 where a date is not known. */
function daysApart(a: Story, b: Story): number {
  const days = Math.abs(Date.parse(a.published ?? '') - Date.parse(b.published ?? '')) / DAY;
  return Number.isNaN(days) ? 0 : days;
}
