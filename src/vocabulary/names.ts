import { amendData } from '../lexicon/jsonl.ts';
import { slug } from '../model/keys.ts';
import type { NodeType } from '../model/vocabulary.ts';
import type { OwnName } from './schema.ts';

/** A name with the type of the vocabulary under which the phases look it up. */
export type ListedName = Omit<OwnName, 'type'> & { readonly type: NodeType };

/** What the rows of all lists of names have in common. */
interface Row {
  readonly id?: string;
  readonly iso?: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly country?: string;
}

/** One list of names of the lexicon, and how a name of the user's becomes a row of it. */
interface List {
  readonly file: string;
  readonly types: readonly NodeType[];
  readonly row: (name: ListedName) => Readonly<Record<string, unknown>>;
}

const known = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const LISTS: readonly List[] = [
  { file: 'organisations.jsonl', types: ['Organisation', 'ArmedGroup'],
    row: ({ type, ambiguous, country, wikidata }) => known({ type, kind: type === 'ArmedGroup' ? 'armed-group' : 'company', ambiguous, country, wikidata }) },
  { file: 'leaders.jsonl', types: ['Person'], row: ({ country, gender }) => known({ country, gender }) },
  { file: 'places.jsonl', types: ['Place'], row: ({ country, lat, lon }) => known({ kind: 'site', country, lat, lon }) },
  { file: 'events.jsonl', types: ['Event'], row: ({ ambiguous, wikidata }) => known({ kind: 'crisis', ambiguous, wikidata }) },
  { file: 'countries.jsonl', types: ['Country'], row: ({ ambiguous }) => known({ ambiguous }) },
];

/** Adds names to the lexicon's lists, before all others; a name that a list has already gets the further aliases and facts. */
export function addNames(names: readonly ListedName[]): void {
  for (const list of LISTS) {
    const own = names.filter((name) => list.types.includes(name.type));
    if (own.length) amendData<Row>(list.file, (rows) => own.reduce((all, name) => withName(all, list, name), rows));
  }
}

function withName(rows: readonly Row[], list: List, name: ListedName): readonly Row[] {
  const same = rows.find((row) => calls(row, name));
  const row = list.row(name);
  const aliases = [...new Set([...(same?.aliases ?? []), ...(same && same.name !== name.name ? [name.name] : []), ...(name.aliases ?? [])])];
  if (same) return rows.map((other) => (other === same ? { ...same, ...added(row, same), aliases } : other));
  return [{ id: freeId(rows, slug(name.name)), name: name.name, ...(aliases.length ? { aliases } : {}), ...row }, ...rows];
}

/** What the user says of a known thing; its kind and its code stay. */
function added(row: Readonly<Record<string, unknown>>, same: Row): Readonly<Record<string, unknown>> {
  const { kind, ...facts } = row;
  return kind !== undefined && !('kind' in same) ? row : facts;
}

/** True where a row is the thing that the user names: of places and persons also the country must agree, where both have one. */
function calls(row: Row, name: ListedName): boolean {
  if (row.iso !== undefined) return [row.name, row.iso, ...(row.aliases ?? [])].includes(name.name);
  return row.name.toLowerCase() === name.name.toLowerCase() && (row.country === undefined || name.country === undefined || row.country === name.country);
}

function freeId(rows: readonly Row[], id: string): string {
  return rows.some((row) => row.id === id) ? `${id}-own` : id;
}
