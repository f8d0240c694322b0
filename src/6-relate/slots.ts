import { supportVerb } from '../lexicon/clause-words.ts';
import type { Trigger } from '../lexicon/triggers.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import { hasVictim } from './ends.ts';
import { agents, BACKED, isPassive, patients, phrases, surfaceSubjects } from './clause.ts';

/** The words in a slot of a trigger, e.g. the subject or what follows "with". Slots are named in docs/relations.md. */
export function fillers(tree: Tree, word: Token, trigger: Trigger, slot: string): readonly Token[] {
  if (trigger.pos === 'verb') return verbSlot(tree, word, trigger, slot);
  if (trigger.pos === 'noun') return nounSlot(tree, word, trigger, slot);
  return adjectiveSlot(tree, word, slot);
}

function verbSlot(tree: Tree, verb: Token, trigger: Trigger, slot: string): readonly Token[] {
  switch (slot) {
    case 'subj': return agents(tree, verb);
    // "The accord was signed by Norway and Chile": of what they sign both are the agents.
    case 'each': return isPassive(tree, verb) && !trigger.object ? patients(tree, verb) : isInThird(tree, [verb, ...patients(tree, verb)], trigger) || isOthersQuarrel(tree, verb, trigger) ? [] : agents(tree, verb);
    case 'obj': return patients(tree, verb);
    case 'iobj': return tree.children(verb, 'iobj');
    // "Pushed for Mali to lift the ban": the parser hangs the clause beside the verb. "Demanded that Mali be heard" is no call on Mali.
    case 'comp': return [...tree.children(verb, 'ccomp', 'xcomp'), ...tree.children(verb, 'advcl').filter((clause) => tree.children(clause, 'mark').some((mark) => mark.text.toLowerCase() === 'for'))].flatMap((clause) => tree.children(clause, 'nsubj')).filter((subject) => trigger.type !== 'CALLED_ON' || subject.deprel !== 'nsubj:pass');
    case 'head': return [tree.headOf(verb)].filter((head) => head !== undefined);
    case 'inner': return tree.children(verb, 'xcomp', 'ccomp').flatMap((clause) => [...patients(tree, clause), ...['on', 'against', 'at', 'with', 'from', 'to'].flatMap((preposition) => phrases(tree, clause, preposition))]);
    // "Threatened to cut aid unless Hamas …": whose deed the threat depends on.
    case 'unless': return [verb, ...tree.children(verb, 'xcomp', 'ccomp')].flatMap((clause) => tree.children(clause, 'advcl')).filter((clause) => tree.children(clause, 'mark').some((mark) => /^(unless|if|until)$/i.test(mark.text))).flatMap((clause) => tree.children(clause, 'nsubj'));
    case 'poss': return tree.children(verb, 'obj').flatMap((object) => tree.children(object, 'nmod:poss'));
    // "Became prime minister of X", "named Y chancellor": a bare complement stands where "as" would.
    case 'as': return [...phrases(tree, verb, 'as'), ...tree.children(verb, 'xcomp').filter((token) => token.upos === 'NOUN' || token.upos === 'PROPN')];
    default: return phrases(tree, verb, slot);
  }
}

/** "The three are working to resolve the dispute": unless it is "their dispute", others may have it. */
function isOthersQuarrel(tree: Tree, verb: Token, trigger: Trigger): boolean {
  return trigger.type === 'AGREED_WITH' && /^(resolve|settle|solve|end|overcome)$/.test(trigger.lemma) && patients(tree, verb).every((object) => tree.children(object, 'nmod:poss').length === 0);
}

/** "Chad and Togo will boost trade in Benin": what they foster is not theirs with each other. */
function isInThird(tree: Tree, words: readonly Token[], trigger: Trigger): boolean {
  return trigger.type === 'PARTNERS_WITH' && words.flatMap((word) => tree.withConjuncts(word)).flatMap((host) => tree.children(host, 'nmod', 'obl').filter((token) => token.index > host.index)).some((token) => tree.caseOf(token) === 'in' && token.upos === 'PROPN' && !/^(January|February|March|April|May|June|July|August|September|October|November|December)$/.test(token.text));
}

const SERIES = /^(end|start|beginning|resumption|outbreak|conclusion|series|number|wave|string|spate|round|kind|campaign|flurry|barrage|rash|pair|couple|lot|dozen|hundred|type|form|act)$/;

