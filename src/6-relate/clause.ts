import { isActorNoun } from '../lexicon/actor-nouns.ts';
import { operatorsOf } from '../lexicon/clause-words.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';

const SUBJECT_CONTROL = /^(promise|threaten|vow|pledge|swear|offer|refuse|agree|plan|want|hope|decide|try|seek|attempt|fail|manage|begin|start|continue|stop|use|need|expect|intend|prepare|arrive|return|travel|go|come|visit|meet|leave|take|make|hold|launch|sign|send|deploy)$/;
/** "A Russia-backed uprising": Russia does not rise up. */
export const BACKED = /^(back|support|fund|sponsor|train|arm|finance|mediate|broker|inspire)$/;
const RELATIVE = /^(who|whom|which|that|whose)$/i;

/** A passive verb or participle: its surface subject is what the act is done to. */
export function isPassive(tree: Tree, verb: Token): boolean {
  if (tree.child(verb, 'aux:pass') || tree.child(verb, 'nsubj:pass')) return true;
  if (tree.children(verb, 'nsubj').some((subject) => !subject.deprel.includes('pass'))) return false;
  if (verb.feats.includes('Voice=Pass')) return true;
  return verb.xpos === 'VBN' && /^(acl|amod|advcl|conj)/.test(verb.deprel) && !tree.children(verb, 'aux').some((aux) => aux.lemma === 'have');
}

/** The grammatical subject of a verb, also where it stands with another verb or outside a relative clause. */
export function surfaceSubjects(tree: Tree, verb: Token, depth = 0): readonly Token[] {
  if (depth > 8) return [];
  const all = tree.children(verb, 'nsubj');
  const before = all.filter((subject) => subject.index < verb.index);
  // Of two subjects one each side of the verb, the parser means the second as its object.
  if (before.length && before.length < all.length && verb.upos === 'VERB') return referents(tree, verb, before);
  // "is to meet" is parsed as a copula over an infinitive: its only subject is the outer one.
  const own = all.every((subject) => subject.deprel === 'nsubj:outer') ? all : all.filter((subject) => subject.deprel !== 'nsubj:outer');
  // "AFP says soldiers chased …": where the parser gives a verb two subjects, the nearer is its own.
  const nearest = own.length > 1 && before.length === own.length && tree.tokens.slice(own[0]?.index, own.at(-1)?.index).some((token) => token.upos === 'VERB') ? own.slice(-1) : own;
  if (nearest.length) return referents(tree, verb, nearest);
  const head = tree.headOf(verb);
  if (!head) return [];
  switch (verb.deprel) {
    case 'conj': return /^(VERB|ADJ|AUX)$/.test(head.upos) || tree.child(head, 'cop') || (verb.upos === 'VERB' && head.upos !== 'NOUN') ? surfaceSubjects(tree, head, depth + 1) : [];
    case 'xcomp': return controllers(tree, head, depth);
    case 'acl:relcl': return [head];
    case 'acl': {
      const mark = tree.child(verb, 'mark');
      if (!mark) return [head];
      return mark.text.toLowerCase() === 'of' && !operatorsOf('noun', head.lemma.toLowerCase()).length ? [] : infinitiveSubjects(tree, head, depth);
    }
    case 'advcl': case 'advcl:relcl': {
      const other = otherDoer(tree, verb, head);
      if (other) return [other];
      return head.upos === 'NOUN' && !tree.child(head, 'cop') ? [] : surfaceSubjects(tree, head, depth + 1);
    }
    case 'ccomp': case 'parataxis': return verb.deprel === 'ccomp' && verb.xpos !== 'VBG' && verb.xpos !== 'VB' ? [] : surfaceSubjects(tree, head, depth + 1);
    default: return [];
  }
}

export function isRelativePronoun(token: Token): boolean {
  return RELATIVE.test(token.text) && (token.feats.includes('PronType=Rel') || token.xpos.startsWith('W'));
}

/** "The bloc to which Chad belongs", "Asmara, whose ties …": the noun that the clause around a relative pronoun describes. */
export function antecedentOf(tree: Tree, pronoun: Token): readonly Token[] {
  const clause = tree.ancestors(pronoun).find((token) => /^(acl|advcl):relcl$/.test(token.deprel));
  const noun = clause && tree.headOf(clause);
  return noun ? [noun] : [];
}

/** The tokens, relative pronouns as what they stand for. */
function referents(tree: Tree, verb: Token, tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => (isRelativePronoun(token) ? antecedents(tree, verb) : [token]));
}

