import type { Mention } from '../model/mention.ts';
import type { Token } from '../model/sentence.ts';
import { fold, type ClusterSet, type OpenCluster } from './cluster-set.ts';
import { possessorOf, countryOf } from './governments.ts';
import { mostSalient, salience, subjectsOver } from './salience.ts';

/** "The group", "the movement": the body of that kind that the story spoke of last. */
function kindCalled(set: ClusterSet, mention: Mention, owner: OpenCluster | undefined): OpenCluster | undefined {
  if (mention.plural || owner || !mention.definite || !/^(group|movement|faction|militia|organi[sz]ation|network)$/.test(mention.name ?? '')) return undefined;
  const over = subjectsOver(set, mention);
  return mostSalient(set, mention, (cluster) => cluster.type === 'ArmedGroup' || (cluster.type === 'Organisation' && !over.has(cluster) && cluster.mentions.some((one) => one.form === 'name')));
}

export function resolveGroup(set: ClusterSet, mention: Mention, owner: OpenCluster | undefined): void {
  // "Their leaders have met …": a body's leaders and members act for it.
  const possessor = owner ? undefined : possessorOf(set, mention);
  if (possessor && /^(ArmedGroup|Organisation|Country)$/.test(possessor.type) && /^(leader|official|representative|member|spokesman|negotiator|force|troop)$/.test(mention.noun ?? '')) return set.join(mention, possessor);
  const kind = kindCalled(set, mention, owner);
  if (kind) return set.join(mention, kind);
  const listed = listedIn(set, mention);
  if (listed.length) return set.joinAll(mention, listed);
  const name = fold(mention.name ?? mention.text);
  const noun = mention.noun ?? '';
  const bare = !name.includes(' ');
  const fits = (cluster: OpenCluster): boolean => {
    const theirs = set.ownerOf(cluster);
    if (owner && theirs && owner !== theirs) return false;
    return cluster.type === 'Group' && (cluster.names.has(name) || (bare && cluster.nouns.has(noun)));
  };
  const body = bare && !owner ? bodyOfNoun(set, mention) : undefined;
  const found = body ?? [...set.clusters].reverse().find(fits);
  if (found) set.join(mention, found);
  else set.open(mention, 'Group');
}

/** "The rebels" after "Tamil Tiger rebels": the body whose they were called last. */
function bodyOfNoun(set: ClusterSet, mention: Mention): OpenCluster | undefined {
  if (!mention.definite || !mention.plural) return undefined;
  const before = set.story.mentions.findLast((one) => one.id < mention.id && mention.sentence - one.sentence <= NEAR && one.form === 'nominal' && one.noun === mention.noun && one.plural);
  return set.clustersOf(before).find((cluster) => cluster.type === 'ArmedGroup');
}

/** Sentences back at which "the rebels" still are those named. */
const NEAR = 4;

/** "Regional players including China and Russia", "countries such as Germany": those that are named. */
function listedIn(set: ClusterSet, mention: Mention): readonly OpenCluster[] {
  const tree = set.story.trees[mention.sentence];
  if (!tree) return [];
  const own = tree.at(mention.head);
  const joined = own.deprel === 'conj' ? tree.headOf(own) : undefined;
  const inner = (token: Token): readonly Token[] => tree.children(token, 'nmod').filter((child) => tree.caseOf(child) === 'of');
  const heads = [own, ...inner(own), ...(joined ? [joined, ...inner(joined)] : [])];
  const listed = heads.flatMap((head) => tree.children(head, 'nmod', 'obl')).filter((child) => /^(including|such as|like)$/.test(tree.caseOf(child)));
  const tokens = new Set(listed.flatMap((child) => tree.withConjuncts(child)).map((token) => token.index));
  const named = set.story.mentions.filter((one) => one.sentence === mention.sentence && one.form === 'name' && /^(Country|Person|Organisation|ArmedGroup)$/.test(one.type ?? '') && one.anchors.some((anchor) => tokens.has(anchor)));
  return [...new Set(named.flatMap((one) => set.clustersOf(one)))];
}

/** "the two countries", "both leaders", "the two sides": the two that the text joined last. */
export function pairOf(set: ClusterSet, mention: Mention): boolean {
  const tree = set.story.trees[mention.sentence];
  if (!tree) return false;
  const before = tree.tokens.slice(Math.max(0, mention.first - 2), mention.first + 1).map((token) => token.text.toLowerCase());
  const neighbours = /^neighbou?r$/.test(mention.noun ?? '') && mention.definite;
  if (!neighbours && !before.some((word) => word === 'two' || word === 'both') || !neighbours && !(before.includes('the') || before.includes('both') || before.includes('these'))) return false;
  const noun = mention.noun ?? '';
  const types = /^(country|nation|state|government|neighbor|neighbour|power|ally)$/.test(noun) ? ['Country'] : /^(leader|president|minister|man|official|diplomat|envoy|woman|candidate)$/.test(noun) ? ['Person'] : /^(side|party|group|team|foe|rival|enemy)$/.test(noun) ? ['Country', 'Organisation', 'ArmedGroup', 'Group'] : [];
  if (!types.length) return false;
  const clause = tree.headOf(tree.at(mention.head));
  const apart = clause ? [clause.head, ...tree.children(clause, 'nsubj').map((token) => token.index)] : [];
  const other = new Set(set.story.mentions.filter((one) => one.sentence === mention.sentence && one.id !== mention.id && one.anchors.some((anchor) => apart.includes(anchor))).flatMap((one) => set.clustersOf(one)));
  // "The two U.S. diplomats" are Americans.
  const home = set.clustersOf(mention.owner)[0];
  const fits = (cluster: OpenCluster): boolean => cluster.type !== 'Person' || !home || countryOf(set, cluster) === countryOf(set, home);
  const ranked = set.clusters.filter((cluster) => types.includes(cluster.type) && !other.has(cluster) && fits(cluster)).map((cluster) => ({ cluster, weight: salience(set, cluster, mention) }))
    .filter((one) => one.weight > 0).sort((a, b) => b.weight - a.weight).slice(0, 2);
  if (ranked.length < 2) return false;
  set.joinAll(mention, ranked.map((one) => one.cluster));
  return true;
}
