import type { Trigger } from '../lexicon/triggers.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import { agents, phrases } from './clause.ts';
import type { End, EndFinder } from './ends.ts';
import type { Match } from './match.ts';

/** Ways to gather in public, as verbs and as nouns. */
const GATHER = /^(march|rally|demonstrate|protest|riot|strike|gather|assemble|parade)$/;
const GATHERING = /^(march|rally|demonstration|protest|riot|strike|walkout|sit-in)$/;
const STAGES = /^(hold|stage|organise|organize|join|attend|begin|start|launch)$/;
const DEMAND = /^(demand|call|seek|urge|want)$/;
/** What nobody asks for a friend. */
const FALL = /^(resignation|removal|ouster|ousting|departure|dismissal|impeachment|overthrow|downfall|fall|expulsion|prosecution|arrest)$/;

const TRIGGER: Trigger = { type: 'PROTESTED_AGAINST', pos: 'verb', lemma: 'fall', source: ['subj'], target: ['of'], confidence: 0.75, example: 'Students marched to demand the resignation of Suharto.', edges: [['Students', 'Suharto']] };

/** "Students marched to demand the resignation of X", "staged a rally calling for X's removal": against whom a crowd gathers. */
export function protests(tree: Tree, finder: EndFinder): readonly Match[] {
  return tree.tokens.filter((word) => DEMAND.test(word.lemma) && word.upos === 'VERB').flatMap((demand) => {
    const falls = [...tree.children(demand, 'obj'), ...phrases(tree, demand, 'for')].filter((noun) => FALL.test(noun.lemma));
    const gathering = falls.length ? gatheringOver(tree, demand) : undefined;
    if (!gathering) return [];
    const sources = finder.find(tree, gathering.crowd, 'self');
    const targets = finder.find(tree, falls.flatMap((noun) => [...phrases(tree, noun, 'of'), ...tree.children(noun, 'nmod:poss')]), 'self');
    return sources.flatMap((source) => targets.filter((target) => target.key !== source.key).map((target): Match => (
      { trigger: TRIGGER, word: gathering.word, first: gathering.word.index, last: gathering.word.index + 1, source, target, between: false }
    )));
  });
}

/** True where the same two are read as those of a protest already. */
export function isProtest(match: Match, found: readonly Match[]): boolean {
  const same = (a: End, b: End): boolean => a.key === b.key;
  return match.trigger.type === 'CALLED_ON' && found.some((one) => same(one.source, match.source) && same(one.target, match.target));
}

/** The word for the gathering at which something is demanded, and who gathers. */
function gatheringOver(tree: Tree, demand: Token): { readonly word: Token; readonly crowd: readonly Token[] } | undefined {
  const over = tree.headOf(demand);
  if (!over || !/^(advcl|acl|xcomp|conj)/.test(demand.deprel)) return undefined;
  if (over.upos === 'VERB' && GATHER.test(over.lemma)) return { word: over, crowd: agents(tree, over) };
  const noun = over.upos === 'NOUN' && GATHERING.test(over.lemma) ? over : tree.children(over, 'obj').find((object) => STAGES.test(over.lemma) && GATHERING.test(object.lemma));
  const verb = noun && (noun === over ? tree.headOf(noun) : over);
  if (!noun || verb?.upos !== 'VERB') return undefined;
  return STAGES.test(verb.lemma) || GATHER.test(verb.lemma) ? { word: noun, crowd: agents(tree, verb) } : undefined;
}
