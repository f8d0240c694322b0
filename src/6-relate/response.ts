import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import { agents, patients, phrases } from './clause.ts';
import type { EndFinder } from './ends.ts';
import type { Statement } from './statement.ts';

const RESPONDING = /^(reject|refuse|accept|dismiss|ignore|answer|heed|rebuff|respond|react|comply|grant|agree|decline|consider|welcome)$/;
const REQUEST = /^(call|request|demand|appeal|proposal|offer|invitation|plea|ultimatum)$/;

/** "Syria rejected Israel's call", "has not responded to Mr. Alston's request": the one who made it called on the other. */
export function requestsAnswered(tree: Tree, finder: EndFinder): readonly Statement[] {
  return tree.tokens.filter((token) => token.upos === 'VERB' && RESPONDING.test(token.lemma)).flatMap((verb) => {
    const answering = finder.find(tree, agents(tree, verb), 'self')[0];
    if (!answering) return [];
    return [...patients(tree, verb), ...phrases(tree, verb, 'to'), ...phrases(tree, verb, 'with')].filter((noun) => REQUEST.test(noun.lemma)).flatMap((noun) =>
      makers(tree, noun, finder).filter((maker) => maker.key !== answering.key).map((maker): Statement => ({
        type: 'CALLED_ON', source: maker, target: answering, first: noun.index, last: noun.index + 1, polarity: 'affirmed', modality: 'asserted', attributedTo: [], rule: `response.${noun.lemma}`, confidence: 0.7,
      })));
  });
}

function makers(tree: Tree, noun: Token, finder: EndFinder): ReturnType<EndFinder['find']> {
  const own = finder.find(tree, [...tree.children(noun, 'nmod:poss'), ...phrases(tree, noun, 'by'), ...phrases(tree, noun, 'from')], 'self');
  return own.length ? own : finder.find(tree, tree.children(noun, 'compound', 'amod').filter((token) => token.index < noun.index), 'self', true);
}
