import type { Story } from '../model/story.ts';
import type { Draft } from './draft.ts';
import { foreignLanguage } from './language.ts';
import { MAX_STORY, megabytes } from './limits.ts';
import { notice, type Notify } from './notice.ts';
import { makeStory } from './story.ts';

/** The story of a draft; absent, and told to `notify`, where it is empty, too long or not in English. */
export async function finishStory(draft: Draft, source: string, published: string | undefined, notify: Notify): Promise<Story | undefined> {
  const { where } = draft;
  if (draft.text.length > MAX_STORY) {
    notify(notice('fail', 'E_TOO_LARGE', where, { size: `a story of ${megabytes(draft.text.length)}`, cap: megabytes(MAX_STORY) }));
    return undefined;
  }
  const story = makeStory(draft, source, published);
  if (story.text === '') {
    notify(notice('skip', 'E_EMPTY', where));
    return undefined;
  }
  const language = await foreignLanguage(story.text);
  if (language === undefined) return story;
  notify(notice('skip', 'E_LANGUAGE', where, { language }));
  return undefined;
}
