import { readData } from './jsonl.ts';
import { nameForms, NameIndex } from './name-index.ts';

export type OrganisationKind =
  | 'igo' | 'ngo' | 'ministry' | 'agency' | 'party' | 'army' | 'police' | 'court' | 'parliament' | 'company' | 'bank'
  | 'media' | 'church' | 'union' | 'university' | 'armed-group' | 'bloc';

/** A named organisation or armed group; a row of `data/organisations.jsonl`. */
export interface Organisation {
  /** A slug, stable between versions. */
  readonly id: string;
  /** The name that news uses. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Forms that others share or that are common words: they name it only where the story speaks of its country. */
  readonly ambiguous?: readonly string[];
  readonly type: 'Organisation' | 'ArmedGroup';
  readonly kind: OrganisationKind;
  /** ISO 3166-1 alpha-2 of the country that it belongs to or acts in; absent for an international one. */
  readonly country?: string;
  /** Id of the organisation, or "country:" and ISO code, of which it is an organ, branch or subsidiary. */
  readonly partOf?: string;
  /** City of its seat. */
  readonly located?: string;
  /** Id of the national body in `ministries.ts` that it is: "foreign" for the State Department. */
  readonly portfolio?: string;
  readonly wikidata?: string;
}

let names: NameIndex<Organisation> | undefined;
let ids: ReadonlyMap<string, Organisation> | undefined;
let bodies: ReadonlyMap<string, Organisation> | undefined;

/** All organisations, in the order of the file. */
export function organisations(): readonly Organisation[] {
  return readData<Organisation>('organisations.jsonl');
}

function nameIndex(): NameIndex<Organisation> {
  names ??= new NameIndex(organisations(), nameForms, { strictCapitals: true });
  return names;
}

/** Every organisation that the text may name, the one that it names by itself first. */
export function organisationsByName(text: string): readonly Organisation[] {
  return nameIndex().candidates(text);
}

/**
 * The organisation that the text names. A form that several share ("Labour Party", "ISI") is read by `hintIso`, the
 * country that the story is about; without one only the dominant reading counts, where there is one.
 */
export function organisationByName(text: string, hintIso?: string): Organisation | undefined {
  const index = nameIndex();
  const hinted = hintIso === undefined ? undefined : index.candidates(text).find((row) => row.country === hintIso);
  return hinted ?? index.plain(text);
}

export function organisationById(id: string): Organisation | undefined {
  ids ??= new Map(organisations().map((row) => [row.id, row]));
  return ids.get(id);
}

/** The named body that holds a portfolio of `ministries.ts` in a country: ("IL", "parliament") is the Knesset. */
export function nationalBody(iso: string, portfolio: string): Organisation | undefined {
  bodies ??= new Map(organisations().filter((row) => row.portfolio !== undefined).map((row) => [`${row.country} ${row.portfolio}`, row]));
  return bodies.get(`${iso} ${portfolio}`);
}
