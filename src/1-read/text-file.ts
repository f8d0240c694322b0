import { DragomanError } from '../errors.ts';
import type { Draft, DraftMeta } from './draft.ts';
import { unwrap } from './hard-wrap.ts';
import { MAX_STORY, megabytes } from './limits.ts';
import { pageLines, type PageLine } from './page-line.ts';
import { readPastedStory } from './pasted-story.ts';
import { normaliseText } from './plain-text.ts';
import { splitStories } from './split.ts';

/** The mark of a list's item. */
const BULLET = /^(?:[•·●▪◦‣*]|-(?= )) *(?=[\p{L}\p{N}"“‘'(])/gmu;

/**
 * The stories of a plain text.
 * @throws DragomanError E_TOO_LARGE where a single line is longer than a story may be.
 */
export function readText(text: string, name: string): Draft[] {
  refuseLongLine(text, name);
  return draftsOf(pageLines(unwrap(normaliseText(text).replace(BULLET, ''))), name);
}

/** The stories of lines whose format has been read; `meta` holds for the first. */
export function draftsOf(lines: readonly PageLine[], name: string, meta: DraftMeta = {}): Draft[] {
  const stories = splitStories(lines);
  return stories.map((story, at) => {
    const { meta: found, lines: paragraphs } = readPastedStory(story, at === 0 ? meta : {});
    return { ...found, text: paragraphs.join('\n'), where: stories.length === 1 ? name : `${name} (story ${at + 1})` };
  });
}

/** Before any rule looks at it: rules are made for lines that people wrote. */
export function refuseLongLine(text: string, name: string): void {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const length = (end < 0 ? text.length : end) - from;
    if (length > MAX_STORY) {
      throw new DragomanError('E_TOO_LARGE', { what: name, size: `a line of ${megabytes(length)}`, cap: `${megabytes(MAX_STORY)} of text a story` });
    }
    from += length + 1;
  }
}
