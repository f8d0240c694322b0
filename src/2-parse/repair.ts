import { operatorsOf, speechWord } from '../lexicon/clause-words.ts';
import { triggersOf } from '../lexicon/triggers.ts';
import type { Token } from '../model/sentence.ts';
import { deedOf } from './repair-agents.ts';

/**
 * Mends a few attachments that the model gets wrong again and again in news text and that its own tags contradict.
 * Heads and relations change, and a participle taken for an adjective becomes a verb; the tree stays a tree.
 */
export function repairTree(tokens: readonly Token[]): readonly Token[] {
  const out = [...tokens];
  const attach = (token: Token, head: number, deprel: string): void => {
    if (head !== token.index && !isBelow(out, head, token.index)) out[token.index] = { ...token, head, deprel };
  };
  for (const token of tokens) {
    lendSubject(out, token, attach);
    speakersSubject(out, token, attach);
    actingTitle(out, token, attach);
    reducedPassive(out, token, attach);
    calledSubject(out, token, attach);
    raisedObject(out, token, attach);
    describedSubject(out, token, attach);
    namedNoun(out, token, attach);
    participleBefore(out, token, attach);
    phraseAfterVerb(out, token, attach);
    sameTense(out, token, attach);
    afterQuotation(out, token, attach);
    namedOfficer(out, token, attach);
    kindOfParty(out, token, attach);
    const deed = deedOf(out, token);
    if (deed) attach(token, deed.index, 'nmod');
  }
  return out.map((token) => progressive(out, token));
}

type Attach = (token: Token, head: number, deprel: string) => void;

function isBelow(tokens: readonly Token[], index: number, top: number): boolean {
  for (let at = index, steps = 0; at >= 0 && steps <= tokens.length; at = tokens[at]?.head ?? -1, steps++) if (at === top) return true;
  return false;
}

/** "Gul said Erdogan made the offer": the subject between the two verbs belongs to the second, which has none. */
function lendSubject(tokens: readonly Token[], clause: Token, attach: Attach): void {
  const verb = tokens[clause.head];
  if (!/^(ccomp|advcl)$/.test(clause.deprel) || !verb || clause.upos !== 'VERB' || tokens.some((one) => one.head === clause.index && one.deprel.startsWith('nsubj'))) return;
  const subjects = tokens.filter((one) => one.head === verb.index && one.deprel.startsWith('nsubj'));
  const opens = Math.min(...tokens.filter((one) => one.head === clause.index && one.deprel === 'mark').map((one) => one.index), clause.index);
  const from = clause.deprel === 'advcl' ? opens : verb.index;
  // "The Palestinians reject the plan, Erekat said": where the clause comes first, so does its subject.
  const lent = clause.index < verb.index ? [...subjects].reverse().find((one) => one.index < clause.index) : subjects.find((one) => one.index > from && one.index > verb.index && one.index < clause.index);
  if (lent && subjects.length > 1) attach(lent, clause.index, lent.deprel);
}

/** "NATO says it trained officers": of two subjects of the lower verb the one before the upper verb is the upper one's. */
function speakersSubject(tokens: readonly Token[], subject: Token, attach: Attach): void {
  const clause = subject.deprel === 'nsubj' ? tokens[subject.head] : undefined;
  const verb = clause?.deprel === 'ccomp' ? tokens[clause.head] : undefined;
  if (!clause || !verb || subject.index > verb.index || verb.index > clause.index) return;
  const between = tokens.some((one) => one.head === clause.index && one.deprel.startsWith('nsubj') && one.index > verb.index);
  if (between && !tokens.some((one) => one.head === verb.index && one.deprel.startsWith('nsubj'))) attach(subject, verb.index, 'nsubj');
}

/** "met acting Foreign Minister X": "acting" says how X holds the office, X is whom they met. */
function actingTitle(tokens: readonly Token[], acting: Token, attach: Attach): void {
  const name = acting.text === 'acting' && /^(acl|advcl|xcomp)$/.test(acting.deprel) ? tokens.find((one) => one.head === acting.index && one.deprel === 'obj') : undefined;
  const verb = name && [...tokens].reverse().find((one) => one.index < acting.index && one.upos === 'VERB');
  if (!name || !verb || tokens.some((one) => one.head === verb.index && one.deprel === 'obj')) return;
  attach(name, verb.index, 'obj');
  attach(acting, name.index, 'amod');
}

/** "calling for Syria to work": what stands between "for" and the infinitive is its subject. */
function calledSubject(tokens: readonly Token[], clause: Token, attach: Attach): void {
  const mark = tokens.find((one) => one.head === clause.index && one.deprel === 'mark' && one.text.toLowerCase() === 'for');
  if (!mark || clause.deprel !== 'xcomp') return;
  const subject = tokens.find((one) => one.head === clause.head && one.deprel.startsWith('nsubj') && one.index > mark.index && one.index < clause.index);
  if (subject) attach(subject, clause.index, subject.deprel);
}

