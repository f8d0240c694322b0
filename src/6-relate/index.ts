import type { Relation } from '../model/extraction.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Tree } from '../model/tree.ts';
import { EDGE_TYPES } from '../model/vocabulary.ts';
import { attributionOf } from './attribution.ts';
import { borders } from './borders.ts';
import { circumstanceOf } from './circumstance.ts';
import { denials, type Stated } from './denial.ts';
import { mayJoin } from './end-types.ts';
import { EndFinder, type End } from './ends.ts';
import { matchTriggers, type Match } from './match.ts';
import { withAnswers } from './answers.ts';
import { Quotation } from './quotation.ts';
import { toRelation, type Statement } from './statement.ts';
import { allegations } from './allegation.ts';
import { alignments } from './alignment.ts';
import { neighbours } from './neighbours.ts';
import { participations } from './participation.ts';
import { isProtest, protests } from './protest.ts';
import { requestsAnswered } from './response.ts';
import { obligations } from './obligation.ts';
import { statusOf, type Status } from './status.ts';
import { agents } from './clause.ts';
import { learned } from './learned.ts';
import { structureOf } from './structure.ts';
import { venues } from './venue.ts';

/** Acts that are done by speaking: they are the reporter's to state, also where the speaker is quoted. */
const SPEECH_ACTS: ReadonlySet<string> = new Set(['CRITICISED', 'ACCUSED', 'CALLED_ON', 'DENIED', 'REJECTED', 'THREATENED', 'PRAISED', 'SUPPORTED', 'PROTESTED_AGAINST']);

/** "Schroeder travels to Tokyo Wednesday": the present tense with a date announces. */
const TRAVEL: ReadonlySet<string> = new Set(['VISITED', 'MET', 'SPOKE_WITH']);

/** Acts that one party can refuse the other. */
const REFUSABLE: ReadonlySet<string> = new Set(['MET', 'SPOKE_WITH', 'AGREED_WITH', 'RECOGNISED', 'PARTNERS_WITH', 'YIELDED_TO', 'AIDED', 'SUPPORTED']);

/** What these nouns name is no more once it is lifted or ended; a fight or a visit that ended did take place. */
const OVER: ReadonlySet<string> = new Set(['SANCTIONED', 'COERCED', 'CONTROLS', 'DETAINED', 'AIDED', 'HAS_MISSION_IN']);

/** What two governments do with each other, and none with itself. */
const DEALINGS: ReadonlySet<string> = new Set(['MET', 'SPOKE_WITH', 'AGREED_WITH', 'PARTNERS_WITH', 'ALLIED_WITH', 'AT_ODDS_WITH']);

/**
 * Of these the model's reading counts where the sentence denies it: "no contact with". Of other types a negation that stands near is
 * seldom the relation's own (of 24 on agency stories 8 were right, 7 of them of these types).
 */
const DENIABLE: ReadonlySet<string> = new Set(['MET', 'SPOKE_WITH', 'PARTNERS_WITH', 'VISITED']);

/** What reads relations: the rules over the tree, the model's relation head, or first the rules and then the model between actors that they left apart. */
export type Readers = 'rules' | 'model' | 'both';

/** Reads the relations between the entities of a story, sentence by sentence. */
export function relate(story: LinkedStory, readers: Readers = 'both'): readonly Relation[] {
  const before: Stated[] = [];
  const quotation = new Quotation();
  const relations = story.trees.flatMap((tree) => {
    const finder = new EndFinder(story, tree.sentence.index);
    const statements = claimedBy(quotation.continuedBy(tree, finder), sentenceStatements(story, tree, finder, readers));
    before.push(...statements.map((statement) => ({ sentence: tree.sentence.index, statement })));
    const denied = denials(story, tree, finder, before);
    return bestOfEach([...statements, ...denied]).map((statement) => toRelation(story, tree, statement));
  });
  return withAnswers(relations);
}

