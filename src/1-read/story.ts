import { createHash } from 'node:crypto';

import type { Story } from '../model/story.ts';
import { dropFurniture } from './furniture.ts';
import { readHead } from './head.ts';
import type { Draft } from './draft.ts';
import { linesOf, normaliseText } from './plain-text.ts';

/** Hexadecimal digits of the hash that make the id of a story without one. */
const ID_DIGITS = 16;

/** The finished story of a draft; its text is empty where nothing but furniture was found. */
export function makeStory(draft: Draft, source: string, published: string | undefined): Story {
  const title = oneLine(draft.title);
  const head = readHead(dropFurniture(linesOf(normaliseText(draft.text)), title));
  const text = head.lines.join('\n');
  const sha256 = createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex');
  return {
    id: draft.id ?? sha256.slice(0, ID_DIGITS),
    text, source, sha256,
    ...defined({
      title, outlet: oneLine(draft.outlet) ?? head.outlet, author: oneLine(draft.author) ?? head.author, dateline: oneLine(draft.dateline) ?? head.dateline,
      published: draft.published ?? head.published ?? published, url: draft.url,
    }),
  };
}

function oneLine(text: string | undefined): string | undefined {
  const line = normaliseText(text ?? '').replace(/\s+/g, ' ');
  return line === '' ? undefined : line;
}

/** Without the fields that are undefined. */
function defined<K extends string>(fields: Readonly<Record<K, string | undefined>>): Partial<Record<K, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Record<K, string>>;
}
