import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import { agents } from './clause.ts';

const FREEING = /^(free|release|liberate|rescue)$/;
const FORCE = /^(storm|raid|attack|assault|overrun|kill|shell|bomb|fight|clash|besiege|swoop|shoot|capture|break|strike)$/;
const HOLDING = /^(hold|seize|abduct|kidnap|capture|take|snatch|detain|imprison|jail)$/;

/** "Stormed the camp, freeing twelve hostages", "freed the sailors whom pirates had seized": who frees others' captives gives nothing up. */
export function freesByForce(tree: Tree, verb: Token): boolean {
  if (!FREEING.test(verb.lemma)) return false;
  const over = /^(advcl|conj)$/.test(verb.deprel) ? tree.headOf(verb) : undefined;
  if ((over && FORCE.test(over.lemma)) || tree.children(verb, 'conj').some((other) => FORCE.test(other.lemma))) return true;
  const doers = new Set(agents(tree, verb).map((token) => token.index));
  return tree.children(verb, 'obj', 'nsubj:pass').flatMap((captive) => tree.children(captive, 'acl', 'acl:relcl')).some((clause) => {
    const holders = HOLDING.test(clause.lemma) ? agents(tree, clause).filter((token) => token.upos !== 'PRON') : [];
    return holders.length > 0 && holders.every((token) => !doers.has(token.index));
  });
}
