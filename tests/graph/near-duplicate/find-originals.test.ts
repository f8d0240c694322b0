import { describe, expect, it } from 'vitest';
import { findOriginals } from '../../../graph/near-duplicate/find-originals.ts';
import { minHash, similarity } from '../../../graph/near-duplicate/minhash.ts';
import { shingles } from '../../../graph/near-duplicate/shingles.ts';
import type { Story } from '../../../src/model/story.ts';

const WIRE = [
  'The foreign ministers of Norway and Kenya signed a fisheries accord in Mombasa on Tuesday after two years of talks.',
  'Under the accord, Kenyan crews will train aboard Norwegian research vessels, and Oslo will pay for a new harbour laboratory.',
  'Anna Berg, the Norwegian minister, praised her host for patience and said that the sea does not care for borders.',
  'The opposition in Nairobi called the accord a gift to foreign fleets and asked the parliament to reject it.',
  'Lawmakers are expected to vote before the end of the month, and the government holds a narrow majority.',
];
const OTHER = [
  'Floods closed the mountain road between the two valleys for the third time this winter, the provincial governor said.',
  'Engineers from the army cleared mud from the lower bridge, while families waited in a school for news of their animals.',
  'Prices of flour doubled in the upper villages, where the last lorry arrived nine days ago with salt and oil.',
];

function story(id: string, lines: readonly string[], fields: Partial<Story> = {}): Story {
  return { id, text: lines.join('\n'), source: `${id}.txt`, sha256: `hash-of-${id}`, ...fields };
}

/** `[copy, original]` by their ids, sorted. */
function pairs(stories: readonly Story[]): string[][] {
  return [...findOriginals(stories)].map(([copy, original]) => [copy.id, original.id]).sort(([a], [b]) => (a ?? '').localeCompare(b ?? ''));
}

describe('findOriginals', () => {
  const edited = WIRE.map((line) => line.replace('two years', 'nearly two years').replace('Lawmakers', 'Deputies'));
  const stories = [
    story('wire', WIRE, { published: '2025-02-04' }),
    story('edited', edited, { published: '2025-02-05' }),
    story('cut', WIRE.slice(0, 4), { published: '2025-02-05' }),
    story('other', OTHER, { published: '2025-02-05' }),
    story('undated', ['A letter to the editor asks who pays.', ...WIRE]),
  ];

  it('joins an edited, a cut and an extended printing to the first, and leaves other stories alone', () => {
    expect(pairs(stories)).toEqual([['cut', 'wire'], ['edited', 'wire'], ['undated', 'wire']]);
  });

  it('gives the same whatever the order', () => {
    for (const order of [stories.toReversed(), [...stories.slice(2), ...stories.slice(0, 2)]]) expect(pairs(order)).toEqual(pairs(stories));
  });

  it('does not join what comes back after more than a week', () => {
    expect(pairs([story('now', WIRE, { published: '2025-02-04' }), story('later', edited, { published: '2025-02-12' })])).toEqual([]);
    expect(pairs([story('now', WIRE, { published: '2025-02-04' }), story('soon', edited, { published: '2025-02-11' })])).toEqual([['soon', 'now']]);
  });

  it('takes empty and one-word texts', () => {
    expect(pairs([story('empty', ['']), story('word', ['Ceasefire']), story('same', ['ceasefire!'])])).toEqual([['word', 'same']]);
  });
});

describe('minHash', () => {
  it('estimates the share of common shingles', () => {
    const [one, half] = [shingles(WIRE.join(' ')), shingles([...WIRE.slice(0, 3), ...OTHER].join(' '))];
    const both = [...one].filter((shingle) => half.has(shingle)).length;
    const truth = both / (one.size + half.size - both);
    expect(Math.abs(similarity(minHash(one), minHash(half)) - truth)).toBeLessThan(0.13);
    expect(similarity(minHash(one), minHash(one))).toBe(1);
    expect(similarity(minHash(one), minHash(shingles(OTHER.join(' '))))).toBeLessThan(0.05);
  });
});
