// Many stories of the few in samples/: the same sentences, said of other countries on other days.

import { readStories } from '../../src/index.ts';
import type { Story } from '../../src/model/story.ts';
import { makeStory } from '../../src/1-read/index.ts';

const COUNTRIES = ['India', 'Pakistan', 'China', 'Russia', 'Qatar', 'Iran', 'Kenya', 'Norway', 'Brazil', 'Egypt', 'Turkey', 'Japan', 'Chile', 'Ghana', 'Nepal', 'Peru', 'Jordan', 'Vietnam', 'Poland', 'Mexico'];
const NAMED = new RegExp(`\\b(${COUNTRIES.join('|')})\\b`, 'g');
const DAY = 86_400_000;
/** Further apart than texts may be that count as printings of one. */
const DAYS_APART = 10;

/**
 * So many different stories, none of them a near copy of another, always the same ones.
 * @param part the whole story, or one paragraph of it
 */
export async function storyVariants(count: number, part: 'story' | 'paragraph' = 'story'): Promise<Story[]> {
  const texts: string[] = [];
  for await (const { text } of readStories(['samples'], { onNotice: ({ error }) => { throw error; } })) texts.push(...(part === 'story' ? [text] : text.split('\n').filter((line) => line.length > 80)));
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / texts.length);
    const published = new Date(Date.UTC(2000, 0, 1) + round * DAYS_APART * DAY).toISOString().slice(0, 10);
    const text = renamed(texts[index % texts.length] ?? '', round);
    return makeStory({ text, where: 'variant', outlet: `Sample Wire ${round % 3}`, id: `variant-${index}` }, 'variants.jsonl', published);
  });
}

/** With every country another one, so many places on in the list, and a sentence of its own. */
function renamed(text: string, round: number): string {
  const named = text.replace(NAMED, (name) => COUNTRIES[(COUNTRIES.indexOf(name) + round) % COUNTRIES.length] ?? name);
  return round ? `${named}\nIt was day ${round} of the talks.` : named;
}
