import { EDGE_TYPES, NODE_TYPES } from '../../src/model/vocabulary.ts';
import { DragomanError } from '../../src/errors.ts';
import { meaningful, tokensOf, type Token } from './lexer.ts';
import { TABLES } from './tables.ts';

/** How much of the query is shown on either side of the place. */
const AROUND = 30;

interface Place {
  readonly start: number;
  readonly length: number;
}

/**
 * The engine's complaint about a query, with the place in it.
 * @param originOf offset in the query as typed of an offset in the text that the engine saw
 */
export function queryError(query: string, cause: unknown, text: string, originOf: (offset: number) => number): DragomanError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const found = parserFlaw(query, message, text, originOf) ?? binderFlaw(query, message);
  const [firstLine = ''] = message.split('\n');
  const why = found?.why ?? firstLine.replace(/^\w+ exception: /, '').replace(/\.$/, '');
  return new DragomanError('E_QUERY', { why: `${found?.place ? `${locate(query, found.place)}: ` : ''}${why}` }, { cause });
}

interface Flaw {
  readonly why: string;
  readonly place?: Place | undefined;
}

/** "Invalid input <…>: expected rule … (line: 1, offset: 23)", the offset from 0 in the line. */
function parserFlaw(query: string, message: string, text: string, originOf: (offset: number) => number): Flaw | undefined {
  const [, line, column] = /^Parser exception: [^]*\(line: (\d+), offset: (\d+)\)/.exec(message) ?? [];
  if (!line) return undefined;
  const before = text.split('\n').slice(0, Number(line) - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const start = Math.min(originOf(before + Number(column)), query.length);
  const token = meaningful(tokensOf(query)).findLast((piece) => piece.start <= start && start < piece.start + piece.text.length);
  if (!token) return { why: 'the query ends too early', place: { start: query.trimEnd().length, length: 0 } };
  return { why: `${hintFor(token) ?? `${JSON.stringify(token.text)} does not belong here`}`, place: { start: token.start, length: token.text.length } };
}

/** What Neo4j writes otherwise. */
const SPELLED: Readonly<Record<string, string>> = {
  shortestpath: 'here a shortest path is written MATCH p = (a)-[* SHORTEST 1..8]-(b)',
  allshortestpaths: 'here shortest paths are written MATCH p = (a)-[* ALL SHORTEST 1..8]-(b)',
  where: 'conditions stand after the pattern; lists are filtered with list_filter(list, x -> …)',
  foreach: 'queries here only read; FOREACH is not known',
};

function hintFor(token: Token): string | undefined {
  return token.kind === 'word' ? SPELLED[token.text.toLowerCase()] : undefined;
}

const NAMES = [...TABLES.map(({ name }) => name), ...Object.keys(NODE_TYPES)];
const PROPERTIES = [...new Set(TABLES.flatMap(({ fields }) => fields.map(({ name }) => name)))];

function binderFlaw(query: string, message: string): Flaw | undefined {
  if (message.includes('read-only database')) return { why: 'a query here only reads the graph; write to it in Neo4j' };
  const [, operation] = /given function (.+?)\. Supported/.exec(message) ?? [];
  if (operation) return { why: `there is no ${operation}: the values are of other kinds` };
  const tokens = meaningful(tokensOf(query));
  const place = (wanted: (token: Token, before: Token | undefined, after: Token | undefined) => boolean): Place | undefined => {
    const token = tokens.find((piece, index) => wanted(piece, tokens[index - 1], tokens[index + 1]));
    return token && { start: token.start, length: token.text.length };
  };
  const [, table] = /Table (.+) does not exist/.exec(message) ?? [];
  if (table) {
    const typed = Object.hasOwn(NODE_TYPES, table) ? "write (n:Entity) … WHERE n.type IN ['Country', 'Person']" : undefined;
    if (typed) return { why: `${table} is no label of its own here; ${typed}`, place: place(({ text }) => bare(text) === table) };
    const what = Object.hasOwn(EDGE_TYPES, table.toUpperCase()) ? `write ${table.toUpperCase()}` : suggestion(table, NAMES);
    return { why: `no label or relationship is called ${table}; ${what}`, place: place(({ text }, before) => bare(text) === table && (before?.text === ':' || before?.text === '|')) };
  }
  const [, variable] = /Variable (.+) is not in scope/.exec(message) ?? [];
  if (variable) return { why: `${variable} stands for nothing`, place: place(({ text, kind }, before) => bare(text) === variable && kind !== 'string' && before?.text !== '.') };
  const [, property, owner] = /Cannot find property (.+) for (.+?)\.?$/.exec(message) ?? [];
  if (property) return { why: `${owner} has no property ${property}; ${suggestion(property, PROPERTIES)}`, place: place(({ text }, before) => bare(text) === property && before?.text === '.') ?? place(({ text }, _, after) => bare(text) === property && after?.text === ':') };
  const [, call] = /function (\w+) does not exist/i.exec(message) ?? [];
  if (call) return { why: `no function is called ${call.toLowerCase()}`, place: place(({ text }, _, after) => text.toUpperCase() === call && after?.text === '(') };
  return undefined;
}

const bare = (text: string): string => (text.startsWith('`') ? text.slice(1, -1) : text);

function suggestion(name: string, known: readonly string[]): string {
  const near = known.map((candidate) => ({ candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase()) })).sort((a, b) => a.distance - b.distance)[0];
  return near && near.distance <= Math.max(2, name.length / 3) ? `perhaps ${near.candidate}?` : `there are ${known.slice(0, 6).join(', ')} …`;
}

/** Edits of one letter between two words (Levenshtein 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** "line 1, column 24, at …-[r:MET]->(b) »RETRN« a.name" */
function locate(query: string, { start, length }: Place): string {
  const lineStart = query.lastIndexOf('\n', start - 1) + 1;
  const line = query.slice(0, start).split('\n').length;
  const before = query.slice(Math.max(0, start - AROUND), start);
  const after = query.slice(start + length, start + length + AROUND);
  const excerpt = `${start > AROUND ? '…' : ''}${before}»${query.slice(start, start + length)}«${after}${start + length + AROUND < query.length ? '…' : ''}`;
  return `line ${line}, column ${start - lineStart + 1}, at ${excerpt.replace(/\s+/g, ' ')}`;
}
