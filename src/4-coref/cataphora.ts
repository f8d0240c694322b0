import { isActorNoun } from '../lexicon/actor-nouns.ts';
import type { ClusterSet, OpenCluster } from './cluster-set.ts';

/**
 * "France's interior minister says … Nicolas Sarkozy told …": an official without a name takes the name that one of the
 * next two sentences gives to its office or leaves to be guessed. Returns the clusters of each mention.
 */
export function adoptLaterNames(set: ClusterSet): readonly (readonly number[])[] {
  const moved = new Map<number, number>();
  for (const cluster of set.clusters) {
    if (cluster.type !== 'Person' || cluster.names.size || !cluster.mentions.length) continue;
    const named = laterName(set, cluster);
    if (!named) continue;
    moved.set(cluster.id, named.id);
    named.mentions.push(...cluster.mentions.splice(0));
    named.mentions.sort((a, b) => a.id - b.id);
  }
  return set.assignments().map((ids) => ids.map((id) => moved.get(id) ?? id));
}

function laterName(set: ClusterSet, cluster: OpenCluster): OpenCluster | undefined {
  const first = cluster.mentions[0];
  const tree = first && set.story.trees[first.sentence];
  if (!first || !tree || first.plural || (!cluster.titles.size && !isKin(cluster))) return undefined;
  return set.clusters.find((other) => {
    const name = other.mentions.find((mention) => mention.form === 'name');
    if (other.type !== 'Person' || !name || name.id < first.id || name.sentence - first.sentence > 2 || other.mentions[0] !== name) return false;
    if ([...cluster.titles].some((title) => other.titles.has(title))) return other.owner === undefined || cluster.owner === undefined || other.owner === cluster.owner;
    const onlyFormer = name.roles.every((role) => role.status === 'former');
    return (other.titles.size === 0 || onlyFormer) && name.sentence - first.sentence === 1 && isSubject(set, name.sentence, name.head) && isSubject(set, first.sentence, first.head);
  });
}

function isKin(cluster: OpenCluster): boolean {
  return [...cluster.nouns].some((noun) => isActorNoun(noun, 'kin'));
}

function isSubject(set: ClusterSet, sentence: number, token: number): boolean {
  return set.story.trees[sentence]?.at(token).deprel.startsWith('nsubj') ?? false;
}
