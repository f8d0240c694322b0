import type { Sentence, Token } from './sentence.ts';

const COLON = ':'.charCodeAt(0);
const NONE: readonly Token[] = [];

/** A sentence's dependency tree with the children of each token at hand. */
export class Tree {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  private readonly childLists: readonly (readonly Token[])[];

  constructor(sentence: Sentence) {
    this.sentence = sentence;
    this.tokens = sentence.tokens;
    const lists: Token[][] = sentence.tokens.map(() => []);
    for (const token of sentence.tokens) lists[token.head]?.push(token);
    this.childLists = lists;
  }

  at(index: number): Token {
    const token = this.tokens[index];
    if (!token) throw new RangeError(`token ${index} of ${this.tokens.length}`);
    return token;
  }

  headOf(token: Token): Token | undefined {
    return this.tokens[token.head];
  }

  /** Dependents in order, those of the named relations only where names are given ("nmod" stands for its subtypes too). */
  children(token: Token, ...relations: readonly string[]): readonly Token[] {
    const all = this.childLists[token.index] ?? NONE;
    if (all.length === 0) return NONE;
    return relations.length ? all.filter((child) => relations.some((name) => isRelation(child, name))) : all;
  }

  child(token: Token, ...relations: readonly string[]): Token | undefined {
    return this.children(token, ...relations)[0];
  }

  /** The prepositions, case markers and complementisers of a token, lower case and joined ("out of"). */
  caseOf(token: Token): string {
    const parts: string[] = [];
    for (const child of this.children(token, 'case')) {
      if (child.text === "'s" || child.text === '’s' || child.xpos === 'POS') continue;
      parts.push(child.text.toLowerCase());
      for (const fixed of this.children(child, 'fixed')) parts.push(fixed.text.toLowerCase());
    }
    return parts.join(' ');
  }

  /** The token and its conjuncts, in order. */
  withConjuncts(token: Token): readonly Token[] {
    const out = [token];
    for (let i = 0; i < out.length; i++) {
      const current = out[i];
      if (current) out.push(...this.children(current, 'conj'));
    }
    return out;
  }

  /** First and one past the last token of the subtree. */
  reach(token: Token): readonly [number, number] {
    let first = token.index;
    let last = token.index;
    const stack: Token[] = [token];
    for (let current = stack.pop(); current; current = stack.pop()) {
      first = Math.min(first, current.index);
      last = Math.max(last, current.index);
      stack.push(...this.children(current));
    }
    return [first, last + 1];
  }

  /** From the token's head up to the root. */
  ancestors(token: Token): readonly Token[] {
    const out: Token[] = [];
    for (let up = this.headOf(token); up && out.length < this.tokens.length; up = this.headOf(up)) out.push(up);
    return out;
  }

  isWithin(token: Token, ancestor: Token): boolean {
    return token === ancestor || this.ancestors(token).includes(ancestor);
  }

  /** The text from one token to another (end-exclusive) as it stands in the story. */
  textOf(first: number, last: number): string {
    const start = this.at(first).start - this.sentence.start;
    return this.sentence.text.slice(start, this.at(last - 1).end - this.sentence.start);
  }
}

/** True where the token hangs by that relation; "nmod" also covers "nmod:poss". */
export function isRelation(token: Token, relation: string): boolean {
  const { deprel } = token;
  // Asked millions of times: no string is built for it.
  return deprel === relation || (deprel.charCodeAt(relation.length) === COLON && deprel.startsWith(relation));
}