/** What a quotation says is its speaker's claim, as far as no other claims it. */
function claimedBy(speaker: string | undefined, statements: readonly Statement[]): readonly Statement[] {
  if (!speaker) return statements;
  return statements.map((one) => (one.attributedTo.length || EDGE_TYPES[one.type].class === 'structure' || (SPEECH_ACTS.has(one.type) && one.source.key === speaker) ? one : { ...one, attributedTo: [speaker] }));
}

function sentenceStatements(story: LinkedStory, tree: Tree, finder: EndFinder, readers: Readers): readonly Statement[] {
  const ruled = readers === 'model' ? [] : ruleStatements(story, tree, finder);
  const read = readers === 'rules' ? [] : learned(story, tree, ruled);
  // Whoever tells of a meeting is not the one who was met.
  const told = read.filter(({ word, source, target }) => !attributionOf(tree, word, finder).speakers.some(({ mention }) => mention === source.mention || mention === target.mention));
  const learnt = told.flatMap((match) => stated(story, tree, match, finder)).filter(({ type, polarity }) => polarity === 'affirmed' || DENIABLE.has(type));
  return [...ruled, ...learnt.map((statement) => ({ ...likeOthers(statement, ruled), rule: 'model.relation' }))];
}

/** "Chad hopes, as Mali and Niger do, to join the bloc": what the others only mean to do, the model's one only means too. */
function likeOthers(statement: Statement, ruled: readonly Statement[]): Statement {
  const same = ruled.filter(({ type, source, target }) => type === statement.type && (source.key === statement.source.key || target.key === statement.target.key));
  const weaker = same.length && same.every(({ modality }) => modality !== 'asserted') ? same[0]?.modality : undefined;
  return weaker && statement.modality === 'asserted' ? { ...statement, modality: weaker } : statement;
}

function ruleStatements(story: LinkedStory, tree: Tree, finder: EndFinder): readonly Statement[] {
  const against = protests(tree, finder);
  const matches = matchTriggers(story, tree, finder).filter((match) => !isProtest(match, against));
  return [
    ...structureOf(story, tree).filter(({ type, source, target }) => mayJoin(type, story.entities.get(source.key)?.type, story.entities.get(target.key)?.type)),
    ...obligations(story, tree, finder),
    ...requestsAnswered(tree, finder),
    ...participations(story, tree, finder),
    ...alignments(story, tree, finder),
    ...neighbours(story, tree),
    ...borders(story, tree),
    ...allegations(tree, finder),
    ...surest([...matches, ...against, ...venues(story, tree, finder)]).flatMap((match) => stated(story, tree, match, finder)),
  ];
}

function stated(story: LinkedStory, tree: Tree, match: Match, finder: EndFinder): readonly Statement[] {
  const { trigger, word } = match;
  if (isWithItself(story, match)) return [];
  const status = statusOf(tree, word);
  if (status.ended && trigger.pos === 'noun' && OVER.has(trigger.type)) return [];
  const said = attributionOf(tree, word, finder);
  // "Is not a member" says it of the office itself; elsewhere an office is given, whatever the clause denies.
  const { class: coarse, kind } = EDGE_TYPES[trigger.type];
  const structural = coarse === 'structure';
  const given = structural && trigger.pos === 'noun' && !tree.child(word, 'cop');
  const negated = given ? trigger.polarity === 'negated' : (status.polarity === 'negated') !== (trigger.polarity === 'negated');
  const speakers = structural ? [] : said.speakers.map((end) => end.key).filter((key) => !(SPEECH_ACTS.has(trigger.type) && key === match.source.key));
  const announced = status.modality === 'asserted' && TRAVEL.has(trigger.type) && /^VB[ZP]$/.test(word.xpos) && tree.sentence.spans.some((span) => span.label === 'DATE');
  // "To resolve the dispute between A and B": there is one, whatever is meant to become of it.
  const modality = (structural || trigger.type === 'AT_ODDS_WITH') && trigger.pos === 'noun' ? 'asserted' : announced ? 'intended' : status.modality === 'asserted' ? trigger.modality ?? 'asserted' : status.modality;
  const circumstance = circumstanceOf(story, tree, word, finder, modality === 'intended', [match.source.key, match.target.key]);
  const statement: Statement = {
    ...(kind === 'state' ? {} : circumstance),
    type: status.stopped && trigger.type === 'AIDED' ? 'SANCTIONED' : trigger.type, source: match.source, target: match.target, first: match.first, last: match.last,
    polarity: negated ? 'negated' : 'affirmed',
    modality,
    attributedTo: speakers, outlets: said.outlets, rule: `${trigger.pos}.${trigger.lemma}`, confidence: trigger.confidence ?? 0.8,
  };
  return [statement, ...refusals(tree, match, status, statement, finder), ...ownRefusal(statement, said.speakers)];
}

