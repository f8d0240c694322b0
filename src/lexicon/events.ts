import { readData } from './jsonl.ts';
import { foldName } from './fold-name.ts';
import { nameForms, NameIndex } from './name-index.ts';

/** A row of `data/events.jsonl`: a named event, or with `pattern` a series of them. */
interface EventRow {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Forms that are common words or that others share. */
  readonly ambiguous?: readonly string[];
  readonly kind: NamedEvent['kind'];
  readonly wikidata?: string;
  /** A regular expression over the name as written, without a leading "the"; `name` may then hold "$1" and so on. */
  readonly pattern?: string;
}

/** A war, summit, treaty or other event with a name of its own. */
export interface NamedEvent {
  readonly id: string;
  readonly name: string;
  readonly kind: 'war' | 'battle' | 'treaty' | 'talks' | 'summit' | 'revolution' | 'operation' | 'massacre' | 'attack' | 'crisis' | 'disaster' | 'sport' | 'programme' | 'era';
  readonly aliases?: readonly string[];
  readonly wikidata?: string;
}

interface Series {
  readonly pattern: RegExp;
  readonly row: EventRow;
}

let names: NameIndex<EventRow> | undefined;
let series: readonly Series[] | undefined;

/** All named events and series of them, in the order of the file. */
export function eventRows(): readonly EventRow[] {
  return readData<EventRow>('events.jsonl');
}

function eventOfSeries(text: string): NamedEvent | undefined {
  series ??= eventRows().flatMap((row) => row.pattern === undefined ? [] : [{ pattern: new RegExp(`^(?:${row.pattern})$`), row }]);
  for (const { pattern, row } of series) {
    if (!pattern.test(text)) continue;
    const name = text.replace(pattern, row.name).replace(/\s+/g, ' ').trim();
    return { id: foldName(name).replaceAll(' ', '-'), name, kind: row.kind };
  }
  return undefined;
}

/** The event that the text names: one of the list ("the Six-Day War"), or one of a series ("COP29", "the 2008 NATO summit"). */
export function eventByName(text: string): NamedEvent | undefined {
  names ??= new NameIndex(eventRows().filter((row) => row.pattern === undefined), nameForms, { strictCapitals: true });
  return names.plain(text) ?? eventOfSeries(text.trim().replace(/^[Tt]he\s+/, ''));
}
