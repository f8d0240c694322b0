import type { Mention } from '../model/mention.ts';
import type { MentionedStory } from '../model/mentioned-story.ts';
import type { Identity } from './identity.ts';

/** The proper names seen for an entity, most frequent first, without its label; never a pronoun or a bare description. */
export function aliasesOf(story: MentionedStory, identity: Identity, mentions: readonly Mention[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const mention of mentions) for (const name of namesIn(story, identity, mention)) counts.set(name, (counts.get(name) ?? 0) + 1);
  counts.delete(identity.label);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}

function namesIn(story: MentionedStory, identity: Identity, mention: Mention): readonly string[] {
  if (mention.form === 'name' || mention.form === 'demonym') return [mention.name ?? mention.text];
  if (mention.form !== 'nominal' || !mention.name) return [];
  if (identity.type === 'Group') return [mention.name];
  if (identity.type !== 'Organisation' && identity.type !== 'ArmedGroup') return [];
  if (!mention.name.includes(' ') || !/\p{Lu}/u.test(mention.name) && mention.owner === undefined) return [];
  return [mention.name, ...withPossessor(story, mention)];
}

/** "Iran's Foreign Ministry" where the mention is "Foreign Ministry". */
function withPossessor(story: MentionedStory, mention: Mention): readonly string[] {
  const owner = mention.owner === undefined ? undefined : story.mentions[mention.owner];
  const tree = story.trees[mention.sentence];
  if (!owner || !tree || owner.last !== mention.first - 1 || tree.at(owner.last).xpos !== 'POS') return [];
  return [tree.textOf(owner.first, mention.last)];
}
