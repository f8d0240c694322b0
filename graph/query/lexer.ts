/** A piece of a query; the pieces together are the query. */
export interface Token {
  readonly kind: 'space' | 'string' | 'name' | 'word' | 'number' | 'sign';
  readonly text: string;
  /** Offset in the query, in UTF-16 units. */
  readonly start: number;
}

// Comments count as space. A name stands in back-ticks; an unclosed string or name runs to the end.
const PIECES = /(?<space>\s+|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))|(?<string>'(?:\\[^]|[^'\\])*(?:'|$)|"(?:\\[^]|[^"\\])*(?:"|$))|(?<name>`(?:``|[^`])*(?:`|$))|(?<word>[\p{L}_$][\p{L}\p{N}_]*)|(?<number>\d[\w.]*)|(?<sign>->|<-|[^])/gu;

/** The pieces of a Cypher query, spaces and comments among them. */
export function tokensOf(query: string): Token[] {
  return [...query.matchAll(PIECES)].map(({ index, groups = {}, 0: text }) => {
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined) ?? 'sign';
    return { kind: kind as Token['kind'], text, start: index };
  });
}

/** Without spaces and comments. */
export function meaningful(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }) => kind !== 'space');
}

/** True where the piece is that word, in any case; a name in back-ticks is no keyword. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text.toUpperCase());
}
