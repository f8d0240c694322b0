import { organisationById } from '../lexicon/organisations.ts';
import type { Mention } from '../model/mention.ts';
import type { ClusterSet, OpenCluster } from './cluster-set.ts';
import { salience } from './salience.ts';

export function resolveGovernment(set: ClusterSet, mention: Mention, owner: OpenCluster | undefined): void {
  if (mention.referent) {
    const same = set.byReferent(mention.referent);
    if (same) set.join(mention, same);
    else set.open(mention, 'Country');
    return;
  }
  const others = (mention.coOwners ?? []).flatMap((id) => set.clustersOf(id)[0] ?? []);
  if (owner && others.length) return set.joinAll(mention, [...new Set([owner, ...others].flatMap((one) => countryOf(set, one) ?? []))]);
  const ground = owner ? undefined : namedGround(set, mention);
  if (ground) return set.join(mention, ground);
  const spoken = owner ? [] : sameOfficials(set, mention);
  if (spoken.length) return set.joinAll(mention, spoken);
  const iso = owner && bodyHome(owner);
  if (iso !== undefined) {
    const home = set.byReferent({ kind: 'country', iso });
    return home && set.join(mention, home);
  }
  const person = owner ?? possessorOf(set, mention);
  const several = set.clustersOf(mention.owner);
  if (several.length > 1) return set.joinAll(mention, several);
  const country = person ? countryOf(set, person) ?? contextCountry(set, mention) : contextCountry(set, mention);
  if (country) set.join(mention, country);
}

/** ISO code of the country of a body of the lexicon: "the Hamas-led government" is the Palestinians'. */
function bodyHome(cluster: OpenCluster): string | undefined {
  return cluster.referent?.kind === 'organisation' ? organisationById(cluster.referent.id)?.country : undefined;
}

/** "The officials" after "U.S. officials": those who were called so last, a few sentences before at most. */
function sameOfficials(set: ClusterSet, mention: Mention): readonly OpenCluster[] {
  if (!mention.definite || !/^(official|authority|government|administration|regime|leadership)$/.test(mention.noun ?? '') || possessorOf(set, mention)) return [];
  const before = set.story.mentions.findLast((one) => one.id < mention.id && mention.sentence - one.sentence <= NEAR && one.form === 'nominal' && one.noun === mention.noun && one.plural === mention.plural && one.owner !== undefined);
  return set.clustersOf(before).filter((cluster) => cluster.type === 'Country' || cluster.type === 'Group');
}

/** Sentences back at which "the officials" still are those named. */
const NEAR = 3;

/** "A visit to Afghanistan, where he … rebuilding the country": the country that the sentence just named as a place. */
function namedGround(set: ClusterSet, mention: Mention): OpenCluster | undefined {
  const tree = set.story.trees[mention.sentence];
  if (!tree || !/^(country|nation)$/.test(mention.noun ?? '') || !mention.definite || possessorOf(set, mention)) return undefined;
  const places = set.story.mentions.filter((one) => one.sentence === mention.sentence && one.id < mention.id && one.type === 'Country' && one.form === 'name' && /^(in|to|from|into|for|across)$/.test(tree.caseOf(tree.at(one.head))));
  return set.clustersOf(places.at(-1))[0];
}

/** Whose "his country" is. */
export function possessorOf(set: ClusterSet, mention: Mention): OpenCluster | undefined {
  const tree = set.story.trees[mention.sentence];
  const possessor = tree?.child(tree.at(mention.head), 'nmod:poss');
  // "Sharon, whose government …": the relative pronoun stands for the noun that its clause describes.
  const clause = possessor?.xpos === 'WP$' ? tree?.ancestors(possessor).find((token) => token.deprel === 'acl:relcl') : undefined;
  const said = clause ? tree?.headOf(clause) : possessor;
  const own = said && set.story.mentions.find((one) => one.sentence === mention.sentence && one.anchors.includes(said.index));
  return set.clustersOf(own)[0];
}

/** The country that a cluster is, lies in or belongs to, up the chain of owners. */
export function countryOf(set: ClusterSet, cluster: OpenCluster): OpenCluster | undefined {
  let at: OpenCluster | undefined = cluster;
  for (let steps = 0; at && steps < 4; steps++) {
    if (at.type === 'Country') return at;
    if (at.referent?.kind === 'place' && at.referent.country) {
      const found = set.byReferent({ kind: 'country', iso: at.referent.country });
      if (found) return found;
    }
    at = set.ownerOf(at);
  }
  return undefined;
}

/** What each mention in the story adds to a country's claim to be the one it is about. */
const SPOKEN_OF = 20;

/** The country that "the government" is, by what the story spoke of last and most. */
export function contextCountry(set: ClusterSet, mention: Mention): OpenCluster | undefined {
  const countries = set.clusters.filter((cluster) => cluster.type === 'Country');
  const weight = (cluster: OpenCluster): number => salience(set, cluster, mention) + SPOKEN_OF * cluster.mentions.length;
  return countries.reduce<OpenCluster | undefined>((best, cluster) => (best && weight(best) >= weight(cluster) ? best : cluster), undefined);
}
