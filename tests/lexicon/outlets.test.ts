import { describe, expect, it } from 'vitest';
import { countryByIso } from '../../src/lexicon/countries.ts';
import { outletByName, outlets, outletsByName } from '../../src/lexicon/outlets.ts';

describe('outlets.jsonl', () => {
  it('has one row an outlet, each with a kind and a country that exists', () => {
    const ids = outlets().map((row) => row.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    for (const row of outlets()) {
      expect(['agency', 'newspaper', 'broadcaster', 'magazine', 'site'], row.id).toContain(row.kind);
      if (row.country !== undefined) expect(countryByIso(row.country), row.id).toBeDefined();
    }
    expect(ids.length).toBeGreaterThan(600);
  });
});

describe('outletByName', () => {
  it.each([
    ['Reuters', 'reuters'], ['AFP', 'agence-france-presse'], ['The Associated Press', 'associated-press'], ['IRNA', 'irna'], ['Itar-Tass', 'tass'],
    ['al-Jazeera', 'al-jazeera'], ['Al Jazeera', 'al-jazeera'], ['Ha’aretz', 'haaretz'], ['Tishreen', 'tishrin'], ['Ash-Sharq al-Awsat', 'asharq-al-awsat'],
    ['Al-Hayat', 'al-hayat'], ['Süddeutsche Zeitung', 'sueddeutsche-zeitung'], ['Der Spiegel', 'der-spiegel'], ['Dawn newspaper', 'dawn'],
  ])('knows %s', (text, id) => {
    expect(outletByName(text)?.id).toBe(id);
  });

  it('reads a common word as an outlet only with a hint', () => {
    expect(outletByName('Dawn')).toBeUndefined();
    expect(outletByName('Dawn', 'PK')?.id).toBe('dawn');
    expect(outletByName('the Times')).toBeUndefined();
    expect(outletsByName('The Times').map((row) => row.country)).toEqual(['US', 'GB']);
    expect(outletByName('Time')).toBeUndefined();
    expect(outletByName('Time magazine')?.id).toBe('time');
  });
});