/** The verb that lends a noun its subject ("held talks", "talks were held"), and which way round. */
export function supportOf(tree: Tree, noun: Token): { readonly verb: Token; readonly kind: 'plain' | 'reversed' | 'circumstance' } | undefined {
  let top = noun;
  // "A series of attacks" is carried out as attacks are.
  while ((top.deprel === 'conj' && tree.headOf(top)?.upos === 'NOUN') || (top.deprel === 'nmod' && (tree.caseOf(top) === 'including' || (tree.caseOf(top) === 'of' && SERIES.test(tree.headOf(top)?.lemma ?? ''))))) top = tree.headOf(top) ?? top;
  const verb = tree.headOf(top);
  if (!verb || (verb.upos !== 'VERB' && !tree.child(verb, 'cop'))) return undefined;
  const kind = supportVerb(verb.lemma);
  if (top.deprel === 'obj' || top.deprel === 'nsubj:pass') return kind ? { verb, kind } : undefined;
  if (top.deprel.startsWith('obl') && /^(in|for|during|after|before|following|ahead of|with|at|to|on|under|into)$/.test(tree.caseOf(top))) {
    return { verb, kind: kind === 'reversed' || tree.caseOf(top) === 'under' ? 'reversed' : 'circumstance' };
  }
  return undefined;
}

/** "arrived in Sochi for talks", "is in Paris on a visit": here whoever does the one does the other. */
const BY_CIRCUMSTANCE: ReadonlySet<string> = new Set(['MET', 'SPOKE_WITH', 'VISITED', 'TOOK_PART_IN', 'AGREED_WITH', 'WROTE_TO', 'SUPPORTED', 'PRAISED', 'PROTESTED_AGAINST']);

/** "Called for closer cooperation with B": whoever calls for it means to take part. */
function isCalledFor(tree: Tree, noun: Token, verb: Token, trigger: Trigger): boolean {
  return trigger.type === 'PARTNERS_WITH' && tree.caseOf(noun) === 'for' && /^(call|appeal|push|hope|press)$/.test(verb.lemma);
}

/** "Battle for support": who wants it does not give it. */
function isPurpose(tree: Tree, noun: Token, trigger: Trigger): boolean {
  return (trigger.type === 'SUPPORTED' || trigger.type === 'PRAISED') && tree.caseOf(noun) === 'for';
}

function nounSlot(tree: Tree, noun: Token, trigger: Trigger, slot: string): readonly Token[] {
  const support = supportOf(tree, noun);
  switch (slot) {
    case 'poss': return [...tree.children(noun, 'nmod:poss'), ...keepers(tree, noun)];
    case 'pre': return modifiers(tree, noun);
    case 'head': return headsOfNoun(tree, noun);
    case 'comp': return tree.children(noun, 'acl', 'ccomp').flatMap((clause) => tree.children(clause, 'nsubj'));
    case 'subj': return support && support.kind !== 'reversed' && (support.kind === 'plain' || (BY_CIRCUMSTANCE.has(trigger.type) && !isPurpose(tree, noun, trigger)) || isCalledFor(tree, noun, support.verb, trigger)) ? agents(tree, support.verb) : tree.child(noun, 'cop') ? surfaceSubjects(tree, noun) : [];
    case 'each': return isInThird(tree, [noun], trigger) ? [] : support ? surfaceSubjects(tree, support.verb) : tree.child(noun, 'cop') ? surfaceSubjects(tree, noun) : [];
    case 'obj': return support ? [...(support.kind === 'reversed' ? surfaceSubjects(tree, support.verb) : []), ...tree.children(support.verb, 'iobj', 'obj').filter((token) => token !== noun)] : [];
    case 'ground': return groundBefore(tree, noun);
    case 'by': return [...blamed(tree, noun), ...phrases(tree, noun, 'by').filter((token) => !isOfOther(tree, token, noun)), ...tree.children(noun, 'acl').flatMap((clause) => agents(tree, clause)).filter((token) => token !== noun), ...(support && isPassive(tree, support.verb) ? agents(tree, support.verb) : [])];
    default: {
      // "At a meeting of the party, its leader said": a body's own meeting is with nobody.
      const own = phrases(tree, noun, slot);
      if (slot === 'of' && trigger.type === 'MET' && own.length === 1 && own.every((token) => tree.withConjuncts(token).length === 1 && !token.feats.includes('Number=Plur'))) return [];
      if (own.length) return own;
      if (support) return phrases(tree, support.verb, slot).filter((token) => token !== noun);
      // "The start of talks with X": the phrase may hang on the noun above.
      const over = noun.deprel === 'nmod' && tree.caseOf(noun) === 'of' ? tree.headOf(noun) : undefined;
      return over ? phrases(tree, over, slot).filter((token) => token !== noun) : [];
    }
  }
}

/** "An inquiry into the killing of X by Y": Y killed, and does not inquire; X is killed, and not inquired into. */
export function isOfOther(tree: Tree, token: Token, word: Token): boolean {
  const host = tree.headOf(token);
  return /^(of|by)$/.test(tree.caseOf(token)) && host !== undefined && host !== word && host.upos === 'NOUN' && hasVictim(host);
}

