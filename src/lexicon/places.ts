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

/**
 * The kinds of place after whose name a noun may stand ("Helmand province", "Kunduz city"), the likeliest first. A
 * province that the file lacks is read as the city that gave it its name.
 */
const NOUN_KINDS: ReadonlyMap<string, readonly PlaceKind[]> = new Map<string, readonly PlaceKind[]>([
  ...['province', 'governorate', 'oblast', 'department', 'prefecture', 'canton'].map((noun) => [noun, ['province', 'city']] as const),
  ...['city', 'town', 'village'].map((noun) => [noun, ['city']] as const),
  ...['island', 'islands', 'archipelago'].map((noun) => [noun, ['island']] as const),
  ['state', ['province']],
  ['county', ['province', 'region']],
  ['region', ['province', 'region', 'territory', 'city']],
  ['district', ['region', 'city', 'province']],
  ['agency', ['region']],
  ['territory', ['territory', 'province']],
  ['enclave', ['territory']],
  ['valley', ['region', 'territory']],
  ['peninsula', ['territory', 'region']],
  ['area', ['region', 'territory', 'province', 'city']],
  ['port', ['port', 'city']],
  ['river', ['water']],
  ['sea', ['water']],
]);

/** Nouns that the wires use for one another, and those that end a name of the file ("Aleppo Province"). */
const DIVISION_NOUNS: ReadonlySet<string> = new Set(['province', 'governorate', 'oblast', 'region', 'state']);
const DIVISION_NAMES = ['Province', 'Oblast', 'State'];

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
  const today = countries().filter((country) => country.kind !== 'former');
  const names = new Set(today.flatMap((country) => country.capital));
  const listed = new Set<string>();
  for (const row of rows) {
    for (const name of formsOf(row)) if (names.has(name)) listed.add(`${row.country} ${name}`);
  }
  const capitals = today
    .filter((country) => !listed.has(`${country.iso} ${country.capital[0]}`))
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

/** Of namesakes the index gives the unambiguous first, then the order of `places`. */
function nameIndex(): NameIndex<LexiconPlace> {
  byName ??= new NameIndex(places(), (row) => {
    const forms = formsOf(row);
    return row.ambiguous === true ? { plain: [], ambiguous: forms } : { plain: forms };
  });
  return byName;
}

function formsOf(row: LexiconPlace): readonly string[] {
  return row.aliases === undefined ? [row.name] : [row.name, ...row.aliases];
}

/** Every place that the text may name, the one that news most often means first. */
export function placesByName(text: string): readonly LexiconPlace[] {
  const rows = nameIndex().candidates(text);
  return rows.length === 0 ? rows : rows.filter((row) => !lacksArticle(text, formsOf(row)));
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
  const space = text.lastIndexOf(' ');
  const noun = text.slice(space + 1).toLowerCase();
  const kinds = space > 0 ? NOUN_KINDS.get(noun) : undefined;
  if (kinds === undefined) return [];
  const name = text.slice(0, space);
  const divisions = DIVISION_NOUNS.has(noun) ? DIVISION_NAMES.flatMap((end) => placesByName(`${name} ${end}`)) : [];
  const named = placesByName(name);
  return [...divisions, ...kinds.flatMap((kind) => named.filter((row) => row.kind === kind))];
}

function prefer(rows: readonly LexiconPlace[], hintIso: string | undefined): LexiconPlace | undefined {
  return rows.find((row) => hintIso !== undefined && row.country === hintIso) ?? rows[0];
}

/** The place of an adjective or noun of origin: "Kashmiri", "Catalans". */
export function placeByDemonym(text: string): LexiconPlace | undefined {
  byDemonym ??= new NameIndex(places(), (row) => ({ plain: row.demonyms ?? [] }));
  return byDemonym.plain(text);
}
