import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import type { Draft } from './draft.ts';

const OWNING_TYPES = new Set(['Country', 'Organisation', 'ArmedGroup', 'Place', 'Person']);
const OWNING_CASES = new Set(['of', 'for', 'to', 'in', 'from', 'at', 'on', 'with']);

/** The drafts of a sentence by the tokens that stand for them. */
export class DraftIndex {
  private readonly byToken = new Map<number, Draft>();
  readonly drafts: Draft[] = [];

  add(draft: Draft): Draft {
    this.drafts.push(draft);
    for (const anchor of draft.anchors) if (!this.byToken.has(anchor)) this.byToken.set(anchor, draft);
    return draft;
  }

  anchor(draft: Draft, token: number): void {
    if (!draft.anchors.includes(token)) draft.anchors.push(token);
    this.byToken.set(token, draft);
  }

  at(token: Token | undefined): Draft | undefined {
    return token ? this.byToken.get(token.index) : undefined;
  }

  /** The draft whose span covers the token. */
  covering(index: number): Draft | undefined {
    return this.drafts.find((draft) => draft.form !== 'nominal' && index >= draft.first && index < draft.last);
  }
}

/** Who owns what a noun describes: its possessor, the country or body before it, or after "of". Nearest kind first. */
export function ownersOf(tree: Tree, noun: Token, index: DraftIndex, cases: ReadonlySet<string> = OWNING_CASES): readonly Draft[] {
  const slots: readonly Token[][] = [
    [...tree.children(noun, 'nmod:poss')],
    [...tree.children(noun, 'compound', 'amod', 'nmod:desc', 'nmod:unmarked')].filter((child) => child.index < noun.index),
    [...tree.children(noun, 'nmod', 'obl')].filter((child) => child.index > noun.index && cases.has(tree.caseOf(child))),
  ];
  for (const all of slots) {
    // "U.S. led coalition", "Russian backed rebels": who leads does not own.
    const slot = all.filter((token) => !/^(led|backed|funded|sponsored|brokered|trained|supported|dominated)$/i.test(tree.tokens[token.index + 1]?.text ?? ''));
    const found = slot.flatMap((token) => tree.withConjuncts(token)).flatMap((token) => draftUnder(tree, token, index));
    const owners = [...new Set(found.filter((draft) => draft.type && OWNING_TYPES.has(draft.type)))];
    // "An Israeli army spokesman" speaks for the army.
    const bodies = owners.filter((draft) => draft.type === 'Organisation' && draft.owner !== undefined && owners.includes(draft.owner));
    if (owners.length) return bodies.length ? bodies : owners;
  }
  return [];
}

function draftUnder(tree: Tree, token: Token, index: DraftIndex): readonly Draft[] {
  const own = index.at(token);
  if (own) return [own];
  // "U.S.-led coalition": who leads does not own.
  if (token.upos === 'VERB') return [];
  const inner = tree.children(token, 'compound', 'amod', 'nmod:poss', 'obl:unmarked', 'obl').map((child) => index.at(child));
  return inner.filter((draft) => draft !== undefined);
}
