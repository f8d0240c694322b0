import { describe, expect, it } from 'vitest';
import { foldName } from '../../src/lexicon/fold-name.ts';
import { NameHeads } from '../../src/lexicon/name-heads.ts';

function headsOf(...names: readonly string[]): NameHeads {
  const heads = new NameHeads();
  for (const name of names) heads.add(foldName(name));
  return heads;
}

describe('NameHeads', () => {
  const heads = headsOf('Islamic State', 'United Nations Mission in Liberia', 'Co-operation Council', 'Al-Shabab', 'The Hague');

  it.each([
    'Islamic State', 'the Islamic State', 'ISLAMIC STATE', 'Islamic republic', 'United Nations Mission in Liberia', 'UN Mission in Liberia',
    'U.N. Mission in Liberia', 'Co-operation Council', 'Co operation Council', 'Cooperation Council', 'al Shabab', 'Al-Shabab fighters', 'THE HAGUE court',
  ])('lets "%s" pass', (text) => {
    expect(heads.mayName(text)).toBe(true);
  });

  it.each(['State Department', 'the State Department', 'President of Liberia', 'In Islamic State', 'Islamic State of Iraq'])('stops "%s"', (text) => {
    expect(heads.mayName(text)).toBe(false);
  });

  it('says nothing of a single word', () => {
    expect(heads.mayName('Liberia')).toBe(true);
  });
});