function antecedents(tree: Tree, verb: Token): readonly Token[] {
  for (let up: Token | undefined = verb, steps = 0; up && steps < 5; up = tree.headOf(up), steps++) {
    if (up.deprel === 'acl:relcl' || up.deprel === 'advcl:relcl') return [tree.headOf(up)].filter((head) => head !== undefined);
    if (!/^(conj|xcomp|ccomp)/.test(up.deprel)) break;
  }
  return [];
}

/** Who does what an infinitive says: the object of "urge", the subject of "promise". */
function controllers(tree: Tree, governor: Token, depth: number): readonly Token[] {
  const asked = askedOf(tree, governor);
  if (asked) return [asked];
  const object = tree.child(governor, 'obj', 'iobj');
  if (object && !SUBJECT_CONTROL.test(governor.lemma)) return [object];
  return surfaceSubjects(tree, governor, depth + 1);
}

/** Who of those that the clause above names does what an adverbial clause says, where that is not its subject. */
function otherDoer(tree: Tree, verb: Token, governor: Token): Token | undefined {
  const mark = tree.child(verb, 'mark')?.text.toLowerCase() ?? '';
  if (mark === 'to') return askedOf(tree, governor) ?? allowedBy(tree, governor);
  // "Accused Iran of arming them", "barred them from voting", "thanked Qatar for hosting": the object does it.
  if (mark === 'for' && SCOLDING.test(governor.lemma)) return tree.children(governor, 'obl').find((token) => tree.caseOf(token) === 'at');
  if (!/^(of|from|into)$/.test(mark) && !(mark === 'for' && JUDGING.test(governor.lemma))) return undefined;
  return isPassive(tree, governor) ? surfaceSubjects(tree, governor)[0] : tree.child(governor, 'obj');
}

const JUDGING = /^(criticize|criticise|condemn|blame|praise|thank|denounce|rebuke|punish|arrest|detain|jail|charge|fault|honor|honour|sentence|convict|sanction|scold|commend|applaud|attack|slam|chide|forgive|expel|oust|dismiss|fire|sack|suspend|fine|execute|ban|bar|lambast|lambaste|blast|berate|censure|reprimand|reproach|mock|deride|hail|salute|congratulate|laud|reward|impeach|indict|prosecute|sue|investigate|imprison|discipline|target)$/;
/** "Lashed out at France for meeting exiles", "took aim at". */
const SCOLDING = /^(lash|hit|take|rail|rage|swipe)$/;
const LEAVE = /^(permission|right|visa|approval|leave|authority|chance|opportunity|order|mandate)$/;

/** "Gave permission to the leaders to visit": those who get it go. */
function allowedBy(tree: Tree, governor: Token): Token | undefined {
  if (!/^(give|grant|deny|refuse|offer|issue)$/.test(governor.lemma)) return undefined;
  return tree.children(governor, 'obj').filter((object) => LEAVE.test(object.lemma)).flatMap((object) => phrasesOn(tree, [governor, object], 'to'))[0];
}

/** "Called on Iran to release", "appealed to the sides to stop": who is asked. */
function askedOf(tree: Tree, governor: Token): Token | undefined {
  const asked = tree.children(governor, 'obl').find((token) => tree.caseOf(token) === (governor.lemma === 'call' ? 'on' : 'to') && /^(call|appeal|say|signal)$/.test(governor.lemma));
  return asked ?? (/^(call|press|push|ask|wait|vote|plead)$/.test(governor.lemma) ? tree.children(governor, 'obl').find((token) => tree.caseOf(token) === 'for' && mayAct(token)) : undefined);
}

/** A name, a pronoun or people: not the strike that is "called for … to demand". */
function mayAct(token: Token): boolean {
  return token.upos !== 'NOUN' || isActorNoun(token.lemma, 'group') || isActorNoun(token.lemma, 'government') || isActorNoun(token.lemma, 'organ') || isActorNoun(token.lemma, 'organisation');
}

/** "Israel's decision to attack", "Israel made a decision to attack". */
function infinitiveSubjects(tree: Tree, noun: Token, depth: number): readonly Token[] {
  // "His call for Congress to approve": Congress approves.
  const asked = /^(call|appeal|request|plea|demand|push|deadline|time|need|chance)$/.test(noun.lemma) ? tree.children(noun, 'nmod').filter((child) => tree.caseOf(child) === 'for' && mayAct(child)) : [];
  if (asked.length) return asked;
  const possessor = tree.children(noun, 'nmod:poss');
  if (possessor.length) return possessor;
  const verb = tree.headOf(noun);
  return verb && (verb.upos === 'VERB' || tree.child(verb, 'cop')) ? surfaceSubjects(tree, verb, depth + 1) : tree.children(noun, 'amod', 'compound');
}

