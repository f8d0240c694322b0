import { describe, expect, it } from 'vitest';
import { countryByIso } from '../../src/lexicon/countries.ts';
import { nationalBodies } from '../../src/lexicon/ministries.ts';
import { nameForms, NameIndex } from '../../src/lexicon/name-index.ts';
import { nationalBody, organisationById, organisationByName, organisations, organisationsByName } from '../../src/lexicon/organisations.ts';
import { outlets } from '../../src/lexicon/outlets.ts';

const KINDS = 'igo ngo ministry agency party army police court parliament company bank media church union university armed-group bloc'.split(' ');

describe('organisations.jsonl', () => {
  it('holds what its type says', () => {
    const wrong = organisations().filter((row) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(row.id)
      || !KINDS.includes(row.kind)
      || row.type !== (row.kind === 'armed-group' ? 'ArmedGroup' : 'Organisation')
      || !/^Q[1-9]\d*$/.test(row.wikidata ?? 'Q1')
      || [row.name, ...(row.aliases ?? []), ...(row.ambiguous ?? [])].some((form) => form !== form.trim() || form === ''));
    expect(wrong).toEqual([]);
  });

  it('has no id and no Wikidata item twice', () => {
    const ids = organisations().map((row) => row.id);
    const items = organisations().flatMap((row) => row.wikidata ?? []);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(items.filter((item, at) => items.indexOf(item) !== at)).toEqual([]);
  });

  it('has no form of two rows that is not marked ambiguous, in itself or in the outlets', () => {
    const rows = [...organisations(), ...outlets()];
    const all = new NameIndex(rows, (row) => ({ plain: nameForms(row).plain }));
    const shared = rows.flatMap((row) => nameForms(row).plain).filter((form) => all.candidates(form).length > 1);
    expect(shared.map((form) => `${form}: ${all.candidates(form).map((row) => row.id).join(', ')}`)).toEqual([]);
  });

  it('names only countries and wholes that exist, and no circles', () => {
    for (const row of organisations()) {
      if (row.country !== undefined) expect(countryByIso(row.country), `${row.id}: ${row.country}`).toBeDefined();
      const seen = new Set([row.id]);
      for (let whole = row.partOf; whole !== undefined && !whole.startsWith('country:'); whole = organisationById(whole)?.partOf) {
        expect(organisationById(whole), `${row.id}: ${whole}`).toBeDefined();
        expect(seen.has(whole), row.id).toBe(false);
        seen.add(whole);
      }
      if (row.partOf?.startsWith('country:')) expect(countryByIso(row.partOf.slice('country:'.length)), row.id).toBeDefined();
    }
  });

  it('gives a portfolio of a country to one body at most', () => {
    const portfolios = new Set(nationalBodies().map((body) => body.id));
    const held = organisations().filter((row) => row.portfolio !== undefined).map((row) => `${row.country} ${row.portfolio}`);
    expect(held.filter((key, at) => held.indexOf(key) !== at)).toEqual([]);
    for (const key of held) expect(portfolios, key).toContain(key.split(' ')[1]);
  });

  it('is large enough for the news of the world', () => {
    expect(organisations().length).toBeGreaterThan(3000);
    expect(organisations().filter((row) => row.type === 'ArmedGroup').length).toBeGreaterThan(350);
  });
});

describe('organisationByName', () => {
  it.each([
    ['U.N.', 'united-nations'], ['the UN', 'united-nations'], ['the world body', 'united-nations'], ['U.N. Security Council', 'un-security-council'],
    ['United Nations Security Council', 'un-security-council'], ['WHO', 'world-health-organization'], ['World Health Organisation', 'world-health-organization'],
    ['U.N. nuclear watchdog', 'international-atomic-energy-agency'], ['Nato', 'nato'], ['Group of Eight', 'g8'], ['G-8', 'g8'],
    ['Taleban', 'taliban'], ['the Islamic Emirate', 'taliban'], ['Tehrik-e-Taliban Pakistan', 'pakistani-taliban'], ['Al Qaeda', 'al-qaida'],
    ['al-Qa’ida', 'al-qaida'], ['Hizbullah', 'hezbollah'], ['Ansar Allah', 'houthis'], ['al-Shabaab', 'al-shabab'], ['Daesh', 'islamic-state'],
    ['ISIL', 'islamic-state'], ['Lords Resistance Army', 'lords-resistance-army'], ['Kurdistan Workers’ Party', 'pkk'], ['Tamil Tigers', 'tamil-tigers'],
    ['Séléka', 'seleka'], ['Pentagon', 'pentagon'], ['Defense Department', 'pentagon'], ['State Department', 'us-state-department'],
    ['Ministry of External Affairs', 'indian-foreign-ministry'], ['IRGC', 'islamic-revolutionary-guard-corps'], ['Revolutionary Guards', 'islamic-revolutionary-guard-corps'],
    ['Knesset', 'knesset'], ['Majlis', 'majlis'], ['Duma', 'state-duma'], ['Doctors Without Borders', 'medecins-sans-frontieres'],
    ['Fatah party', 'fatah'], ['PML (N)', 'pml-n'], ['Congress party', 'indian-national-congress'], ['Mahan Air', 'mahan-air'],
  ])('knows %s', (text, id) => {
    expect(organisationByName(text)?.id).toBe(id);
  });

  it.each(['who', 'Who', 'us', 'Let', 'an Islamic state', 'Islamic state', 'Time', 'the senate', 'Lebanese forces', 'new forces', 'the group of eight people', 'Nobody'])('does not read %s as a name', (text) => {
    expect(organisationByName(text)).toBeUndefined();
  });

  it('reads a shared name by the country', () => {
    expect(organisationByName('Labor Party')).toBeUndefined();
    expect(organisationByName('Labor Party', 'IL')?.id).toBe('israeli-labor-party');
    expect(organisationByName('Labour Party', 'GB')?.id).toBe('british-labour-party');
    expect(organisationByName('Congress')?.id).toBe('us-congress');
    expect(organisationByName('Congress', 'IN')?.id).toBe('indian-national-congress');
    expect(organisationByName('the Maoists', 'NP')?.id).toBe('nepali-maoists');
    expect(organisationByName('the Maoists', 'IN')?.id).toBe('naxalites');
    expect(organisationByName('Supreme Court', 'US')?.id).toBe('us-supreme-court');
    expect(organisationsByName('Supreme Court').length).toBeGreaterThan(5);
    expect(organisationByName('Hamas', 'US')?.id).toBe('hamas');
  });

  it('knows what belongs to what', () => {
    expect(organisationByName('Quds Force')?.partOf).toBe('islamic-revolutionary-guard-corps');
    expect(organisationByName('al-Qassam Brigades')?.partOf).toBe('hamas');
    expect(organisationByName('U.N. refugee agency')?.partOf).toBe('united-nations');
    expect(organisationByName('CIA')?.partOf).toBe('country:US');
    expect(organisationByName('Taliban')?.type).toBe('ArmedGroup');
    expect(organisationByName('Gazprom')?.country).toBe('RU');
  });
});

describe('nationalBody', () => {
  it.each([['IL', 'parliament', 'knesset'], ['US', 'defence', 'pentagon'], ['IN', 'foreign', 'indian-foreign-ministry'], ['IR', 'atomic', 'atomic-energy-organization-of-iran'], ['PK', 'intelligence', 'inter-services-intelligence']])('%s %s is %s', (iso, portfolio, id) => {
    expect(nationalBody(iso, portfolio)?.id).toBe(id);
  });

  it('is open where the country has none of that name', () => {
    expect(nationalBody('IS', 'tourism')).toBeUndefined();
  });
});
