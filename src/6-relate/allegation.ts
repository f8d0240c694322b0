import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import { agents, surfaceSubjects } from './clause.ts';
import type { EndFinder } from './ends.ts';
import type { Statement } from './statement.ts';

/** Who says one of these of another accuses it, whatever it is. */
const ALLEGING = /^(allege|charge|complain)$/;
/** These accuse only where what they say is a wrong. */
const CLAIMING = /^(claim|say|insist|argue|maintain|contend|believe|suspect)$/;
const WRONG = /^(steal|rig|violate|torture|abuse|lie|cheat|harbor|harbour|sponsor|plot|conspire|meddle|bribe|loot|rape|smuggle|fabricate|falsify|persecute|massacre|orchestrate|mastermind|instigate|incite)$/;

/** "Opposition leaders claim that the president stole the vote": to say such a thing of somebody is to accuse them. */
export function allegations(tree: Tree, finder: EndFinder): readonly Statement[] {
  return tree.tokens.filter((token) => token.upos === 'VERB' && (ALLEGING.test(token.lemma) || CLAIMING.test(token.lemma))).flatMap((verb) => {
    const wrongs = tree.children(verb, 'ccomp').filter((clause) => clause.upos === 'VERB' && !isDenied(tree, clause) && (ALLEGING.test(verb.lemma) || WRONG.test(clause.lemma)));
    if (!wrongs.length || isDenied(tree, verb)) return [];
    const accusers = finder.find(tree, agents(tree, verb), 'self');
    const accused = wrongs.flatMap((clause) => finder.find(tree, surfaceSubjects(tree, clause), 'self'));
    return accusers.flatMap((source) => accused.filter((target) => target.key !== source.key && !/^(place|event):/.test(target.key)).map((target): Statement => ({
      type: 'ACCUSED', source, target, first: verb.index, last: verb.index + 1, polarity: 'affirmed', modality: 'asserted', attributedTo: [], rule: `allegation.${verb.lemma}`, confidence: 0.65,
    })));
  });
}

function isDenied(tree: Tree, verb: Token): boolean {
  return tree.children(verb, 'advmod').some((word) => /^(not|never)$/.test(word.lemma)) || tree.children(verb, 'aux').some((aux) => /^(would|may|might|could|will)$/.test(aux.lemma));
}
