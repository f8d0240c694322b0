import type { Mention } from '../model/mention.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import type { ClusterSet, OpenCluster } from './cluster-set.ts';

const SENTENCES_BACK = 2;
const ISSUING = /^(say|issue|release|publish|make|write|send|announce|deliver|read|post|add|tell|state)$/;

/** "The report praises Liberia": whoever a sentence before said or published one. */
export function authorOf(set: ClusterSet, document: Mention): OpenCluster | undefined {
  for (let back = 0; back <= SENTENCES_BACK; back++) {
    const tree = set.story.trees[document.sentence - back];
    const word = tree && [...tree.tokens].reverse().find((token) => token.lemma === document.noun && (back > 0 || token.index < document.head));
    const author = word && writers(tree, word).flatMap((token) => actorAt(set, tree, token))[0];
    if (author) return author;
  }
  return undefined;
}

/** Its possessor, who stands before it, after "by" or "from", and the subject of the verb that issues it. */
function writers(tree: Tree, word: Token): readonly Token[] {
  const verb = tree.ancestors(word).find((token) => token.upos === 'VERB' && ISSUING.test(token.lemma));
  return [
    ...tree.children(word, 'nmod:poss'),
    ...tree.children(word, 'compound', 'amod').filter((token) => token.index < word.index),
    ...tree.children(word, 'nmod').filter((token) => /^(by|from)$/.test(tree.caseOf(token))),
    ...(verb ? tree.children(verb, 'obl:agent', 'nsubj').filter((token) => token.index !== word.index) : []),
  ];
}

function actorAt(set: ClusterSet, tree: Tree, token: Token): readonly OpenCluster[] {
  const mention = set.story.mentions.find((one) => one.sentence === tree.sentence.index && one.anchors.includes(token.index));
  return set.clustersOf(mention).filter((cluster) => cluster.type !== 'Place' && cluster.type !== 'Event');
}
