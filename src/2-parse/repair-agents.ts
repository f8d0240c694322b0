import { isActorNoun } from '../lexicon/actor-nouns.ts';
import { triggersOf } from '../lexicon/triggers.ts';
import type { Token } from '../model/sentence.ts';

const TIME = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

/**
 * "Ordered an inquiry into the killing of nine miners by soldiers": where the parser hangs the doer on a verb that has a subject
 * and is active, the deed before it that a "by" may follow is his. Gives the noun of the deed.
 */
export function deedOf(tokens: readonly Token[], doer: Token): Token | undefined {
  const verb = doer.deprel === 'obl' || doer.deprel === 'obl:agent' ? tokens[doer.head] : undefined;
  if (verb?.upos !== 'VERB' || verb.index > doer.index || !isActive(tokens, verb) || !mayAct(doer)) return undefined;
  if (!tokens.some((one) => one.head === doer.index && one.deprel === 'case' && one.text.toLowerCase() === 'by')) return undefined;
  return tokens.slice(verb.index + 1, doer.index).findLast((one) => one.upos === 'NOUN' && triggersOf('noun', one.lemma.toLowerCase()).some(({ source }) => source.includes('by')));
}

function isActive(tokens: readonly Token[], verb: Token): boolean {
  const own = tokens.filter((one) => one.head === verb.index);
  return own.some((one) => one.deprel === 'nsubj') && !own.some((one) => one.deprel === 'aux:pass' || one.deprel === 'nsubj:pass');
}

function mayAct(token: Token): boolean {
  return token.upos === 'PROPN' ? !TIME.test(token.text) : token.upos === 'NOUN' && (['group', 'government', 'organ', 'organisation'] as const).some((of) => isActorNoun(token.lemma, of));
}
