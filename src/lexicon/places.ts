import { lacksArticle } from './article.ts';
import { countries, type Country } from './countries.ts';
import { readData } from './jsonl.ts';
import { NameIndex } from './name-index.ts';

export type PlaceKind =
  | 'city' | 'province' | 'territory' | 'region' | 'water' | 'island' | 'site' | 'port' | 'base' | 'mountain';

/** A row of `data/places.jsonl`, or a capital of `data/countries.jsonl`. */
export interface LexiconPlace {
  /** The name that news uses. */
  readonly name: string;
  /** `iso` of the country that it lies in, or that is widely held to own it; absent where it spans several. */
  readonly country?: string;
  /** `city` is any settlement, `province` any first-level division, `region` an area without borders of its own. */
  readonly kind: PlaceKind;
  readonly aliases?: readonly string[];
  /** Adjectives and nouns of origin, singular and plural ("Chechen", "Gazans"). */
  readonly demonyms?: readonly string[];
  /** In degrees. */
  readonly lat: number;
  readonly lon: number;
  /** Name of the province or territory that it lies in. */
  readonly in?: string;
  /** Id of the organisation for which it stands ("Brussels" for the European Union). */
  readonly of?: string;
  /** True for a common word, a surname or a name that other places share: it wants a second witness. */
  readonly ambiguous?: true;
}

/** The kinds of place after whose name a noun may stand: "Helmand province", "Kunduz city". */
const NOUN_KINDS: Readonly<Record<string, readonly PlaceKind[]>> = {
  province: ['province'], provinces: ['province'], state: ['province'], governorate: ['province'], oblast: ['province'],
  krai: ['province'], county: ['province', 'region'], department: ['province'], prefecture: ['province'], canton: ['province'],
  region: ['province', 'region', 'territory'], district: ['province', 'region', 'city'], agency: ['province', 'region'],
  territory: ['territory', 'province'], enclave: ['territory'], valley: ['region', 'territory'], area: ['region', 'territory', 'province', 'city'],
  peninsula: ['territory', 'region'], city: ['city'], town: ['city'], village: ['city'], port: ['port', 'city'],
  island: ['island'], islands: ['island'], archipelago: ['island'], river: ['water'], sea: ['water'],
};

let all: readonly LexiconPlace[] | undefined;
let byName: NameIndex<LexiconPlace> | undefined;
let byDemonym: NameIndex<LexiconPlace> | undefined;

/**
 * All places, of namesakes the one that news most often means first: the capitals that the file leaves to
 * `countries.jsonl`, the rows of the file in their order, and the capitals with an ambiguous name.
 */
export function places(): readonly LexiconPlace[] {
  all ??= withCapitals(readData<LexiconPlace>('places.jsonl'));
  return all;
}

function withCapitals(rows: readonly LexiconPlace[]): readonly LexiconPlace[] {
  const listed = new Set(rows.flatMap((row) => [row.name, ...(row.aliases ?? [])].map((name) => `${row.country} ${name}`)));
  const capitals = countries()
    .filter((country) => country.kind !== 'former' && !listed.has(`${country.iso} ${country.capital[0]}`))
    .map((country) => capitalOf(country, (name) => listed.has(`${country.iso} ${name}`)));
  const ambiguous = (place: LexiconPlace): boolean => place.ambiguous === true;
  return [...capitals.filter((place) => !ambiguous(place)), ...rows, ...capitals.filter(ambiguous)];
}

function capitalOf(country: Country, isListed: (name: string) => boolean): LexiconPlace {
  const [name = country.name, ...others] = country.capital;
  return {
    name,
    country: country.iso,
    kind: 'city',
    aliases: others.filter((other) => !isListed(other)),
    lat: country.capitalLat,
    lon: country.capitalLon,
    ...(country.ambiguous?.includes(name) === true ? { ambiguous: true } : {}),
  };
}

function nameIndex(): NameIndex<LexiconPlace> {
  // The index puts a later row before an earlier one.
  byName ??= new NameIndex([...places()].reverse(), (row) => ({ plain: [row.name, ...(row.aliases ?? [])] }));
  return byName;
}

/** Every place that the text may name, the one that news most often means first. */
export function placesByName(text: string): readonly LexiconPlace[] {
  return nameIndex().candidates(text).filter((row) => !lacksArticle(text, [row.name, ...(row.aliases ?? [])]));
}

/**
 * The place that the text names, with or without a noun of its kind ("Helmand", "Helmand province"). Of several that
 * share the name it is the one in `hintIso`, the country that the story is about, else the one that news most often means.
 */
export function placeByName(text: string, hintIso?: string): LexiconPlace | undefined {
  const found = placesByName(text);
  return prefer(found.length > 0 ? found : placesBeforeNoun(text), hintIso);
}

function placesBeforeNoun(text: string): readonly LexiconPlace[] {
  const [, name, noun] = /^(.+)\s(\p{L}+)$/u.exec(text.trim()) ?? [];
  const kinds = noun === undefined ? undefined : NOUN_KINDS[noun.toLowerCase()];
  return name === undefined || kinds === undefined ? [] : placesByName(name).filter((row) => kinds.includes(row.kind));
}

function prefer(rows: readonly LexiconPlace[], hintIso: string | undefined): LexiconPlace | undefined {
  return rows.find((row) => hintIso !== undefined && row.country === hintIso) ?? rows[0];
}

/** The place of an adjective or noun of origin: "Kashmiri", "Catalans". */
export function placeByDemonym(text: string): LexiconPlace | undefined {
  byDemonym ??= new NameIndex(places(), (row) => ({ plain: row.demonyms ?? [] }));
  return byDemonym.plain(text);
}
