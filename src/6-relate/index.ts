import type { Relation } from '../model/extraction.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Tree } from '../model/tree.ts';
import { EDGE_TYPES } from '../model/vocabulary.ts';
import { attributionOf } from './attribution.ts';
import { circumstanceOf } from './circumstance.ts';
import { EndFinder } from './ends.ts';
import { matchTriggers, type Match } from './match.ts';
import { toRelation, type Statement } from './statement.ts';
import { statusOf } from './status.ts';
import { structureOf } from './structure.ts';

/** Reads the relations between the entities of a story, sentence by sentence. */
export function relate(story: LinkedStory): readonly Relation[] {
  return story.trees.flatMap((tree) => sentenceRelations(story, tree));
}

function sentenceRelations(story: LinkedStory, tree: Tree): readonly Relation[] {
  const finder = new EndFinder(story, tree.sentence.index);
  const statements = [
    ...structureOf(story, tree),
    ...matchTriggers(story, tree, finder).map((match) => stated(story, tree, match, finder)),
  ];
  return bestOfEach(statements).map((statement) => toRelation(story, tree, statement));
}

function stated(story: LinkedStory, tree: Tree, match: Match, finder: EndFinder): Statement {
  const { trigger, word } = match;
  const status = statusOf(tree, word);
  const said = attributionOf(tree, word, finder);
  const negated = (status.polarity === 'negated') !== (trigger.polarity === 'negated');
  const verbal = EDGE_TYPES[trigger.type].class.startsWith('verbal');
  const speakers = said.speakers.map((end) => end.key).filter((key) => !(verbal && key === match.source.key));
  const modality = status.modality === 'asserted' ? trigger.modality ?? 'asserted' : status.modality;
  const state = EDGE_TYPES[trigger.type].kind === 'state';
  const circumstance = circumstanceOf(story, tree, word, finder, modality === 'intended', [match.source.key, match.target.key]);
  return {
    ...(state ? {} : circumstance),
    type: trigger.type, source: match.source, target: match.target, first: match.first, last: match.last,
    polarity: negated ? 'negated' : 'affirmed',
    modality,
    attributedTo: speakers, outlets: said.outlets, rule: `${trigger.pos}.${trigger.lemma}`, confidence: trigger.confidence ?? 0.8,
  };
}

/** One statement for each (source, type, target, polarity) of a sentence: the surest. */
function bestOfEach(statements: readonly Statement[]): readonly Statement[] {
  const best = new Map<string, Statement>();
  for (const statement of statements) {
    const ends = [statement.source.key, statement.target.key];
    if (EDGE_TYPES[statement.type].symmetric) ends.sort();
    const key = `${ends.join('|')}|${statement.type}|${statement.polarity}`;
    const other = best.get(key);
    if (!other || statement.confidence > other.confidence) best.set(key, statement);
  }
  return [...best.values()];
}
