import { lacksArticle } from './article.ts';
import { readData } from './jsonl.ts';
import { NameIndex } from './name-index.ts';

/** A row of `data/countries.jsonl`: a country, a dependent territory or a former state. */
export interface Country {
  /** ISO 3166-1 alpha-2 ("XK" for Kosovo); a former state has its ISO 3166-3 code or a slug. */
  readonly iso: string;
  /** ISO 3166-1 alpha-3. */
  readonly iso3?: string;
  /** Wikidata item. */
  readonly qid: string;
  /** The name that news uses. */
  readonly name: string;
  /** Absent for a country of today. */
  readonly kind?: 'territory' | 'former';
  /** Of a territory: `iso` of the state that it belongs to. */
  readonly sovereign?: string;
  readonly aliases?: readonly string[];
  /** Adjectives of origin, which are singular nouns too, and nouns of their own ("Swedish", "Swede"). */
  readonly demonyms: readonly string[];
  /** Plural nouns ("Swedes", "Dutch"). */
  readonly people?: readonly string[];
  /** First parts of compound adjectives: "Sino" of "Sino-Indian". */
  readonly prefixes?: readonly string[];
  /** The main capital first, then its other spellings and other seats of government. */
  readonly capital: readonly string[];
  /** Buildings and streets that stand for the government ("Kremlin"). */
  readonly seats?: readonly string[];
  /** Established bynames, friendly or hostile ("Zionist regime"). */
  readonly epithets?: readonly string[];
  /** Those of its names that others share or that are common words: they name it only with a hint. */
  readonly ambiguous?: readonly string[];
  /** Of its middle, in degrees. */
  readonly lat: number;
  readonly lon: number;
  readonly capitalLat: number;
  readonly capitalLon: number;
  /** AF, AN, AS, EU, NA, OC or SA. */
  readonly continent: string;
  /** `iso` of those with which it shares a land border. */
  readonly neighbours?: readonly string[];
}

type Index = NameIndex<Country>;

let byName: Index | undefined;
let byDemonym: Index | undefined;
let byCapital: Index | undefined;
let bySeat: Index | undefined;
let byPrefix: Index | undefined;
let byIso: ReadonlyMap<string, Country> | undefined;

/** All countries, territories and former states, in the order of the file. */
export function countries(): readonly Country[] {
  return readData<Country>('countries.jsonl');
}

function indexOf(formsOf: (row: Country) => readonly string[]): Index {
  return new NameIndex(countries(), (row) => {
    const weak = row.ambiguous ?? [];
    const forms = formsOf(row);
    return { plain: forms.filter((form) => !weak.includes(form)), ambiguous: forms.filter((form) => weak.includes(form)) };
  });
}

function pick(index: Index, text: string, hintIso: string | undefined): Country | undefined {
  const hinted = hintIso === undefined ? undefined : index.candidates(text).find((row) => row.iso === hintIso);
  return hinted ?? index.plain(text);
}

/**
 * The country of a name, alias or epithet: "Iran", "U.S.", "Turkiye", "the Zionist regime". In all lookups of this
 * file a name of several ("Korea") is read by `hintIso`, the country that the story is about, and is open without one.
 */
export function countryByName(text: string, hintIso?: string): Country | undefined {
  byName ??= indexOf((row) => [row.name, ...(row.aliases ?? []), ...(row.epithets ?? [])]);
  return pick(byName, text, hintIso);
}

/** The country of an adjective or noun of origin: "Iranian", "Swede", "Swedes", "the Dutch". */
export function countryByDemonym(text: string, hintIso?: string): Country | undefined {
  byDemonym ??= indexOf((row) => [...row.demonyms, ...(row.people ?? [])]);
  return pick(byDemonym, text, hintIso);
}

/** The country whose capital or other seat of government it is: "Kiev", "The Hague". */
export function countryByCapital(text: string, hintIso?: string): Country | undefined {
  byCapital ??= indexOf((row) => row.capital);
  const found = pick(byCapital, text, hintIso);
  return found !== undefined && lacksArticle(text, found.capital) ? undefined : found;
}

/** The country for whose government a building or street stands: "the Kremlin", "Downing Street". */
export function countryBySeat(text: string, hintIso?: string): Country | undefined {
  bySeat ??= indexOf((row) => row.seats ?? []);
  return pick(bySeat, text, hintIso);
}

/** The country of the first part of a compound adjective: "Franco" of "Franco-German". */
export function countryByPrefix(text: string): Country | undefined {
  byPrefix ??= indexOf((row) => row.prefixes ?? []);
  return pick(byPrefix, text, undefined);
}

export function countryByIso(iso: string): Country | undefined {
  byIso ??= new Map(countries().map((row) => [row.iso, row]));
  return byIso.get(iso);
}