/** "accuses Washington of fabricating evidence": what stands before the second verb's "of" or "to" is the first verb's object. */
function raisedObject(tokens: readonly Token[], object: Token, attach: Attach): void {
  const clause = object.deprel === 'obj' ? tokens[object.head] : undefined;
  const verb = clause && /^(advcl|xcomp|ccomp)$/.test(clause.deprel) ? tokens[clause.head] : undefined;
  if (!clause || !verb || verb.upos !== 'VERB' || object.index < verb.index) return;
  const mark = tokens.find((one) => one.head === clause.index && one.deprel === 'mark');
  if (!mark || object.index > mark.index || tokens.some((one) => one.head === verb.index && one.deprel === 'obj')) return;
  attach(object, verb.index, 'obj');
}

/** "visiting Foreign Minister X urged": the participle describes the subject of the verb after it. */
function describedSubject(tokens: readonly Token[], participle: Token, attach: Attach): void {
  const verb = tokens[participle.head];
  if (participle.xpos !== 'VBG' || participle.deprel !== 'advcl' || !verb || verb.index < participle.index) return;
  const own = tokens.filter((one) => one.head === participle.index);
  const subject = own.find((one) => one.deprel === 'nsubj' && one.index > participle.index && one.index < verb.index);
  if (!subject || own.some((one) => /^(obj|aux|mark)/.test(one.deprel)) || tokens.some((one) => one.head === verb.index && one.deprel.startsWith('nsubj'))) return;
  attach(subject, verb.index, 'nsubj');
  attach(participle, subject.index, 'amod');
}

/** "Hezbollah guerrillas killed …", "the group Hamas attacked …": a name beside a noun of the same role belongs to it. */
function namedNoun(tokens: readonly Token[], name: Token, attach: Attach): void {
  const before = tokens[name.index - 1];
  if (name.upos === 'PROPN' && before?.upos === 'NOUN' && before.head === name.head && before.deprel === name.deprel && /^(nsubj|obj|nsubj:pass)$/.test(name.deprel)) attach(name, before.index, 'appos');
  const noun = tokens[name.index + 1];
  if (name.upos === 'PROPN' && noun?.upos === 'NOUN' && noun.head === name.head && noun.deprel === name.deprel && /^(nsubj|obj|nsubj:pass)$/.test(name.deprel)) attach(name, noun.index, 'compound');
}

/** "Charges against detained former minister X": a preposition before a participle and its noun is the noun's. */
function participleBefore(tokens: readonly Token[], preposition: Token, attach: Attach): void {
  const participle = preposition.upos === 'ADP' && preposition.deprel === 'mark' ? tokens[preposition.head] : undefined;
  if (!participle || participle.deprel !== 'amod' || participle.index !== preposition.index + 1) return;
  const noun = tokens.find((one) => one.head === participle.head && one.index > participle.index && /^(nmod|obl)$/.test(one.deprel));
  if (!noun || tokens.some((one) => one.head === noun.index && one.deprel === 'case')) return;
  attach(preposition, noun.index, 'case');
  attach(participle, noun.index, 'amod');
}

/** "After meeting with President X": what has a preposition after a verb is no subject of it. */
function phraseAfterVerb(tokens: readonly Token[], noun: Token, attach: Attach): void {
  const verb = noun.deprel === 'nsubj' ? tokens[noun.head] : undefined;
  if (!verb || verb.upos !== 'VERB' || noun.index < verb.index) return;
  const marked = tokens.some((one) => one.head === noun.index && one.deprel === 'case' && one.upos === 'ADP' && one.index > verb.index && one.index < noun.index);
  if (marked) attach(noun, verb.index, 'obl');
}

/** "denies that it built a reactor and accuses …": a verb joined by "and" belongs to the verb whose tense it has. */
function sameTense(tokens: readonly Token[], joined: Token, attach: Attach): void {
  const inner = joined.deprel === 'conj' && joined.upos === 'VERB' ? tokens[joined.head] : undefined;
  const outer = inner?.deprel === 'ccomp' ? tokens[inner.head] : undefined;
  if (!inner || !outer || !/^VB[ZPD]$/.test(joined.xpos) || joined.xpos !== outer.xpos || joined.xpos === inner.xpos || outer.index > inner.index) return;
  if (!tokens.some((one) => one.head === joined.index && /^(nsubj|aux|mark)/.test(one.deprel))) attach(joined, outer.index, 'conj');
}

