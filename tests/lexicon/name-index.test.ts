import { describe, expect, it } from 'vitest';
import { nameForms, NameIndex } from '../../src/lexicon/name-index.ts';

const rows = [
  { id: 'who', name: 'World Health Organization', aliases: ['WHO'] },
  { id: 'islamic-state', name: 'Islamic State', aliases: ['Daesh'] },
  { id: 'labour-gb', name: 'Labour Party', ambiguous: ['Labour Party'] },
  { id: 'labour-il', name: 'Israeli Labor Party', ambiguous: ['Labor Party'] },
  { id: 'al-shabab', name: 'al-Shabab', aliases: ['Shabab'] },
  { id: 'lashkar', name: 'Lashkar-e-Taiba', aliases: ['LeT'] },
];
const strict = new NameIndex(rows, nameForms, { strictCapitals: true });

describe('NameIndex', () => {
  it('reads acronyms letter by letter', () => {
    expect(strict.plain('WHO')?.id).toBe('who');
    expect(strict.plain('W.H.O.')?.id).toBe('who');
    expect(strict.plain('Who')).toBeUndefined();
    expect(strict.plain('LeT')?.id).toBe('lashkar');
    expect(strict.plain('Let')).toBeUndefined();
  });

  it('wants the capitals of a name where it is strict', () => {
    expect(strict.plain('the Islamic State')?.id).toBe('islamic-state');
    expect(strict.plain('ISLAMIC STATE')?.id).toBe('islamic-state');
    expect(strict.plain('Islamic state')).toBeUndefined();
    expect(strict.plain('Israeli Labor party')?.id).toBe('labour-il');
    expect(strict.plain('Al-Shabab')?.id).toBe('al-shabab');
    expect(new NameIndex(rows, nameForms).plain('Islamic state')?.id).toBe('islamic-state');
    expect(new NameIndex(rows, nameForms).plain('islamic state')).toBeUndefined();
  });

  it('gives all rows of an ambiguous form, and none of them without a hint', () => {
    expect(strict.candidates('Labour Party').map((row) => row.id)).toEqual(['labour-gb', 'labour-il']);
    expect(strict.plain('Labor Party')).toBeUndefined();
  });
});
