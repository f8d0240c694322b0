import type { Story } from '../src/model/story.ts';

/** Of two records with the same text, true where the first is the one to keep: it must not depend on which came first. */
export function preferred(story: Story, other: Story): boolean {
  const rank = ({ id, published, source, outlet, url, title }: Story): string => JSON.stringify([id, published ?? '~', source, outlet ?? '', url ?? '', title ?? '']);
  return rank(story) < rank(other);
}

/** The ids that stories have in the graph, taken in the order of their texts' hashes. Two texts under one id are two stories: the second gets the start of its hash added. */
export function storyIds(stories: readonly Story[]): Map<Story, string> {
  const taken = new Set<string>();
  const ids = new Map<Story, string>();
  for (const story of stories) {
    const own = taken.has(story.id) ? `${story.id}~${story.sha256.slice(0, 12)}` : story.id;
    taken.add(own);
    ids.set(story, own);
  }
  return ids;
}
