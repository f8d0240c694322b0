import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import type { Draft } from './draft.ts';
import type { DraftIndex } from './owners.ts';

const PRONOUNS: Readonly<Record<string, Pick<Draft, 'plural' | 'gender'>>> = {
  he: { plural: false, gender: 'male' }, him: { plural: false, gender: 'male' }, his: { plural: false, gender: 'male' }, himself: { plural: false, gender: 'male' },
  she: { plural: false, gender: 'female' }, her: { plural: false, gender: 'female' }, hers: { plural: false, gender: 'female' }, herself: { plural: false, gender: 'female' },
  it: { plural: false }, its: { plural: false }, itself: { plural: false },
  they: { plural: true }, them: { plural: true }, their: { plural: true }, theirs: { plural: true }, themselves: { plural: true },
  both: { plural: true }, we: { plural: true }, our: { plural: true }, us: { plural: true }, i: { plural: false }, my: { plural: false }, me: { plural: false },
};

/** Only an actor is these: "it is willing to withdraw". */
const OF_ACTORS = /^(willing|unwilling|ready|prepared|able|unable|eager|reluctant|determined|committed|keen|free|set|likely|unlikely|sure|certain|confident|concerned|worried|afraid|open|close|opposed)$/;

/** Personal and possessive pronouns, save the "it" of weather and clefts. */
export function pronounDrafts(tree: Tree, index: DraftIndex): void {
  for (const token of tree.tokens) {
    const kind = token.upos === 'PRON' || (token.lemma === 'both' && /^(nsubj|obj|obl)/.test(token.deprel)) ? PRONOUNS[token.text.toLowerCase()] : undefined;
    if (!kind || isExpletive(tree, token) || token.text === 'US') continue;
    index.add({
      first: token.index, last: token.index + 1, head: token.index, anchors: [token.index], form: 'pronoun', noun: token.text.toLowerCase(),
      type: kind.gender || token.lemma === 'I' ? 'Person' : null, definite: true, roles: [], ...kind,
    });
  }
}

function isExpletive(tree: Tree, token: Token): boolean {
  if (token.deprel === 'expl') return true;
  const head = tree.headOf(token);
  return token.text.toLowerCase() === 'it' && head?.upos === 'ADJ' && !OF_ACTORS.test(head.lemma) && tree.children(head, 'ccomp', 'csubj', 'xcomp', 'advcl').length > 0;
}
