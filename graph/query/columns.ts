import { isWord, tokensOf, type Token } from './lexer.ts';

/**
 * The names of the columns that a query returns, as its last RETURN has them: what stands after AS, or the expression
 * as typed, where the engine would say "COUNT_STAR()".
 * @returns undefined where the query says `*` or is read otherwise
 */
export function columnNames(query: string): string[] | undefined {
  const tokens = tokensOf(query);
  const start = lastReturn(tokens);
  if (start < 0) return undefined;
  const items = itemsFrom(tokens.slice(start + 1));
  const names = items.map(nameOf);
  return names.length && names.every((name) => name !== '' && name !== '*') ? names : undefined;
}

const depthOf = ({ kind, text }: Token): number => (kind !== 'sign' ? 0 : '([{'.includes(text) ? 1 : ')]}'.includes(text) ? -1 : 0);

/** Of a UNION the first: its names count. Those of a subquery stand deeper. */
function lastReturn(tokens: readonly Token[]): number {
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    depth += depthOf(token);
    if (depth === 0 && isWord(token, 'RETURN')) return index;
  }
  return -1;
}

function itemsFrom(tokens: readonly Token[]): Token[][] {
  const items: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += depthOf(token);
    const outside = depth === 0 && (token.kind === 'sign' || token.kind === 'word');
    if (outside && (isWord(token, 'ORDER', 'SKIP', 'LIMIT', 'UNION') || token.text === ';')) break;
    if (outside && token.text === ',') items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}

function nameOf(item: readonly Token[]): string {
  const from = item.findIndex((token) => token.kind !== 'space' && !isWord(token, 'DISTINCT'));
  const kept = from < 0 ? [] : item.slice(from);
  const as = kept.findLastIndex((token) => isWord(token, 'AS'));
  const text = kept.slice(as + 1).map((token) => (token.kind === 'space' ? ' ' : token.text)).join('').trim();
  return as >= 0 && text.startsWith('`') ? text.slice(1, -1).replaceAll('``', '`') : text;
}
