import { describe, expect, it } from 'vitest';
import { countries, countryByIso, countryByName } from '../../src/lexicon/countries.ts';
import { readData } from '../../src/lexicon/jsonl.ts';
import { foldName } from '../../src/lexicon/fold-name.ts';
import { placeByDemonym, placeByName, places, placesByName, type LexiconPlace } from '../../src/lexicon/places.ts';
import { organisationById } from '../../src/lexicon/organisations.ts';

const rows = readData<LexiconPlace>('places.jsonl');
const formsOf = (row: LexiconPlace): readonly string[] => [row.name, ...(row.aliases ?? [])];
const label = (row: LexiconPlace): string => `${row.name} (${row.country ?? '-'})`;
const KINDS = ['city', 'province', 'territory', 'region', 'water', 'island', 'site', 'port', 'base', 'mountain'];
const KEYS = ['name', 'country', 'kind', 'aliases', 'demonyms', 'lat', 'lon', 'in', 'of', 'ambiguous'];

/** Rough distance in degrees of arc. */
function apart(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const turn = Math.abs(a.lon - b.lon) % 360;
  return Math.hypot(a.lat - b.lat, Math.min(turn, 360 - turn) * Math.cos(((a.lat + b.lat) / 2) * (Math.PI / 180)));
}

describe('places.jsonl', () => {
  it('has rows of the declared shape only', () => {
    const wrong = rows.filter((row) => !Object.keys(row).every((key) => KEYS.includes(key))
      || !KINDS.includes(row.kind)
      || formsOf(row).some((form) => form !== form.trim() || form === '' || /[()]/.test(form))
      || !(Math.abs(row.lat) <= 90 && Math.abs(row.lon) <= 180)
      || (row.ambiguous !== undefined && !row.ambiguous));
    expect(wrong.map(label)).toEqual([]);
  });

  it('covers the world', () => {
    expect(rows.length).toBeGreaterThan(6000);
    const covered = new Set(places().map((row) => row.country));
    expect(countries().filter((country) => country.kind !== 'former' && !covered.has(country.iso)).map((country) => country.name)).toEqual([]);
  });

  it('names countries of today', () => {
    const unknown = rows.filter((row) => row.country !== undefined && (countryByIso(row.country)?.kind ?? 'country') === 'former');
    expect(unknown.map(label)).toEqual([]);
    expect(rows.filter((row) => row.country !== undefined && countryByIso(row.country) === undefined).map(label)).toEqual([]);
  });

  it('has no two places of one name in one country, and no form twice in a row', () => {
    const keys = rows.map(label);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(rows.filter((row) => new Set(formsOf(row).map(foldName)).size !== formsOf(row).length).map(label)).toEqual([]);
  });
});

describe('where places lie', () => {
  it('lies in provinces and territories that it knows', () => {
    const known = new Set(places().flatMap((row) => formsOf(row).map((form) => `${row.country} ${form}`)));
    const elsewhere = new Set(rows.map((row) => row.name));
    const lost = rows.filter((row) => row.in !== undefined && !known.has(`${row.country} ${row.in}`) && !elsewhere.has(row.in) && !countryByName(row.in));
    expect(lost.map(label)).toEqual([]);
  });

  it('lies near the province that it names', () => {
    const far = rows.filter((row) => {
      const within = row.in === undefined ? undefined : rows.find((other) => other.name === row.in && other.country === row.country);
      return within !== undefined && apart(row, within) > 12;
    });
    // The largest divisions of the world reach farther than that from their middle.
    expect(far.map(label).filter((name) => !/\((AU|CA|CN|US|RU)\)$/.test(name))).toEqual([]);
  });

  it('stands for organisations that exist', () => {
    const metonyms = rows.filter((row) => row.of !== undefined);
    expect(metonyms.length).toBeGreaterThan(5);
    expect(metonyms.filter((row) => organisationById(row.of ?? '') === undefined).map(label)).toEqual([]);
  });

  it('gives way to countries: a place with the name of one is ambiguous', () => {
    const rivals = rows.filter((row) => row.ambiguous !== true && formsOf(row).some((form) => countryByName(form) !== undefined));
    expect(rivals.map(label)).toEqual([]);
  });

  it.each([['AF', 34], ['IR', 31], ['US', 51], ['NG', 37], ['MX', 31], ['BR', 26], ['UA', 24], ['IN', 31], ['CN', 27], ['CA', 13], ['DE', 13]] as const)(
    'has every province of %s', (iso, count) => {
      const divisions = rows.filter((row) => row.country === iso && row.kind === 'province');
      expect(divisions.length).toBeGreaterThanOrEqual(count);
    });

  it('finds every place by every form, with its country as a hint', () => {
    const lost = places().flatMap((row) => formsOf(row).filter((form) => !placesByName(form).includes(row)).map((form) => `${form}: ${label(row)}`));
    expect(lost).toEqual([]);
  });
});

