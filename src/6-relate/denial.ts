import type { LinkedStory } from '../model/linked-story.ts';
import { speechWord } from '../lexicon/clause-words.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import { agents, patients, phrases } from './clause.ts';
import type { End, EndFinder } from './ends.ts';
import type { Statement } from './statement.ts';

const DENYING = /^(deny|reject|dismiss|refute|rebuff|dispute)$/;
const CLAIM = /^(charge|allegation|accusation|claim|report|suggestion|assertion|suspicion)$/;
const ACCUSING = new Set(['ACCUSED', 'CRITICISED', 'CHARGED', 'DENIED']);
const SENTENCES_BACK = 2;

/** What a story has stated so far, newest last, with the sentence of each. */
export interface Stated {
  readonly sentence: number;
  readonly statement: Statement;
}

/**
 * "…, a charge Iran denies", "Iran denied the accusation": who made the charge stands in the clause around it or in a
 * sentence before. The accuser is the source of the last accusation of the denier, else whoever speaks in the clause.
 */
export function denials(story: LinkedStory, tree: Tree, finder: EndFinder, before: readonly Stated[]): readonly Statement[] {
  return tree.tokens.filter((token) => token.upos === 'VERB' && DENYING.test(token.lemma)).flatMap((verb) => {
    if (!patients(tree, verb).some((claim) => CLAIM.test(claim.lemma)) && !isClaimClause(tree, verb)) return [];
    const denier = finder.find(tree, agents(tree, verb), 'self')[0];
    if (!denier) return [];
    // "Disputed accusations from some officials": the claim itself names who makes it.
    const named = finder.find(tree, patients(tree, verb).flatMap((claim) => [...tree.children(claim, 'nmod:poss'), ...phrases(tree, claim, 'from'), ...phrases(tree, claim, 'by')]), 'self').filter((end) => end.key !== denier.key);
    const known = named.length ? named : accusersOf(story, tree, denier, before);
    const guessed = known.length ? undefined : speakerBefore(tree, verb, denier, finder);
    const claimants = known.length || guessed ? known : claimantsOf(story, tree, denier, before);
    return (guessed ? [guessed] : claimants).flatMap((accuser): readonly Statement[] => {
    const charge: Statement = { type: 'ACCUSED', source: accuser, target: denier, first: verb.index, last: verb.index + 1, polarity: 'affirmed', modality: 'asserted', attributedTo: [], rule: 'denial.charge', confidence: 0.6 };
    return [...(guessed ? [charge] : []), { type: 'DENIED' as const, source: denier, target: accuser, first: verb.index, last: verb.index + 1, polarity: 'affirmed' as const, modality: 'asserted' as const, attributedTo: [], rule: 'denial', confidence: 0.75 }];
    });
  });
}

function isClaimClause(tree: Tree, verb: Token): boolean {
  const head = tree.headOf(verb);
  return verb.deprel === 'acl:relcl' && head !== undefined && CLAIM.test(head.lemma);
}

/** Who says in the same sentence, before the denial, what is denied. */
function speakerBefore(tree: Tree, denial: Token, denier: End, finder: EndFinder): End | undefined {
  const speech = tree.tokens.filter((token) => token.index < denial.index && token.upos === 'VERB' && speechWord('verb', token.lemma) !== undefined);
  return speech.reverse().flatMap((verb) => finder.find(tree, agents(tree, verb), 'self')).find((end) => end.key !== denier.key);
}

/** "Rejected the claim": whose claim the sentence before was. */
function claimantsOf(story: LinkedStory, tree: Tree, denier: End, before: readonly Stated[]): readonly End[] {
  const claimed = before.findLast((one) => one.sentence === tree.sentence.index - 1 && one.statement.attributedTo.length > 0 && !one.statement.attributedTo.includes(denier.key));
  const key = claimed?.statement.attributedTo.at(-1);
  const mention = key === undefined ? undefined : story.mentions.find((one) => one.sentence === claimed?.sentence && (story.entitiesOf[one.id] ?? []).includes(key));
  return mention && key !== undefined ? [{ mention, key }] : [];
}

/** Whoever accused the denier last, all that one sentence names. */
function accusersOf(story: LinkedStory, tree: Tree, denier: End, before: readonly Stated[]): readonly End[] {
  const near = before.filter((one) => tree.sentence.index - one.sentence <= SENTENCES_BACK).reverse();
  // A spokesman denies what his body is accused of.
  const accused = new Set([denier.key, ...(story.entities.get(denier.key)?.roles ?? []).map((role) => role.of)]);
  const accusations = near.filter(({ statement }) => ACCUSING.has(statement.type) && accused.has(statement.target.key) && !accused.has(statement.source.key));
  const sources = accusations.filter((one) => one.sentence === accusations[0]?.sentence).map((one) => one.statement.source);
  return sources.filter((end, i) => sources.findIndex((other) => other.key === end.key) === i);
}
