import type { LinkedStory } from '../model/linked-story.ts';
import type { Tree } from '../model/tree.ts';
import { agents, surfaceSubjects } from './clause.ts';
import type { EndFinder } from './ends.ts';
import type { Statement } from './statement.ts';

/** "At the APEC summit, Bush said …": whoever does something at a named event takes part in it. */
export function participations(story: LinkedStory, tree: Tree, finder: EndFinder): readonly Statement[] {
  const events = story.mentions.filter((mention) => mention.sentence === tree.sentence.index && mention.type === 'Event');
  return events.flatMap((event) => {
    const token = tree.at(event.head);
    const key = story.entitiesOf[event.id]?.[0];
    const host = tree.headOf(token);
    if (!key || !host || !/^(obl|nmod)$/.test(token.deprel) || tree.caseOf(token) !== 'at') return [];
    const subjects = host.upos === 'VERB' ? agents(tree, host) : surfaceSubjects(tree, host);
    return finder.find(tree, subjects, 'self').filter((end) => !/^(place|event):/.test(end.key)).map((source): Statement => ({
      type: 'TOOK_PART_IN', source, target: { mention: event, key }, first: event.first, last: event.last, polarity: 'affirmed', modality: 'asserted', attributedTo: [], rule: 'event.at', confidence: 0.65,
    }));
  });
}
