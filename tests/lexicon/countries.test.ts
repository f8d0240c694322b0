import { describe, expect, it } from 'vitest';
import {
  countries, countryByCapital, countryByDemonym, countryByIso, countryByName, countryByPrefix, countryBySeat, type Country,
} from '../../src/lexicon/countries.ts';

const states = countries().filter((row) => row.kind === undefined);
const today = countries().filter((row) => row.kind !== 'former');

/** Names that stand on their own in the rows given, each with the rows that have it. */
function owners(rows: readonly Country[], namesOf: (row: Country) => readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const row of rows) {
    for (const name of new Set(namesOf(row).filter((form) => !row.ambiguous?.includes(form)))) {
      found.set(name, [...(found.get(name) ?? []), row.iso]);
    }
  }
  return found;
}

const contested = (found: Map<string, string[]>): unknown => [...found].filter(([, isos]) => isos.length > 1);

describe('countries.jsonl', () => {
  it('has the 193 members of the United Nations, the Vatican, Palestine, Taiwan, Kosovo and Western Sahara', () => {
    expect(states).toHaveLength(198);
    expect(['VA', 'PS', 'TW', 'XK', 'EH'].every((iso) => states.some((row) => row.iso === iso))).toBe(true);
  });

  it.each(countries().map((row) => [row.name, row] as const))('%s is complete', (_, row) => {
    if (row.kind === 'former') expect(row.iso).toMatch(/^([A-Z]{4}|[a-z]+(-[a-z]+)*)$/);
    else {
      expect(row.iso).toMatch(/^[A-Z]{2}$/);
      expect(row.iso3).toMatch(/^[A-Z]{3}$/);
    }
    expect(row.qid).toMatch(/^Q[1-9]\d*$/);
    expect(row.demonyms.length).toBeGreaterThan(0);
    expect(row.capital.length).toBeGreaterThan(0);
    for (const lat of [row.lat, row.capitalLat]) expect(Math.abs(lat)).toBeLessThanOrEqual(90);
    for (const lon of [row.lon, row.capitalLon]) expect(Math.abs(lon)).toBeLessThanOrEqual(180);
    expect(['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA']).toContain(row.continent);
    const lists = [row.aliases, row.demonyms, row.people, row.capital, row.seats, row.epithets];
    for (const list of lists) expect(new Set(list).size).toBe(list?.length ?? 0);
    const names = new Set([row.name, ...lists.flatMap((list) => list ?? [])]);
    expect(row.ambiguous?.filter((form) => !names.has(form)) ?? []).toEqual([]);
  });

  it('shares no code, item or name between two rows', () => {
    expect(contested(owners(countries(), (row) => [row.iso]))).toEqual([]);
    expect(contested(owners(countries(), (row) => [row.qid]))).toEqual([]);
    expect(contested(owners(countries(), (row) => [row.name, ...(row.aliases ?? []), ...(row.epithets ?? [])]))).toEqual([]);
    expect(contested(owners(countries(), (row) => [...row.demonyms, ...(row.people ?? [])]))).toEqual([]);
    expect(contested(owners(countries(), (row) => row.capital))).toEqual([]);
    expect(contested(owners(countries(), (row) => row.seats ?? []))).toEqual([]);
  });

  it('names the sovereign of every territory, and of no other', () => {
    for (const row of countries()) {
      if (row.kind === 'territory') expect(states.map((state) => state.iso)).toContain(row.sovereign);
      else expect(row.sovereign).toBeUndefined();
    }
  });

  it('has borders that both sides know', () => {
    for (const row of today) {
      for (const iso of row.neighbours ?? []) expect(countryByIso(iso)?.neighbours, `${row.iso}-${iso}`).toContain(row.iso);
    }
  });

  it('lets every name, demonym and capital be found', () => {
    for (const row of countries()) {
      expect(countryByName(row.name, row.iso)).toBe(row);
      for (const name of [...row.demonyms, ...(row.people ?? [])]) expect(countryByDemonym(name, row.iso), name).toBe(row);
      for (const name of row.capital) expect(countryByCapital(name, row.iso), name).toBe(row);
      for (const name of row.seats ?? []) expect(countryBySeat(name, row.iso), name).toBe(row);
    }
  });
});