/** "She said that "the day of all states has come," calling on …": a participle after the quotation is the speaker's. */
function afterQuotation(tokens: readonly Token[], participle: Token, attach: Attach): void {
  const [before, close] = [tokens[participle.index - 1], tokens[participle.index - 2]];
  if (participle.xpos !== 'VBG' || !/^(acl|advcl)$/.test(participle.deprel) || !before || !close) return;
  if (!(before.text === ',' && QUOTE.test(close.text)) && !(QUOTE.test(before.text) && close.text === ',')) return;
  const open = tokens.findLast((one) => QUOTE.test(one.text) && one.index < participle.index - 2);
  if (!open || participle.head < open.index || participle.head > participle.index) return;
  for (let up = tokens[participle.head]; up; up = tokens[up.head]) {
    if (up.index < open.index && up.upos === 'VERB' && speechWord('verb', up.lemma)) return attach(participle, up.index, 'advcl');
  }
}

/** "The head of the force, General X, said": of two subjects the name between commas is who the first one is. */
function namedOfficer(tokens: readonly Token[], name: Token, attach: Attach): void {
  if (name.upos !== 'PROPN' || name.deprel !== 'nsubj') return;

  const office = tokens.find((one) => one.head === name.head && one.deprel === 'nsubj' && one.index < name.index);
  if (office?.upos !== 'NOUN' || name.index > name.head) return;
  const within = tokens.filter((one) => one.upos !== 'PUNCT' && isBelow(tokens, one.index, name.index)).map(({ index }) => index);
  const [before, after] = [tokens[Math.min(...within) - 1], tokens[Math.max(...within) + 1]];
  if (before?.text === ',' && after?.text === ',') attach(name, office.index, 'appos');
}

const PARTY_KIND = /^(opposition|coalition|rebel|minority|majority)$/i;

/** "The opposition Labor party agreed": what kind of party it is stands before it, and the party acts. */
function kindOfParty(tokens: readonly Token[], kind: Token, attach: Attach): void {
  if (!PARTY_KIND.test(kind.text)) return;
  const party = tokens.find((one) => one.head === kind.index && one.deprel === 'appos');
  if (!party || tokens.slice(kind.index + 1, party.index).some((one) => one.upos === 'PUNCT' || !isBelow(tokens, one.index, party.index))) return;
  attach(party, kind.head, kind.deprel);
  attach(kind, party.index, 'nmod:desc');
  for (const one of tokens) if (one.head === kind.index && one.index < kind.index && one.deprel !== 'compound') attach(one, party.index, one.deprel);
}

const QUOTE = /^["“”]$/;

/** "are threatening to kill": with "be" before and an infinitive after it, a word in -ing is the verb of its clause. */
function progressive(tokens: readonly Token[], token: Token): Token {
  const over = token.deprel === 'cop' ? tokens[token.head] : undefined;
  if (over && isProgressive(tokens, over)) return { ...token, deprel: 'aux', upos: 'AUX' };
  // "President-elect" is a title, whatever the tagger sees in its second half.
  if (token.text.toLowerCase() === 'elect' && tokens[token.index - 1]?.text === '-') return { ...token, upos: 'NOUN', xpos: 'NN' };
  const lemma = isProgressive(tokens, token) ? baseOf(token.text.toLowerCase()) : undefined;
  return lemma ? { ...token, upos: 'VERB', xpos: 'VBG', lemma } : token;
}

function isProgressive(tokens: readonly Token[], token: Token): boolean {
  return token.upos === 'ADJ' && token.text.endsWith('ing') && baseOf(token.text.toLowerCase()) !== undefined
    && tokens.some((one) => one.head === token.index && one.deprel === 'cop') && tokens.some((one) => one.head === token.index && /^(xcomp|obj)$/.test(one.deprel));
}

function baseOf(participle: string): string | undefined {
  const stem = participle.slice(0, -'ing'.length);
  return [stem, `${stem}e`].find((verb) => triggersOf('verb', verb).length > 0 || operatorsOf('verb', verb).length > 0);
}

/** "airstrikes conducted by Pakistan": a participle with an agent, right after a noun, describes that noun. */
function reducedPassive(tokens: readonly Token[], verb: Token, attach: Attach): void {
  const noun = tokens[verb.index - 1];
  if (verb.xpos !== 'VBN' || !/^(ccomp|advcl|parataxis|xcomp)$/.test(verb.deprel) || noun?.upos !== 'NOUN') return;
  const own = tokens.filter((one) => one.head === verb.index);
  if (own.some((one) => /^(aux|nsubj|mark)/.test(one.deprel)) || !own.some((one) => one.deprel === 'obl:agent')) return;
  attach(verb, noun.index, 'acl');
}
