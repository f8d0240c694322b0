import { operatorsOf, speechWord, type Operator } from '../lexicon/clause-words.ts';
import type { Modality, Polarity } from '../model/evidence.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import { isPassive, tellers } from './clause.ts';

/** Whether a clause says that a thing is so, and how surely. */
export interface Status {
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** Verbs over the trigger whose subject refuses it. */
  readonly refusals: readonly Token[];
  /** The text says that it came to an end. */
  readonly ended: boolean;
  /** The doer stopped doing it. */
  readonly stopped: boolean;
}

const RANK: readonly Modality[] = ['asserted', 'intended', 'possible', 'hypothetical'];
const NEGATIONS = /^(not|n't|n’t|never|no|neither|nor|hardly|rarely|barely|without)$/i;

interface Reading {
  ended?: boolean;
  stopped?: boolean;
  negations: number;
  modality: Modality;
  refusals: Token[];
}

/** Reads negation, modal verbs, conditions and embedding words around a trigger, up to the clause that is stated. */
export function statusOf(tree: Tree, trigger: Token): Status {
  const reading: Reading = { negations: 0, modality: 'asserted', refusals: [] };
  nounModifiers(tree, trigger, reading);
  let token: Token | undefined = trigger;
  let shared = true;
  let held: Reading | undefined;
  for (let steps = 0; token && steps < 12; steps++) {
    if (shared) ownWords(tree, token, reading);
    const up: Token | undefined = tree.headOf(token);
    // "says it will order … and is asking": a conjunct with an auxiliary or subject of its own shares none of its neighbour's.
    shared = token.deprel !== 'conj' || tree.children(token, 'aux', 'cop', 'nsubj').length === 0;
    if (up && isTelling(token) && tellers(tree, token).length && isAnswered(token, up)) break;
    // "Opposes the Union's ban": what somebody is against is there.
    if (up && token === trigger && token.deprel === 'obj' && /^(oppose|protest|denounce|resent)$/.test(up.lemma) && tree.child(token, 'nmod:poss')) break;
    if (!up || isStatementBorder(tree, token, up)) {
      if (up && token.deprel !== 'conj') embedding(tree, token, up, reading);
      // "Does not believe that they will attack" says that they will not.
      if (up && token.deprel === 'ccomp' && /^(believe|think|expect|suppose)$/.test(up.lemma) && tree.children(up, 'advmod').some((word) => word.lemma === 'not')) reading.negations++;
      break;
    }
    if (token === trigger && isBroughtToAnEnd(tree, token, up)) held = { ...reading };
    embedding(tree, token, up, reading);
    token = up;
  }
  const ends = reading.modality === 'asserted' && reading.negations === held?.negations;
  if (held && !ends) return { polarity: held.negations % 2 ? 'negated' : 'affirmed', modality: held.modality, refusals: reading.refusals, ended: false, stopped: false };
  return { polarity: reading.negations % 2 ? 'negated' : 'affirmed', modality: reading.modality, refusals: reading.refusals, ended: reading.ended === true, stopped: reading.stopped === true };
}

function weaken(reading: Reading, modality: Modality): void {
  if (RANK.indexOf(modality) > RANK.indexOf(reading.modality)) reading.modality = modality;
}

/** What is lifted or ended was so before and is so no more: "lifted sanctions". */
const ENDING = /^(lift|ease|end|remove|drop|waive|loosen|relax|revoke|cancel|cease|overcome|settle|resolve|break)$/;

/** "Called for an end to the fighting", "urged Oslo to lift the sanctions": what somebody wants to end goes on. */
function isBroughtToAnEnd(tree: Tree, token: Token, up: Token): boolean {
  if (token.upos !== 'NOUN') return false;
  if (/^(obj|nsubj:pass)$/.test(token.deprel)) return /^(lift|ease|end|remove|loosen|relax|revoke|cease|stop|halt|settle|resolve|overcome)$/.test(up.lemma);
  return token.deprel === 'nmod' && /^(end|halt|stop|cessation|ending)$/.test(up.lemma) && /^(of|to)$/.test(tree.caseOf(token));
}

const BLOCKED = /^(road|street|highway|bridge|square|railway|crossing|entrance|traffic)$/;

/** Above these the words speak of another clause: what is said there does not bear on this one. */
function isStatementBorder(tree: Tree, token: Token, up: Token): boolean {
  if (isContent(tree, token, up)) return false;
  // "Ordered an inquiry into the killing of X": what is looked into has happened.
  if (token.deprel === 'nmod' && /^(investigation|inquiry|enquiry|probe)$/.test(up.lemma) && /^(into|of)$/.test(tree.caseOf(token))) return true;
  if (/^(acl:relcl|parataxis|appos|advcl:relcl)$/.test(token.deprel)) return true;
  if (token.deprel === 'ccomp') return up.upos === 'VERB' && speechWord('verb', up.lemma) !== undefined;
  if (token.deprel === 'advcl') return token.xpos !== 'VBG' || tree.children(token, 'nsubj').length > 0;
  // "If there is coordination between X and Y": what there is stands in the condition.
  if (token.deprel === 'nsubj' && up.lemma === 'be' && tree.child(up, 'expl')) return false;
  if (token.deprel === 'nsubj' || (token.deprel === 'csubj' && !/^(appear|seem)$/.test(up.lemma))) return true;
  // An event named in an adjunct ("after the offensive") is taken as given, whatever the clause says.
  if (/^(obl|nmod)/.test(token.deprel) && /^(after|before|since|despite|amid|because of|following|over|against|from|by|about)$/.test(tree.caseOf(token))) return true;
  if (token.deprel === 'nmod:poss' || token.deprel === 'amod' || token.deprel === 'compound') return true;
  // "Blocked the highway to voice their anger": the highway has nothing to do with what is voiced.
  if (token.deprel === 'acl' && BLOCKED.test(up.lemma)) return true;
  return token.deprel === 'acl' && up.upos === 'NOUN' && token.xpos !== 'VB' && !operatorsOf('noun', up.lemma.toLowerCase()).length && !/^(report|news|claim|statement)$/.test(up.lemma);
}

const TELLING = /^(report|claim|rumou?r|allegation|accusation|suggestion|assertion|speculation)$/;
const isTelling = (token: Token): boolean => token.upos === 'NOUN' && (TELLING.test(token.lemma) || token.lemma === 'charge');

/** "Denied U.S. charges that …": the charges were made, and say what they say. */
function isAnswered(token: Token, up: Token): boolean {
  return /^(obj|nsubj:pass)$/.test(token.deprel) && operatorsOf('verb', up.lemma.toLowerCase()).some((operator) => operator.denies === true || operator.rejects === true || operator.polarity === 'negated');
}

/** "Reports their leaders have met": what is reported, which the parser takes for a relative clause. */
function isContent(tree: Tree, token: Token, up: Token): boolean {
  return token.deprel === 'acl:relcl' && TELLING.test(up.lemma) && tree.children(token, 'nsubj').some((subject) => !/^(that|which|who)$/i.test(subject.text));
}

function ownWords(tree: Tree, token: Token, reading: Reading): void {
  for (const child of tree.children(token)) {
    if (child.deprel.startsWith('aux')) modal(child, reading);
    else if (child.deprel === 'advmod' || child.deprel === 'det' || child.deprel === 'cc:preconj') adverb(tree, child, reading);
    else if (child.deprel === 'mark' && !isShown(tree, token)) condition(token, child, reading);
    else if (/^(nsubj|obj)/.test(child.deprel) && tree.children(child, 'det').some((det) => /^(no|neither)$/i.test(det.text))) reading.negations++;
    else if (child.deprel === 'nsubj' && isUnproven(tree, child)) weaken(reading, 'possible');
    else if (child.deprel === 'nsubj' && tree.children(child, 'cc').some((word) => /^neither$/i.test(word.text))) reading.negations++;
    else if (child.deprel === 'nsubj' && /^(none|nobody|no-one)$/i.test(child.text)) reading.negations++;
  }
  if (tree.children(token, 'mark', 'advmod').some((word) => /^due$/i.test(word.text))) weaken(reading, 'intended');
  if (tree.children(token, 'cop', 'aux').some((word) => word.lemma === 'be') && isInfinitive(tree, token)) weaken(reading, 'intended');
  if (/^without$/.test(tree.caseOf(token)) || tree.children(token, 'mark').some((mark) => /^without$/i.test(mark.text))) reading.negations++;
}

/** "Attacks blamed on the Taliban killed …", "suspected U.S. strikes": nobody says for sure whose they were. */
function isUnproven(tree: Tree, deed: Token): boolean {
  if (!/^(attack|strike|airstrike|bombing|raid|explosion|blast|ambush|shelling|killing|assassination|shooting|bomb|missile|rocket)$/.test(deed.lemma)) return false;
  return tree.children(deed, 'acl').some((clause) => /^(blame|pin)$/.test(clause.lemma)) || tree.children(deed, 'amod').some((word) => /^(suspected|alleged|apparent|presumed)$/i.test(word.text));
}

function modal(aux: Token, reading: Reading): void {
  if (/^(will|shall|'ll|’ll|wo)$/i.test(aux.text) || aux.lemma === 'will') weaken(reading, 'intended');
  else if (/^(may|might|could)$/i.test(aux.text)) weaken(reading, 'possible');
  else if (/^(would|should|must|'d)$/i.test(aux.text)) weaken(reading, 'intended');
}

function adverb(tree: Tree, word: Token, reading: Reading): void {
  const only = /^(only|just|merely|simply)$/i.test(tree.tokens[word.index + 1]?.text ?? '');
  if (NEGATIONS.test(word.text) && !only) reading.negations++;
  for (const operator of operatorsOf('adv', word.lemma.toLowerCase())) apply(operator, word, reading);
}

function condition(token: Token, mark: Token, reading: Reading): void {
  if (/^(if|unless)$/i.test(mark.text)) weaken(reading, 'hypothetical');
  else if (/^whether$/i.test(mark.text)) weaken(reading, 'possible');
  // "Until Syria withdraws": it has not yet.
  else if (/^until$/i.test(mark.text) && /^VB[ZP]$/.test(token.xpos)) weaken(reading, 'intended');
  else if (mark.text.toLowerCase() === 'to' && /^(advcl|acl)$/.test(token.deprel)) weaken(reading, 'intended');
}

/** "Took to the streets to protest", "marched to denounce": whoever gathers for it does it. */
function isShown(tree: Tree, token: Token): boolean {
  const over = token.deprel === 'advcl' ? tree.headOf(token) : undefined;
  return over !== undefined && /^(take|gather|rally|march|demonstrate|turn|assemble|pour|stage|hold)$/.test(over.lemma) && /^(protest|demonstrate|denounce|condemn|support|demand|oppose|celebrate)$/.test(token.lemma);
}

/** "planned talks", "alleged attack". */
function nounModifiers(tree: Tree, trigger: Token, reading: Reading): void {
  if (trigger.upos !== 'NOUN') return;
  for (const child of tree.children(trigger, 'amod')) for (const operator of operatorsOf('adj', child.lemma.toLowerCase())) apply(operator, child, reading);
  for (const child of tree.children(trigger, 'det')) {
    if (/^no$/i.test(child.text)) reading.negations++;
    // "Before any talks": there are none yet.
    else if (/^any$/i.test(child.text)) weaken(reading, 'hypothetical');
  }
}

/** What the word above does to what stands under it. */
function embedding(tree: Tree, token: Token, up: Token, reading: Reading): void {
  const clause = /^(xcomp|ccomp|csubj)/.test(token.deprel) || (token.deprel === 'acl' && up.upos === 'NOUN') || isContent(tree, token, up) || (token.deprel === 'advcl' && up.upos !== 'NOUN' && operatesOverAdverbial(tree, token));
  const object = /^(obj|nsubj:pass)$/.test(token.deprel) && token.upos === 'NOUN';
  const phrase = /^(obl|nmod)$/.test(token.deprel) && token.upos === 'NOUN';
  if (!clause && !object && !phrase) return;
  const preposition = phrase ? tree.caseOf(token) : '';
  if (up.lemma === 'be' && token.deprel === 'xcomp') weaken(reading, 'intended');
  if (object && ENDING.test(up.lemma)) reading.ended = true;
  if (isTelling(up) && tellers(tree, up).length) return;
  // "Charges related to the killings": nobody in particular vouches for them.
  if (isTelling(up) && up.lemma !== 'report') weaken(reading, 'possible');
  const pos = up.upos === 'VERB' || up.upos === 'AUX' ? 'verb' : up.upos === 'ADJ' ? 'adj' : 'noun';
  for (const operator of operatorsOf(pos, up.lemma.toLowerCase())) {
    if (phrase && operator.with !== preposition) continue;
    if (!phrase && operator.with && operator.with !== 'to' && !tree.children(token, 'mark', 'case').some((mark) => mark.text.toLowerCase() === operator.with) && !tree.children(up, 'obl').some((asked) => tree.caseOf(asked) === operator.with)) continue;
    // "Blocked the highway to voice their anger": what is done for an end is not kept from it.
    if (token.deprel === 'advcl' && operator.polarity === 'negated' && tree.child(up, 'obj') && isInfinitive(tree, token)) continue;
    apply(operator, up, reading);
    break;
  }
  if ((clause || phrase) && pos === 'verb' && isPassive(tree, up) && /^(accuse|suspect|allege|believe|think|rumor|report|say|blame)$/.test(up.lemma) && !tree.child(up, 'obl:agent')) weaken(reading, 'possible');
}

function isInfinitive(tree: Tree, token: Token): boolean {
  return tree.children(token, 'mark').some((mark) => mark.text.toLowerCase() === 'to');
}

function operatesOverAdverbial(tree: Tree, token: Token): boolean {
  return tree.children(token, 'mark').some((mark) => /^(of|from|to|for|in|on)$/.test(mark.text.toLowerCase()));
}

function apply(operator: Operator, word: Token, reading: Reading): void {
  if (operator.modality) weaken(reading, operator.modality);
  // To stop doing a thing is to have done it.
  const stops = /^(stop|cease|halt|end|suspend|quit|discontinue)$/.test(operator.lemma);
  if (stops) reading.stopped = true;
  if ((operator.polarity === 'negated' && !stops) || operator.rejects || operator.denies) reading.negations++;
  if (operator.rejects) reading.refusals.push(word);
}
