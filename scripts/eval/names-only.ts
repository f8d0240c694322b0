import { ClusterSet } from '../../src/4-coref/cluster-set.ts';
import { resolveName } from '../../src/4-coref/names.ts';
import { resolveNominal } from '../../src/4-coref/nominals.ts';
import type { MentionedStory, ResolvedStory } from '../../src/model/mentioned-story.ts';

/**
 * For the ablation: coreference of names alone. Pronouns and descriptions ("the president", "the group") stay open;
 * only a description that names its owner ("Iraqi authorities") or an unnamed group stands for itself.
 */
export function resolveNamesOnly(story: MentionedStory): ResolvedStory {
  const set = new ClusterSet(story);
  for (const mention of story.mentions) if (mention.form === 'name' || mention.form === 'demonym') resolveName(set, mention);
  for (const mention of story.mentions) {
    if (mention.form !== 'nominal') continue;
    if (set.clustersOf(mention.owner).length) resolveNominal(set, mention);
    else if (mention.type === 'Group' && mention.name) set.open(mention, 'Group');
  }
  const clusters = set.clusters.map(({ id, mentions }) => ({ id, mentions: mentions.map((mention) => mention.id) }));
  return { ...story, clusters, clustersOf: set.assignments() };
}
