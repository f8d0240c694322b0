import { speechWord } from '../lexicon/clause-words.ts';
import { outletByName } from '../lexicon/outlets.ts';
import type { Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import { agents, tellers } from './clause.ts';
import type { End, EndFinder } from './ends.ts';

/** Who claims what a clause says. */
export interface Attribution {
  /** Outermost first. */
  readonly speakers: readonly End[];
  readonly outlets: readonly string[];
}

/** Finds the verbs of saying over a word, at any depth, and whose words they are. */
export function attributionOf(tree: Tree, trigger: Token, finder: EndFinder): Attribution {
  const speakers: End[] = [];
  const outlets: string[] = [];
  const add = (words: readonly Token[]): void => {
    for (const end of speakersIn(tree, words, finder)) {
      const outlet = outletByName(end.mention.name ?? end.mention.text);
      if (outlet) outlets.push(outlet.name);
      else if (!speakers.some((one) => one.key === end.key)) speakers.unshift(end);
    }
  };
  let token: Token | undefined = trigger;
  for (let steps = 0; token && steps < 14; steps++) {
    for (const child of tree.children(token)) {
      // "According to Kenya", "according to a tweet by its president".
      if (child.deprel === 'obl' && tree.caseOf(child) === 'according to') add([child, ...tree.children(child, 'nmod').filter((author) => tree.caseOf(author) === 'by')]);
      else if (/^(parataxis|advcl)$/.test(child.deprel) && child !== token && isSpeech(child) && isAside(tree, child, trigger)) add(agents(tree, child));
    }
    const up: Token | undefined = tree.headOf(token);
    if (up && isTold(tree, token, up)) add(tellers(tree, up));
    else if (up && isAnswer(token, up) && tellers(tree, token).length) break;
    else if (up && embedsSpeech(tree, token, up) && up !== trigger) add(agents(tree, up));
    token = up;
  }
  return { speakers, outlets };
}

/** "Iraqi accusations that …", "the claim by Chad that …". */
function isTold(tree: Tree, token: Token, up: Token): boolean {
  return /^(acl|ccomp|acl:relcl)$/.test(token.deprel) && up.upos === 'NOUN' && speechWord('noun', up.lemma)?.stance === 'claim' && tellers(tree, up).length > 0;
}

/** Whoever rejects an accusation does not make it. */
function isAnswer(token: Token, up: Token): boolean {
  return token.deprel === 'obj' && speechWord('noun', token.lemma)?.stance === 'claim' && /^(deny|reject|dismiss|refute|rebuff|rebut|dispute)$/.test(up.lemma);
}

function isSpeech(token: Token): boolean {
  return token.upos === 'VERB' && speechWord('verb', token.lemma) !== undefined;
}

/** "…, officials say": a verb of saying beside the clause, with no clause of its own. */
function isAside(tree: Tree, verb: Token, trigger: Token): boolean {
  return !tree.isWithin(trigger, verb) && tree.children(verb, 'ccomp').length === 0;
}

function embedsSpeech(tree: Tree, token: Token, up: Token): boolean {
  if (!isSpeech(up)) return false;
  if (/^(ccomp|parataxis)$/.test(token.deprel)) return true;
  if (token.deprel === 'xcomp') return speechWord('verb', up.lemma)?.stance !== 'neutral' || tree.child(up, 'obj') === undefined;
  if (/^(advcl|obl|acl)$/.test(token.deprel)) return tree.children(token, 'mark', 'case').some((mark) => /^(of|for|that)$/.test(mark.text.toLowerCase())) && speechWord('verb', up.lemma)?.stance !== 'neutral';
  // "Described her as a puppet of Chad".
  if (/^(obl|advcl|xcomp)$/.test(token.deprel) && tree.caseOf(token) === 'as' && /^(describe|brand|portray|denounce|depict|label|characteri[sz]e|dismiss|condemn|hail)$/.test(up.lemma)) return true;
  return token.deprel === 'obj' && (speechWord('verb', up.lemma)?.stance !== 'neutral' || /^(note|mention|describe|recall|cite|report|confirm)$/.test(up.lemma));
}

function speakersIn(tree: Tree, words: readonly Token[], finder: EndFinder): readonly End[] {
  // "Palestinian witnesses" speak for nobody.
  return finder.find(tree, words.filter((word) => !/^(eye-?)?witness$/.test(word.lemma)), 'holder');
}