/** Who acts. */
export function agents(tree: Tree, verb: Token): readonly Token[] {
  if (!isPassive(tree, verb)) return surfaceSubjects(tree, verb);
  const said = tree.children(verb, 'obl:agent', 'obl').filter((token) => token.deprel === 'obl:agent' || tree.caseOf(token) === 'by');
  return said.length ? said : fighters(tree, verb);
}

const COMBAT = /^(gunfight|firefight|shootout|gunbattle|clash|battle|fighting|fight|confrontation|skirmish|exchange)$/;
const STRIKE = /^(airstrike|strike|raid|attack|shelling|bombing|bombardment|offensive|ambush|assault|operation|incursion)$/;

/** "Were killed in a gunfight with troops", "in an Israeli raid": a passive without "by" may say so. */
function fighters(tree: Tree, verb: Token): readonly Token[] {
  const deeds = tree.children(verb, 'obl', 'obj', 'nmod').filter((token) => /^(in|during)$/.test(tree.caseOf(token)));
  return deeds.flatMap((deed) => (COMBAT.test(deed.lemma) ? phrasesOn(tree, [deed], 'with') : STRIKE.test(deed.lemma) ? [deed] : []));
}

/** To whom it is done. */
export function patients(tree: Tree, verb: Token): readonly Token[] {
  if (isPassive(tree, verb)) return surfaceSubjects(tree, verb);
  const objects = tree.children(verb, 'obj');
  const subjects = tree.children(verb, 'nsubj');
  if (!objects.length && subjects.length > 1) {
    const after = subjects.filter((subject) => subject.index > verb.index);
    if (after.length && after.length < subjects.length) return after;
  }
  if (objects.length) return referents(tree, verb, objects);
  const adverbial = tree.children(verb, 'advmod').some((word) => /^(where|when|why|how)$/i.test(word.text));
  if (!adverbial && verb.deprel === 'acl:relcl' && tree.child(verb, 'nsubj') && !tree.children(verb, 'nsubj').some(isRelativePronoun)) return [tree.headOf(verb)].filter((head) => head !== undefined);
  const shared = tree.children(verb, 'conj').find((other) => other.upos === 'VERB' && !tree.child(other, 'nsubj') && tree.child(other, 'obj') && other.index - verb.index <= 3);
  return shared ? tree.children(shared, 'obj') : [];
}

/** Phrases with a preposition that hang on a verb, its object, or (for a noun) on the noun. */
export function phrases(tree: Tree, word: Token, preposition: string): readonly Token[] {
  // What hangs on the subject of a passive hangs on the verb's object: "the accord between A and B was brokered by C".
  const objects = [...tree.children(word, 'obj'), ...(word.upos === 'VERB' ? tree.children(word, 'nsubj:pass') : [])];
  const near = phrasesOn(tree, [word, ...objects], preposition);
  if (near.length || (preposition === 'of' && word.upos !== 'VERB')) return near;
  // The parser hangs about one prepositional phrase in seven on the wrong word: one more step down.
  const below = [word, ...objects].flatMap((host) => tree.children(host, 'obl', 'nmod', 'xcomp', 'conj', 'obl:unmarked').filter((child) => child.deprel !== 'nmod:poss' && child.index > word.index && (child.upos === 'NOUN' || child.upos === 'PROPN') && !/^(after|before|following|during|since|despite|amid|because of|ahead of|until)$/.test(tree.caseOf(child))));
  return phrasesOn(tree, below, preposition);
}

function phrasesOn(tree: Tree, hosts: readonly Token[], preposition: string): readonly Token[] {
  return hosts.flatMap((host) => tree.children(host, 'obl', 'nmod').filter((child) => {
    if (child.deprel === 'nmod:poss' || child.upos === 'VERB') return false;
    const found = tree.caseOf(child);
    return found === preposition || found.endsWith(` ${preposition}`) || found.startsWith(`${preposition} `);
  }));
}

/** Who makes an accusation or a report: "Iraqi accusations", "the claim by Chad". */
export function tellers(tree: Tree, noun: Token): readonly Token[] {
  const by = tree.children(noun, 'nmod').filter((child) => /^(by|from)$/.test(tree.caseOf(child)));
  return [...tree.children(noun, 'nmod:poss'), ...by, ...tree.children(noun, 'amod', 'compound').filter((word) => /^\p{Lu}/u.test(word.text))];
}
