import type { Token } from '../model/sentence.ts';

/** How a word hangs in its sentence's tree. */
export interface Hanging {
  /** The word and all above it up to the root, by index. */
  readonly path: readonly number[];
  /** Its first preposition, in lower case. */
  readonly preposition: string | undefined;
}

/** What lies between two words of a tree: the words from each up to where their paths meet, that word left out. */
export interface PairPath {
  readonly up: readonly number[];
  readonly down: readonly number[];
}

export function hangingOf(tokens: readonly Token[], index: number): Hanging {
  const path: number[] = [];
  for (let at = index; at >= 0 && path.length < tokens.length; at = tokens[at]?.head ?? -1) path.push(at);
  const preposition = tokens.find((token) => token.head === index && token.deprel === 'case' && token.text !== "'s" && token.text !== '’s');
  return { path, preposition: preposition?.text.toLowerCase() };
}

/** The path through the tree from one word to another. */
export function pairPath(source: Hanging, target: Hanging): PairPath {
  const meet = target.path.find((index) => source.path.includes(index));
  const below = (path: readonly number[]): readonly number[] => (meet === undefined ? path : path.slice(0, path.indexOf(meet)));
  return { up: below(source.path), down: below(target.path) };
}