/** "Blamed Syria for the killing of X", "suspected of the murder": who is said to have done it. */
function blamed(tree: Tree, noun: Token): readonly Token[] {
  const verb = noun.deprel.startsWith('obl') && /^(for|of)$/.test(tree.caseOf(noun)) ? tree.headOf(noun) : undefined;
  if (!verb || !/^(blame|accuse|suspect|convict|condemn)$/.test(verb.lemma)) return [];
  return isPassive(tree, verb) ? surfaceSubjects(tree, verb) : tree.children(verb, 'obj');
}

/** "A visit to Iraq since the U.S.-led invasion": the ground that the sentence named last. */
function groundBefore(tree: Tree, noun: Token): readonly Token[] {
  const named = tree.tokens.filter((token) => token.index < noun.index && token.upos === 'PROPN' && /^(in|to|of|from|into|across)$/.test(tree.caseOf(token)));
  return named.slice(-1);
}

/** "Countries with a mission in Kabul": who has what "with" names. */
function keepers(tree: Tree, noun: Token): readonly Token[] {
  const head = tree.headOf(noun);
  if (!head || noun.deprel !== 'nmod' || tree.caseOf(noun) !== 'with') return [];
  const root = tree.headOf(head);
  // "India is one of several countries with …" says it of India.
  return root?.upos === 'NUM' && tree.child(root, 'cop') ? tree.children(root, 'nsubj') : [head];
}

/** What stands before a noun: "U.S.", "Israeli", both of "India-Pakistan". */
function modifiers(tree: Tree, noun: Token): readonly Token[] {
  const out: Token[] = [];
  const stack = [...tree.children(noun, 'compound', 'amod', 'nmod:desc', 'nmod:unmarked')].filter((token) => token.index < noun.index);
  for (let token = stack.shift(); token; token = stack.shift()) {
    out.push(token);
    if (BACKED.test(token.lemma)) continue;
    stack.push(...tree.children(token, 'conj', 'compound', 'amod', 'nmod:unmarked', 'obl:unmarked', 'dep', 'flat'));
  }
  // "A Taliban leader and al-Qaida ally": the parser may hang the name on the noun joined to it.
  const before = out.length ? undefined : tree.tokens[noun.index - 1];
  const name = before?.deprel === 'flat' ? tree.headOf(before) : before;
  return name?.upos === 'PROPN' ? [name] : out;
}

/** Of a noun that calls someone by a relation ("ally"): who is so called. */
function headsOfNoun(tree: Tree, own: Token): readonly Token[] {
  let noun = own;
  // "Kuwait, one of the council's six members".
  if (noun.deprel === 'nmod' && tree.caseOf(noun) === 'of' && tree.headOf(noun)?.lemma === 'one') noun = tree.headOf(noun) ?? noun;
  // "Leader and ally": both call the same one.
  while (noun.deprel === 'conj' && tree.headOf(noun)?.upos === 'NOUN') noun = tree.headOf(noun) ?? noun;
  const out: Token[] = [...tree.children(noun, 'appos')];
  const head = tree.headOf(noun);
  if (head && /^(appos|nmod:desc|compound|amod)$/.test(noun.deprel)) out.push(head);
  if (tree.child(noun, 'cop') && !tree.caseOf(noun)) out.push(...surfaceSubjects(tree, noun));
  // "Became an ally", "called him an ally", "regarded as an ally".
  const predicative = noun.deprel === 'xcomp' ? !tree.caseOf(noun) : noun.deprel.startsWith('obl') && tree.caseOf(noun) === 'as';
  if (head && predicative) out.push(...(tree.child(head, 'obj') ? tree.children(head, 'obj') : surfaceSubjects(tree, head)));
  return out.length ? out : [noun];
}

function adjectiveSlot(tree: Tree, word: Token, slot: string): readonly Token[] {
  const head = tree.headOf(word);
  switch (slot) {
    case 'head': return [...(head && /^(amod|acl|acl:relcl|compound)$/.test(word.deprel) ? [head] : []), ...tree.children(word, 'nsubj')];
    case 'subj': return tree.children(word, 'nsubj').length ? tree.children(word, 'nsubj') : surfaceSubjects(tree, word);
    case 'pre': return modifiers(tree, word).concat(tree.children(word, 'obl:unmarked', 'obl:agent', 'obl').filter((token) => token.index < word.index));
    case 'by': return agents(tree, word);
    default: {
      // "At a meeting of the party, its leader said": a body's own meeting is with nobody.
      const own = phrases(tree, word, slot);
      return own.length || !head || !/^(amod|acl)/.test(word.deprel) ? own : phrases(tree, head, slot);
    }
  }
}
