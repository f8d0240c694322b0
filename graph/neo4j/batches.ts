import type { Row } from './rows.ts';

/** Rows that one statement takes together. */
export interface Batch {
  readonly kind: Row['kind'];
  readonly statement: string;
  readonly rows: readonly Row['values'][];
}

/** Large enough that the way to the server does not count, small enough for a transaction of a small server. */
const ROWS = 2000;
/** Stories bring their text: so many characters fill a batch as well. */
const CHARACTERS = 4_000_000;

interface Filling {
  readonly kind: Row['kind'];
  rows: Row['values'][];
  characters: number;
}

/** Gathers the rows of a part by statement; rows of one statement keep their order. */
export function* batchesOf(part: Iterable<Row>): Generator<Batch> {
  const open = new Map<string, Filling>();
  for (const { kind, statement, values } of part) {
    const filling = open.get(statement) ?? { kind, rows: [], characters: 0 };
    open.set(statement, filling);
    filling.rows.push(values);
    filling.characters += textLength(values);
    if (filling.rows.length < ROWS && filling.characters < CHARACTERS) continue;
    open.delete(statement);
    yield { kind, statement, rows: filling.rows };
  }
  for (const [statement, { kind, rows }] of open) yield { kind, statement, rows };
}

function textLength({ properties }: Row['values']): number {
  const text = (properties as Readonly<Record<string, unknown>> | undefined)?.['text'];
  return typeof text === 'string' ? text.length : 0;
}
