import { readData } from './jsonl.ts';
import { nameForms, NameIndex } from './name-index.ts';

/** A news outlet; a row of `data/outlets.jsonl`. As a node it is an Organisation. */
export interface Outlet {
  /** A slug, stable between versions. */
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Forms that others share or that are common words ("Dawn", "the Times"): they need the story's country. */
  readonly ambiguous?: readonly string[];
  /** ISO 3166-1 alpha-2; absent for the few without a home. */
  readonly country?: string;
  readonly kind: 'agency' | 'newspaper' | 'broadcaster' | 'magazine' | 'site';
  readonly wikidata?: string;
}

let names: NameIndex<Outlet> | undefined;

/** All outlets, in the order of the file. */
export function outlets(): readonly Outlet[] {
  return readData<Outlet>('outlets.jsonl');
}

function nameIndex(): NameIndex<Outlet> {
  return (names ??= new NameIndex(outlets(), nameForms, { strictCapitals: true }));
}

/** Every outlet that the text may name: for places where only an outlet can stand ("the Nation reported"). */
export function outletsByName(text: string): readonly Outlet[] {
  return nameIndex().candidates(text);
}

/** The outlet that the text names; an ambiguous form needs `hintIso`, the country that the story is about. */
export function outletByName(text: string, hintIso?: string): Outlet | undefined {
  const index = nameIndex();
  const hinted = hintIso === undefined ? undefined : index.candidates(text).find((row) => row.country === hintIso);
  return hinted ?? index.plain(text);
}
