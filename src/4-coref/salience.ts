import type { Mention } from '../model/mention.ts';
import type { Tree } from '../model/tree.ts';
import type { ClusterSet, OpenCluster } from './cluster-set.ts';

// Weights after Lappin and Leass (1994), "An Algorithm for Pronominal Anaphora Resolution": a mention's weight
// by its grammatical role, halved with each sentence that passes.
const SUBJECT = 80;
const OBJECT = 50;
const OBLIQUE = 40;
const MODIFIER = 20;
const RECENT = 100;
const SENTENCES_BACK = 4;

/** How much a mention draws a later pronoun, before distance is counted. */
export function roleWeight(tree: Tree, mention: Mention): number {
  const head = tree.at(mention.head);
  if (head.deprel.startsWith('nsubj') || head.deprel === 'obl:agent') return SUBJECT;
  if (head.deprel === 'obj' || head.deprel === 'iobj') return OBJECT;
  if (/^(obl|appos|conj)/.test(head.deprel)) return OBLIQUE;
  return head.deprel === 'root' ? SUBJECT : MODIFIER;
}

/** Salience of a cluster for a mention that comes after; 0 where its last mention is too far back. */
export function salience(set: ClusterSet, cluster: OpenCluster, at: Mention): number {
  let total = 0;
  const seen = new Set<number>();
  const before = cluster.mentions.filter((mention) => mention.id < at.id).sort((a, b) => b.id - a.id);
  for (const mention of before) {
    const distance = at.sentence - mention.sentence;
    if (distance > SENTENCES_BACK) break;
    if (seen.has(mention.sentence)) continue;
    seen.add(mention.sentence);
    const tree = set.story.trees[mention.sentence];
    const modifier = mention.form === 'demonym' && !mention.plural;
    if (tree) total += ((modifier ? 0 : RECENT) + roleWeight(tree, mention)) / 2 ** distance;
  }
  return total;
}

/** The subjects of a mention's own clause and of those over it: "X said the group …", "X joined the coalition" speak of another. */
export function subjectsOver(set: ClusterSet, mention: Mention): ReadonlySet<OpenCluster> {
  const tree = set.story.trees[mention.sentence];
  if (!tree) return new Set();
  const over = tree.ancestors(tree.at(mention.head));
  const subjects = new Set(over.flatMap((verb) => tree.children(verb, 'nsubj')).filter((token) => token.index !== mention.head && !over.includes(token)).map((token) => token.index));
  return new Set(set.story.mentions.filter((one) => one.sentence === mention.sentence && one.id < mention.id && one.anchors.some((anchor) => subjects.has(anchor))).flatMap((one) => set.clustersOf(one)));
}

/** The most salient cluster that passes the test; the nearer one where two weigh the same. */
export function mostSalient(set: ClusterSet, at: Mention, fits: (cluster: OpenCluster) => boolean): OpenCluster | undefined {
  let best: OpenCluster | undefined;
  let weight = 0;
  for (const cluster of set.clusters) {
    const own = fits(cluster) ? salience(set, cluster, at) : 0;
    if (own > weight || (own === weight && own > 0 && lastId(cluster, at) > lastId(best, at))) {
      best = cluster;
      weight = own;
    }
  }
  return best;
}

function lastId(cluster: OpenCluster | undefined, at: Mention): number {
  return Math.max(-1, ...(cluster?.mentions ?? []).map((mention) => mention.id).filter((id) => id < at.id));
}
