import type { Trigger } from '../lexicon/triggers.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import { agents } from './clause.ts';
import type { End, EndFinder } from './ends.ts';
import type { Match } from './match.ts';

/** What a person does face to face, and therefore where he is. */
const PRESENT = /^(meet|talk|confer|speak|address|tell|sign|attend|host|inaugurate)$/;
const STAGES = /^(hold|have|begin|start|open|conclude|end|chair|attend)$/;
const GATHERING = /^(talk|meeting|summit|discussion|consultation|conference|ceremony|rally)$/;

const VENUE: Trigger = { type: 'VISITED', pos: 'verb', lemma: 'venue', source: ['subj'], target: ['in'], confidence: 0.75, example: 'Norwegian envoy Kari Lund held talks with rebels in Nairobi.', edges: [['Kari Lund', 'Nairobi']] };

/** "The Norwegian envoy held talks with rebels in Nairobi": whoever meets people in a country that is not his own is there. */
export function venues(story: LinkedStory, tree: Tree, finder: EndFinder): readonly Match[] {
  return tree.tokens.filter((word) => word.upos === 'VERB' && isFaceToFace(tree, word)).flatMap((word) => {
    const places = finder.find(tree, scenes(tree, word), 'self');
    const people = finder.find(tree, agents(tree, word), 'self').filter((end) => story.entities.get(end.key)?.type === 'Person');
    return places.flatMap((target) => people.filter((source) => isAbroad(story, source, target)).map((source): Match => (
      { trigger: VENUE, word, first: word.index, last: word.index + 1, source, target, between: false }
    )));
  });
}

/** "Met in Nairobi", "told reporters in Paris", "held talks in Doha"; not what is talked of: "addressed the crisis in Iran". */
function scenes(tree: Tree, verb: Token): readonly Token[] {
  const listeners = tree.children(verb, 'iobj', 'obj', 'obl').filter((noun) => GATHERING.test(noun.lemma) || /^(reporter|journalist)$/.test(noun.lemma));
  return [...tree.children(verb, 'obl'), ...listeners.flatMap((noun) => tree.children(noun, 'nmod'))].filter((noun) => tree.caseOf(noun) === 'in');
}

function isFaceToFace(tree: Tree, verb: Token): boolean {
  return PRESENT.test(verb.lemma) || (STAGES.test(verb.lemma) && tree.children(verb, 'obj').some((object) => GATHERING.test(object.lemma)));
}

function isAbroad(story: LinkedStory, person: End, place: End): boolean {
  const home = story.entities.get(person.key)?.country;
  const where = story.entities.get(place.key);
  return home !== undefined && where?.country !== undefined && /^(Place|Country)$/.test(where.type) && where.country !== home;
}