describe('lookups', () => {
  it.each([
    ['US', 'US'], ['U.S.', 'US'], ['U.S', 'US'], ['USA', 'US'], ['us', undefined], ['Us', undefined],
    ['UK', 'GB'], ['Britain', 'GB'], ['UAE', 'AE'], ['the U.A.E.', 'AE'], ['DPRK', 'KP'], ['PRC', 'CN'], ['DRC', 'CD'],
    ['Türkiye', 'TR'], ['Turkiye', 'TR'], ['TURKEY', 'TR'], ['turkey', undefined], ['chad', undefined],
    ['Côte d’Ivoire', 'CI'], ["Cote d'Ivoire", 'CI'], ['Ivory Coast', 'CI'], ['Burma', 'MM'], ['Holland', 'NL'],
    ['the Netherlands', 'NL'], ['the Vatican', 'VA'], ['Congo', 'CD'], ['Congo-Brazzaville', 'CG'], ['Guinea', 'GN'],
    ['Guinea Bissau', 'GW'], ['Zionist regime', 'IL'], ['the Islamic Republic', 'IR'], ['Soviet Union', 'SUHH'],
    ['Korea', undefined], ['IN', undefined], ['Islamic Emirate', undefined],
  ])('name %s is %s', (text, iso) => {
    expect(countryByName(text)?.iso).toBe(iso);
  });

  it.each([
    ['Congolese', 'CD'], ['Korean', undefined], ['South Korean', 'KR'], ['Guinean', 'GN'], ['Bissau-Guinean', 'GW'],
    ['Dominican', 'DO'], ['Dominicans', 'DO'], ['Nigerien', 'NE'], ['Nigerian', 'NG'], ['Niger', undefined],
    ['Polish', 'PL'], ['polish', undefined], ['Swedes', 'SE'], ['the Dutch', 'NL'], ['Saudi', 'SA'], ['Filipino', 'PH'],
    ['Burkinabé', 'BF'], ['Soviet', 'SUHH'], ['Indian', 'IN'], ['American', 'US'],
  ])('demonym %s is %s', (text, iso) => {
    expect(countryByDemonym(text)?.iso).toBe(iso);
  });

  it.each([
    ['Kyiv', 'UA'], ['Kiev', 'UA'], ['Ulan Bator', 'MN'], ['Delhi', 'IN'], ['Washington, D.C.', 'US'], ['Moscow', 'RU'],
    ['The Hague', 'NL'], ['Hague', undefined], ['Tel Aviv', 'IL'], ['Ramallah', 'PS'], ['Lagos', undefined],
    ['Brussels', undefined], ['Male', undefined], ['Kingston', undefined], ['Bonn', undefined],
  ])('capital %s is of %s', (text, iso) => {
    expect(countryByCapital(text)?.iso).toBe(iso);
  });

  it.each([
    ['the Kremlin', 'RU'], ['White House', 'US'], ['white house', undefined], ['the Elysee', 'FR'], ['Élysée Palace', 'FR'],
    ['10 Downing Street', 'GB'], ['the Blue House', 'KR'], ['Malacanang', 'PH'], ['No. 10', undefined], ['Pentagon', undefined],
  ])('seat %s is of %s', (text, iso) => {
    expect(countryBySeat(text)?.iso).toBe(iso);
  });

  it('reads a shared name by the country that the story is about', () => {
    expect(countryByDemonym('Korean', 'KP')?.iso).toBe('KP');
    expect(countryByDemonym('Congolese', 'CG')?.iso).toBe('CG');
    expect(countryByDemonym('Dominicans', 'DM')?.iso).toBe('DM');
    expect(countryByName('Korea', 'KR')?.iso).toBe('KR');
    expect(countryByCapital('Brussels', 'BE')?.iso).toBe('BE');
    expect(countryByCapital('Moscow', 'SUHH')?.iso).toBe('SUHH');
    expect(countryByName('Iran', 'KR')?.iso).toBe('IR');
  });

  it('knows the first parts of compound adjectives', () => {
    expect(['Sino', 'Franco', 'Indo', 'Pak', 'Russo'].map((text) => countryByPrefix(text)?.iso)).toEqual(['CN', 'FR', 'IN', 'PK', 'RU']);
    expect(countryByPrefix('pak')).toBeUndefined();
  });
});
