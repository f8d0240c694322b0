import type { Mention } from '../model/mention.ts';
import type { MentionedStory, ResolvedStory } from '../model/mentioned-story.ts';
import { ClusterSet } from './cluster-set.ts';
import { resolveName } from './names.ts';
import { resolveNominal } from './nominals.ts';
import { resolvePronoun } from './pronouns.ts';
import { adoptLaterNames } from './cataphora.ts';

/** "Police officials": the police that they belong to must have a cluster before they ask for it. */
function ownersFirst(mentions: readonly Mention[]): readonly Mention[] {
  const ids = new Set(mentions.map((mention) => mention.id));
  const out = new Set<Mention>();
  for (const mention of mentions) {
    const owner = mention.owner !== undefined && ids.has(mention.owner) ? mentions.find((one) => one.id === mention.owner) : undefined;
    if (owner) out.add(owner);
    out.add(mention);
  }
  return [...out];
}

/** Groups the mentions that stand for the same actor, place or event, reading from left to right. */
export function resolveCoreference(story: MentionedStory): ResolvedStory {
  const set = new ClusterSet(story);
  for (const tree of story.trees) {
    const own = story.mentions.filter((mention) => mention.sentence === tree.sentence.index);
    // Names first: "Iraqi" must have its cluster before "Iraqi authorities" asks for its owner's.
    for (const mention of own) if (mention.form === 'name' || mention.form === 'demonym') resolveName(set, mention);
    for (const mention of ownersFirst(own)) {
      if (mention.form === 'pronoun') resolvePronoun(set, mention);
      else if (mention.form === 'nominal') resolveNominal(set, mention);
    }
  }
  const clustersOf = adoptLaterNames(set);
  const clusters = set.clusters.map((cluster) => ({ id: cluster.id, mentions: cluster.mentions.map((mention) => mention.id) }));
  return { ...story, clusters, clustersOf };
}
