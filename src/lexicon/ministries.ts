import { readData } from './jsonl.ts';
import { foldName } from './fold-name.ts';

/** How a kind of national body is named in any country; a row of `data/ministries.jsonl`. */
export interface NationalBody {
  /** The portfolio: "foreign", "defence", "parliament". */
  readonly id: string;
  /** The generic name to show after the country's: "foreign ministry". */
  readonly name: string;
  readonly aliases: readonly string[];
  /** Offices of those who head it. */
  readonly minister: readonly string[];
  readonly kind: 'ministry' | 'agency' | 'army' | 'police' | 'court' | 'parliament' | 'bank';
}

let names: ReadonlyMap<string, NationalBody> | undefined;
let heads: ReadonlyMap<string, NationalBody> | undefined;

/** All kinds of national bodies, in the order of the file. */
export function nationalBodies(): readonly NationalBody[] {
  return readData<NationalBody>('ministries.jsonl');
}

/** The kind of body that a generic name means, in any letters: "Ministry of External Affairs", "defense department". */
export function nationalBodyByName(text: string): NationalBody | undefined {
  names ??= new Map(nationalBodies().flatMap((row) => [row.name, ...row.aliases].map((form) => [foldName(form), row])));
  return names.get(foldName(text));
}

/** The kind of body that the holder of an office heads: "foreign secretary" heads the foreign ministry. */
export function nationalBodyByMinister(title: string): NationalBody | undefined {
  heads ??= new Map(nationalBodies().flatMap((row) => row.minister.map((form) => [foldName(form), row])));
  return heads.get(foldName(title));
}