/** "Chad's foreign ministry discussed relations with Chad": a government does not deal with its own ministry abroad. */
function isWithItself(story: LinkedStory, { trigger, source, target }: Match): boolean {
  if (!DEALINGS.has(trigger.type)) return false;
  const [a, b] = [story.entities.get(source.key), story.entities.get(target.key)];
  const [country, body] = a?.type === 'Country' ? [a, b] : [b, a];
  return country?.type === 'Country' && body?.type === 'Organisation' && body.country !== undefined && body.country === country.country && /\b(?:ministry|embassy)\b/i.test(body.label);
}

/** "Turkey says it will not talk with the PKK": to say that one will not is to refuse. */
function ownRefusal(act: Statement, speakers: readonly End[]): readonly Statement[] {
  if (act.polarity !== 'negated' || act.modality !== 'intended' || !REFUSABLE.has(act.type)) return [];
  const refuser = [act.source, act.target].find((end) => speakers.some((speaker) => speaker.key === end.key));
  const refused = refuser === act.source ? act.target : act.source;
  if (!refuser) return [];
  return [{ ...act, type: 'REJECTED', source: refuser, target: refused, polarity: 'affirmed', modality: 'asserted', attributedTo: [], rule: 'refusal.will-not', confidence: 0.6 }];
}

/** "Turkey has refused to establish ties with Armenia": also a refusal towards Armenia, in the speaker's own clause. */
function refusals(tree: Tree, match: Match, status: Status, act: Statement, finder: EndFinder): readonly Statement[] {
  return status.refusals.flatMap((verb) => {
    const refuser = finder.find(tree, agents(tree, verb), 'self')[0];
    const refused = refuser && [match.source, match.target].find((end) => end.key !== refuser.key);
    if (!refuser || !refused || act.type === 'REJECTED' || ![match.source.key, match.target.key].includes(refuser.key)) return [];
    return [{ ...act, type: 'REJECTED' as const, source: refuser, target: refused, first: verb.index, last: verb.index + 1, polarity: 'affirmed' as const, modality: 'asserted' as const, rule: `refusal.${verb.lemma}`, confidence: 0.75 }];
  });
}

/** One word joins two actors in one way: of the entries that read it the surest. */
function surest(matches: readonly Match[]): readonly Match[] {
  const best = new Map<string, Match>();
  for (const match of matches) {
    const key = `${match.word.index}|${[match.source.key, match.target.key].sort().join('|')}`;
    const other = best.get(key);
    if (!other || (match.trigger.confidence ?? 0.8) > (other.trigger.confidence ?? 0.8)) best.set(key, match);
  }
  return [...best.values()];
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
  // An office is more than membership.
  const holders = new Set([...best.values()].filter((one) => one.type === 'HOLDS_ROLE_IN').map((one) => `${one.source.key}|${one.target.key}`));
  return [...best.values()].filter((one) => one.type !== 'MEMBER_OF' || !holders.has(`${one.source.key}|${one.target.key}`));
}