describe('lookups', () => {
  it.each([
    ['Gaza', 'Gaza Strip', 'PS'], ['Gaza City', 'Gaza City', 'PS'], ['Khan Yunis', 'Khan Younis', 'PS'], ['Nangahar', 'Nangarhar', 'AF'],
    ['Baluchistan', 'Balochistan', 'PK'], ['al-Hasakah', 'Hasakah', 'SY'], ['al-Anbar', 'Anbar', 'IQ'], ['Falluja', 'Fallujah', 'IQ'],
    ['Esfahan', 'Isfahan', 'IR'], ['Port of Chabahar', 'Chabahar', 'IR'], ['Kharkov', 'Kharkiv', 'UA'], ['Donbass', 'Donbas', 'UA'],
    ['Rangoon', 'Yangon', 'MM'], ['Bombay', 'Mumbai', 'IN'], ['São Paulo', 'São Paulo', 'BR'], ['Sao Paulo', 'São Paulo', 'BR'],
    ["Xi'an", "Xi'an", 'CN'], ['Xi’an', "Xi'an", 'CN'], ['SREBRENICA', 'Srebrenica', 'BA'], ['Diego Garcia', 'Diego Garcia', 'IO'],
  ])('%s is %s', (text, name, country) => {
    expect(placeByName(text)).toMatchObject({ name, country });
  });

  it.each(['idlib', 'Male suspects', 'Iran', 'hit', 'province', 'the', '', 'Hague', 'US'])('"%s" is no place', (text) => {
    expect(placeByName(text)).toBeUndefined();
  });

  it('knows capitals, and other seats of government as places of their own', () => {
    expect(placeByName('Kiev')).toMatchObject({ name: 'Kyiv', country: 'UA', kind: 'city' });
    expect(placeByName('Washington, D.C.')).toMatchObject({ name: 'Washington', country: 'US' });
    expect(placeByName('The Hague')).toMatchObject({ name: 'The Hague', country: 'NL' });
    expect(placeByName('Amsterdam')).toMatchObject({ name: 'Amsterdam', country: 'NL' });
    expect(placeByName('La Paz')).toMatchObject({ name: 'La Paz', country: 'BO' });
    expect(placeByName('Tel Aviv')).toMatchObject({ name: 'Tel Aviv', country: 'IL' });
    expect(placeByName('Abidjan')).toMatchObject({ name: 'Abidjan', country: 'CI' });
  });
});

describe('names that are shared', () => {
  it('tells a province from the city that gave it its name', () => {
    expect(placeByName('Herat')).toMatchObject({ name: 'Herat', kind: 'city' });
    expect(placeByName('Herat province')).toMatchObject({ name: 'Herat Province', kind: 'province' });
    expect(placeByName('Helmand province')).toMatchObject({ name: 'Helmand', kind: 'province' });
    expect(placeByName('Aleppo governorate')).toMatchObject({ name: 'Aleppo Province', kind: 'province' });
    expect(placeByName('Kherson region')).toMatchObject({ name: 'Kherson Oblast', kind: 'province' });
    expect(placeByName('Kunduz city')).toMatchObject({ name: 'Kunduz', kind: 'city' });
    expect(placeByName('Socotra island')).toMatchObject({ name: 'Socotra', kind: 'island' });
    expect(placeByName('Helmand city')).toBeUndefined();
  });

  it('reads a shared name by the country of the story, else as the best known', () => {
    expect(placeByName('Tripoli')?.country).toBe('LY');
    expect(placeByName('Tripoli', 'LB')?.country).toBe('LB');
    expect(placeByName('Hyderabad')?.country).toBe('IN');
    expect(placeByName('Hyderabad', 'PK')?.country).toBe('PK');
    expect(placeByName('Punjab', 'IN')?.country).toBe('IN');
    expect(placeByName('Birmingham')?.country).toBe('GB');
    expect(placeByName('Victoria')).toMatchObject({ country: 'AU', ambiguous: true });
    expect(placeByName('Santiago')?.country).toBe('CL');
    expect(placeByName('Kabul', 'PK')?.country).toBe('AF');
  });

  it.each(['Georgia', 'Reading', 'Mobile', 'Nice', 'Split', 'Bath', 'Lincoln', 'Jackson', 'Malé', 'Hit', 'Tank', 'Kingston', 'Florence'])(
    'marks %s as ambiguous', (text) => {
      expect(placeByName(text)?.ambiguous).toBe(true);
    });

  it('leaves regions of several countries without one', () => {
    for (const text of ['Middle East', 'the Horn of Africa', 'Sahel', 'Red Sea', 'Strait of Hormuz', 'South China Sea', 'Kashmir', 'Golan']) {
      expect(placeByName(text), text).toBeDefined();
    }
    expect(placeByName('Middle East')?.country).toBeUndefined();
    expect(placeByName('Kashmir')?.country).toBeUndefined();
    expect(placeByName('Indian-administered Kashmir')?.country).toBe('IN');
  });

  it('finds places by their people', () => {
    expect(placeByDemonym('Chechen')?.name).toBe('Chechnya');
    expect(placeByDemonym('Gazans')?.name).toBe('Gaza Strip');
    expect(placeByDemonym('Scottish')?.name).toBe('Scotland');
    expect(placeByDemonym('Kashmiri')?.name).toBe('Kashmir');
    expect(placeByDemonym('Iranian')).toBeUndefined();
  });
});
