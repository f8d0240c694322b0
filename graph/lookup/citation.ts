import type { Evidence, StoryRecord } from '../schema.ts';

/** A sentence as one cites it: “text” — title, outlet, date, address. What is not known is left out. */
export function cite(item: Evidence, story: StoryRecord | undefined): string {
  const origin = [story?.title, story?.author, story?.outlet, story?.published, story?.url].filter((part) => part !== undefined && part !== '');
  return `“${item.text}”${origin.length > 0 ? ` — ${origin.join(', ')}` : ''}`;
}
