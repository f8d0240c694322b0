import type { Extraction } from '../src/model/extraction.ts';
import type { Story } from '../src/model/story.ts';
import { byCodeUnit } from './keys.ts';
import type { Printings } from './near-duplicate/printings.ts';
import type { StoryMention, StoryRecord } from './schema.ts';

const TITLE_LENGTH = 80;

/** The title, or how the text opens. */
function titleOf(story: Story): string {
  if (story.title) return story.title;
  const opening = story.text.slice(0, TITLE_LENGTH + 1).split('\n', 1)[0]?.trim() ?? '';
  return opening.length <= TITLE_LENGTH ? opening : `${opening.slice(0, opening.lastIndexOf(' ')).trimEnd()} …`;
}

/** A story as the graph file has it; `ids` are those that the stories have in the graph. */
export function storyRecord({ story, mentions }: Extraction, ids: ReadonlyMap<Story, string>, printings: Printings): StoryRecord {
  const idOf = (one: Story): string => ids.get(one) ?? one.id;
  const original = printings.originalOf(story);
  const duplicates = printings.duplicatesOf(story, idOf);
  const marks = mentions.map(({ start, end, entity }): StoryMention => [start, end, entity])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || byCodeUnit(a[2], b[2]));
  return {
    id: idOf(story),
    title: titleOf(story),
    ...(story.url === undefined ? {} : { url: story.url }),
    ...(story.outlet === undefined ? {} : { outlet: story.outlet }),
    ...(story.author === undefined ? {} : { author: story.author }),
    ...(story.dateline === undefined ? {} : { dateline: story.dateline }),
    ...(story.published === undefined ? {} : { published: story.published }),
    text: story.text,
    source: story.source,
    sha256: story.sha256,
    ...(duplicates.length ? { duplicates } : {}),
    ...(original === story ? {} : { duplicateOf: idOf(original) }),
    ...(marks.length ? { mentions: marks } : {}),
  };
}
