import { describe, expect, it } from 'vitest';
import { nationalBodies } from '../../src/lexicon/ministries.ts';
import { foldName } from '../../src/lexicon/fold-name.ts';
import { titleEndingAt, type TitleMatch, titles, titleStartingAt, titleStatus } from '../../src/lexicon/titles.ts';

const LEVELS = 'government legislature military party organisation religious royal police judicial rebel company media address'.split(' ');

function brief(match: TitleMatch | undefined): string | undefined {
  return match && [match.title.title, match.plural ? 'plural' : '', match.status, ...match.prefixes, `${match.first}-${match.last}`].filter((part) => part !== '').join(' ');
}

describe('titles.jsonl', () => {
  it('holds what its type says, each form once', () => {
    const bodies = new Set(nationalBodies().map((body) => body.id));
    const owners = new Map<string, string>();
    for (const row of titles()) {
      expect(LEVELS, row.title).toContain(row.level);
      expect(['country', 'organisation', 'none'], row.title).toContain(row.of);
      if (row.body !== undefined) expect(bodies, row.title).toContain(row.body);
      for (const form of [row.title, ...(row.aliases ?? [])]) {
        expect(form, row.title).toBe(form.toLowerCase());
        expect(owners.get(foldName(form)), form).toBeUndefined();
        owners.set(foldName(form), row.title);
      }
    }
    expect(owners.size).toBeGreaterThan(1400);
  });
});

describe('titleStartingAt and titleEndingAt', () => {
  it.each([
    ['foreign minister', 'foreign minister current 0-2'],
    ['defense secretary', 'defence minister current 0-2'],
    ['minister of foreign affairs', 'foreign minister current 0-4'],
    ['former deputy foreign minister', 'deputy foreign minister former former 0-4'],
    ['acting vice - president', 'vice president acting acting 0-4'],
    ['ex-president', 'president former ex 0-1'],
    ['ex - prime minister', 'prime minister former ex 0-4'],
    ['caretaker prime minister', 'prime minister acting caretaker 0-3'],
    ['newly elected president', 'president current newly elected 0-3'],
    ['lt. gen.', 'lieutenant general current 0-2'],
    ['u.n. secretary - general', 'u.n. secretary-general current 0-4'],
    ['foreign ministers', 'foreign minister plural current 0-2'],
    ['attorneys general', 'attorney general plural current 0-2'],
    ['ministers of defense', 'defence minister plural current 0-3'],
    ['spokesmen', 'spokesman plural current 0-1'],
    ['army chief of staff', 'army chief current 0-4'],
    ["charge d'affaires", "charge d'affaires current 0-2"],
  ])('reads %s', (text, expected) => {
    const words = text.split(' ');
    expect(brief(titleStartingAt(words, 0))).toBe(expected);
    expect(brief(titleEndingAt(words, words.length))).toBe(expected);
  });

  it('stops where the title stops', () => {
    const words = 'the former pakistani army chief general musharraf'.split(' ');
    expect(brief(titleStartingAt(words, 3))).toBe('army chief current 3-5');
    expect(brief(titleEndingAt(words, 6))).toBe('general current 5-6');
    expect(titleStartingAt(words, 6)).toBeUndefined();
    expect(titleEndingAt(words, 7)).toBeUndefined();
    expect(titleStartingAt(['former'], 0)).toBeUndefined();
    expect(titleStartingAt([], 0)).toBeUndefined();
  });

  it('tells an office from a form of address', () => {
    expect(titleStartingAt(['mr.'], 0)?.title.of).toBe('none');
    expect(titleStartingAt(['col.'], 0)?.title.of).toBe('none');
    expect(titleStartingAt(['chief', 'negotiator'], 0)?.title.of).toBe('country');
    expect(titleStartingAt(['spokesman'], 0)?.title.of).toBe('organisation');
    expect(titleStartingAt(['first', 'lady'], 0)?.title.of).not.toBe('country');
  });
});

it('knows what a status prefix says', () => {
  expect(['former', 'ex', 'ousted', 'acting', 'interim', 'deputy', 'Late', 'blue'].map(titleStatus)).toEqual(['former', 'former', 'former', 'acting', 'acting', 'current', 'former', undefined]);
});
