import type { LinkedStory } from '../model/linked-story.ts';
import { speechWord } from '../lexicon/clause-words.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import { agents, surfaceSubjects } from './clause.ts';
import type { EndFinder } from './ends.ts';
import type { Statement } from './statement.ts';

const MODALS = /^(must|should|ought)$/i;

/** "Rice said Hamas must choose": what a speaker says that somebody must or should do is a call on them. */
export function obligations(story: LinkedStory, tree: Tree, finder: EndFinder): readonly Statement[] {
  return tree.tokens.filter((token) => obliges(tree, token)).flatMap((verb) => {
    const speech = speechOver(tree, verb);
    if (!speech) return [];
    const speaker = finder.find(tree, agents(tree, speech), 'self')[0];
    const called = finder.find(tree, surfaceSubjects(tree, verb), 'self');
    if (!speaker) return [];
    // "Wen says the country must …" speaks of his own.
    const home = story.entities.get(speaker.key)?.country;
    return called.filter((end) => end.key !== `country:${home}` && end.key !== speaker.key && !end.key.startsWith('place:') && !end.key.startsWith('event:')).map((target): Statement => ({
      type: 'CALLED_ON', source: speaker, target, first: verb.index, last: verb.index + 1, polarity: 'affirmed', modality: 'asserted',
      attributedTo: [], rule: 'obligation', confidence: 0.7,
    }));
  });
}

function obliges(tree: Tree, token: Token): boolean {
  if (token.upos !== 'VERB' || tree.child(token, 'aux:pass')) return false;
  if (tree.children(token, 'aux').some((aux) => MODALS.test(aux.text))) return true;
  return /^(need|have)$/.test(token.lemma) && tree.children(token, 'xcomp').length > 0 && tree.children(token, 'nsubj').length > 0 && !tree.children(token, 'obj').length;
}

/** The verb of saying whose clause this is. */
function speechOver(tree: Tree, verb: Token): Token | undefined {
  const up = tree.headOf(verb);
  if (up && /^(ccomp|parataxis)$/.test(verb.deprel) && up.upos === 'VERB' && speechWord('verb', up.lemma)) return up;
  return tree.children(verb, 'parataxis', 'ccomp').find((child) => child.upos === 'VERB' && speechWord('verb', child.lemma) !== undefined && tree.children(child, 'ccomp').length === 0);
}
