// Neo4j holds (:Entity:Person); the embedded database has one label a node, and the type as a property. So that a query
// of the one runs on the other, the labels of types are rewritten:
//
//   (p:Person {name: 'x'})  →  (p:Entity {type: 'Person', name: 'x'})        WHERE p:Person  →  WHERE p.type = 'Person'

import { isWord, meaningful, tokensOf, type Token } from './lexer.ts';

/** A stretch of the query that was replaced. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Rewritten {
  readonly text: string;
  /** Offset in the query as typed of an offset in the text. */
  readonly originOf: (offset: number) => number;
}

/** @param types the names that are types of entities, not labels of the database */
export function rewriteTypeLabels(query: string, types: ReadonlySet<string>): Rewritten {
  const tokens = meaningful(tokensOf(query));
  const edits: Edit[] = [];
  for (let index = 0; index < tokens.length; index++) {
    edits.push(...(nodePattern(tokens, index, types) ?? predicate(tokens, index, types) ?? []));
  }
  return apply(query, edits);
}

const isType = (token: Token | undefined, types: ReadonlySet<string>): boolean => token?.kind === 'word' && types.has(token.text);
const isSign = (token: Token | undefined, ...signs: readonly string[]): boolean => token?.kind === 'sign' && signs.includes(token.text);
const isVariable = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'name';

/** The edits of a pattern whose bracket opens at the index, if a type is among its labels. */
function nodePattern(tokens: readonly Token[], open: number, known: ReadonlySet<string>): Edit[] | undefined {
  if (!opensPattern(tokens, open)) return undefined;
  let at = open + 1;
  if (isVariable(tokens[at]) && isSign(tokens[at + 1], ':')) at++;
  const first = tokens[at];
  const types: Token[] = [];
  let last = at;
  while (isSign(tokens[at], ':', '&') && isVariable(tokens[at + 1])) {
    const label = tokens[at + 1];
    if (label && isType(label, known)) types.push(label);
    else if (label?.text !== 'Entity') return undefined;
    last = at + 1;
    at += 2;
  }
  const [type] = types;
  if (!first || !type || isSign(tokens[at], '|')) return undefined;
  const labels = { start: first.start, end: endOf(tokens[last]), text: ':Entity' };
  const condition = types.length === 1 ? `type: '${type.text}'` : `type: '${types.map(({ text }) => text).join(' and ')}'`;
  const next = tokens[at];
  if (!next || !isSign(next, '{')) return [{ ...labels, text: `:Entity {${condition}}` }];
  const comma = isSign(tokens[at + 1], '}') ? '' : ', ';
  return [labels, { start: next.start, end: endOf(next), text: `{${condition}${comma}` }];
}

/** A round bracket opens a pattern after one of these signs; after WHERE, NOT or AND only where a relationship follows it. */
function opensPattern(tokens: readonly Token[], open: number): boolean {
  if (!isSign(tokens[open], '(')) return false;
  const before = tokens[open - 1];
  if (isWord(before, 'MATCH') || isSign(before, ',', '-', '->', '<-', '>', '=', '{', '(')) return true;
  let depth = 0;
  const close = tokens.findIndex((token, index) => {
    if (index >= open) depth += isSign(token, '(') ? 1 : isSign(token, ')') ? -1 : 0;
    return index >= open && depth === 0;
  });
  return isWord(before, ...CONDITIONS) && close > 0 && isSign(tokens[close + 1], '-', '<-');
}

const CONDITIONS = ['WHERE', 'AND', 'OR', 'XOR', 'NOT'];

/** The edit of "p:Person" where a condition may stand. */
function predicate(tokens: readonly Token[], index: number, known: ReadonlySet<string>): Edit[] | undefined {
  const [variable, type, after] = [tokens[index], tokens[index + 2], tokens[index + 3]];
  const grouped = isSign(tokens[index - 1], '(') && !opensPattern(tokens, index - 1);
  const condition = isWord(tokens[grouped ? index - 2 : index - 1], ...CONDITIONS);
  if (!condition || !isVariable(variable) || !isSign(tokens[index + 1], ':') || !type || !isType(type, known) || isSign(after, ':', '|', '&')) return undefined;
  return [{ start: endOf(variable), end: endOf(type), text: `.type = '${type.text}'` }];
}

const endOf = (token: Token | undefined): number => (token ? token.start + token.text.length : 0);

function apply(query: string, edits: readonly Edit[]): Rewritten {
  let text = '';
  let done = 0;
  const places: { readonly at: number; readonly origin: number; readonly fixed: boolean }[] = [];
  const keep = (end: number): void => {
    places.push({ at: text.length, origin: done, fixed: false });
    text += query.slice(done, end);
  };
  for (const edit of edits) {
    keep(edit.start);
    places.push({ at: text.length, origin: edit.start, fixed: true });
    text += edit.text;
    done = edit.end;
  }
  keep(query.length);
  const originOf = (offset: number): number => {
    const place = places.findLast(({ at }) => at <= offset);
    return place ? place.origin + (place.fixed ? 0 : offset - place.at) : offset;
  };
  return { text, originOf };
}
