import { irregularBase, isUnchangedNoun } from '../lexicon/irregular-forms.ts';
import { positiveDegree, verbBase, withoutS, type IsWord } from './inflection.ts';

/** What is known of a word whose lemma is sought. */
export interface TaggedForm {
  readonly text: string;
  readonly upos: string;
  readonly xpos: string;
  /** The model's lemma rule for it ("0|3|y": lower case, cut three letters, add y), "?" for none. */
  readonly rule: string;
  /** True in a sentence all in capitals, where they say nothing of the word. */
  readonly inCapitals: boolean;
}

const FUNCTION_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AUX: {
    ca: 'can', wo: 'will', sha: 'shall', "'ll": 'will', "'m": 'be', "'re": 'be', "'ve": 'have', ai: 'be',
    am: 'be', is: 'be', are: 'be', was: 'be', were: 'be', been: 'be', being: 'be', has: 'have', had: 'have', having: 'have',
    does: 'do', did: 'do', done: 'do', doing: 'do', got: 'get', getting: 'get', gets: 'get', gon: 'go', wan: 'want',
    s: 'be', m: 'be', r: 'be', re: 'be', ve: 'have', ll: 'will', d: 'would',
  },
  PRON: {
    i: 'I', me: 'I', him: 'he', us: 'we', them: 'they', "'em": 'they', em: 'they', these: 'this', those: 'that', mine: 'my', ours: 'our',
    yours: 'your', theirs: 'their',
  },
  DET: { an: 'a', these: 'this', those: 'that' },
  PART: { "n't": 'not', nt: 'not', "'": "'s", s: "'s", na: 'to', ta: 'to' },
  ADP: { thru: 'through' },
  NOUN: { am: 'a.m.', pm: 'p.m.', 'a.m': 'a.m.', 'p.m': 'p.m.', etc: 'etc.' },
};
const PLAIN_MARKS: Readonly<Record<string, string>> = { '“': '"', '”': '"', '‘': "'", '’': "'", '–': '-' };
const CLITIC_VERBS: ReadonlySet<string> = new Set(['be', 'have', 'do', 'we', 'will', 'would']);
const MAN = /^(.*[a-z])(men)$/;

/** Lemmas as in the English treebanks, by irregular forms, rules of spelling and, where these leave it open, the model. */
export class Lemmatiser {
  private readonly isWord: IsWord;

  constructor(isWord: IsWord) {
    this.isWord = isWord;
  }

  lemma(word: TaggedForm): string {
    const { text, upos, xpos } = word;
    if (upos === 'PUNCT') return PLAIN_MARKS[text] ?? text;
    if (upos === 'PROPN' || upos === 'SYM' || upos === 'X' || xpos === 'NNP' || xpos === 'NNPS') return text;
    if (/\p{N}/u.test(text)) return numeral(word);
    if (upos === 'NUM' && /^[IVXLC]+$/.test(text)) return text;
    const form = text.toLowerCase().replace(/[’ʼ`]/gu, "'");
    switch (upos) {
      case 'VERB': return this.verb(form, word);
      case 'NOUN': return this.noun(form, word);
      case 'ADJ': return this.adjective(form, word);
      case 'ADV': return form === "n't" ? 'not' : xpos === 'RBR' || xpos === 'RBS' ? this.degree(form, 'adverb') : form;
      default: return functionWord(form, word);
    }
  }

  private verb(form: string, { xpos, rule, text }: TaggedForm): string {
    if (form.startsWith("'")) return functionWord(form, { text, upos: 'AUX', xpos, rule, inCapitals: false });
    if (xpos === 'VB' || xpos === 'VBP' || form === 'gon') return FUNCTION_WORDS['AUX']?.[form] ?? form;
    const { head, tail } = lastPart(form);
    const irregular = irregularBase(tail, 'verb') ?? prefixedIrregular(tail);
    if (irregular !== undefined) return head + irregular;
    return head + (xpos === 'VBZ' || xpos === 'NNS' ? withoutS(tail, this.isWord) : verbBase(tail, applyRule(tail, rule), this.isWord));
  }

  private noun(form: string, { text, xpos, inCapitals }: TaggedForm): string {
    const isAcronym = !inCapitals && /^\p{Lu}(?:[\p{Lu}.&-]*\p{Lu}\.?s?)?$/u.test(text) && text.length < 7;
    const special = FUNCTION_WORDS['NOUN']?.[form];
    if (special !== undefined) return special;
    if (xpos !== 'NNS') return isAcronym ? text : form;
    if (isAcronym) return text.replace(/s$/, '');
    const { head, tail } = lastPart(form.replace(/'s$/, 's'));
    return head + this.singular(tail);
  }

  private singular(form: string): string {
    if (isUnchangedNoun(form)) return form;
    const irregular = irregularBase(form, 'noun');
    if (irregular !== undefined) return irregular;
    const man = MAN.exec(form);
    if (man) return `${man[1]}man`;
    const compound = /^(.{2,})(children|people|feet|teeth|wives|lives|knives|selves|leaves|shelves|wolves|mice|crises)$/.exec(form);
    if (compound && compound[2] !== 'people') return compound[1] + (irregularBase(compound[2] ?? '', 'noun') ?? '');
    return withoutS(form, this.isWord);
  }

  private adjective(form: string, { text, xpos, rule, inCapitals }: TaggedForm): string {
    if (xpos === 'JJR' || xpos === 'JJS') return this.degree(form, 'adjective');
    if (inCapitals || text === form) return form;
    // Demonyms keep their capital ("Iranian"), other adjectives of a heading do not: the model tells them apart.
    return rule.startsWith('1') ? text : form;
  }

  private degree(form: string, wordClass: 'adjective' | 'adverb'): string {
    const irregular = irregularBase(form, wordClass) ?? irregularBase(form, 'adjective');
    if (irregular !== undefined) return irregular;
    const { head, tail } = lastPart(form);
    return head + positiveDegree(tail, this.isWord);
  }
}

function functionWord(form: string, { upos, xpos, rule }: TaggedForm): string {
  if (form === "'s" && xpos === 'POS') return "'s";
  if (form === "'s" || form === "'d") {
    if (form === "'d" && xpos === 'VBD') return 'have';
    const vote = applyRule(form, rule);
    return CLITIC_VERBS.has(vote) ? vote : form === "'d" ? 'would' : upos === 'PRON' ? 'we' : 'be';
  }
  if (form === 'her' && xpos === 'PRP') return 'she';
  return FUNCTION_WORDS[upos]?.[form] ?? form;
}

/** Treebanks write numbers without their commas; decades and ordinals stay. */
function numeral({ text, upos }: TaggedForm): string {
  if (upos === 'NUM') return text.replace(/(?<=\d),(?=\d)/g, '');
  return text.toLowerCase() === text || /\p{Lu}/u.test(text.slice(0, 1)) ? text : text.toLowerCase();
}

/** The part that is inflected: "co-starred" → "co-", "starred". */
function lastPart(form: string): { readonly head: string; readonly tail: string } {
  const cut = form.lastIndexOf('-') + 1;
  return { head: form.slice(0, cut), tail: form.slice(cut) };
}

function prefixedIrregular(form: string): string | undefined {
  const match = /^(re|un|out|over|mis|fore|under|pre)(.{3,})$/.exec(form.endsWith('ing') ? '' : form);
  const base = match && irregularBase(match[2] ?? '', 'verb');
  return base ? match[1] + base : undefined;
}

function applyRule(form: string, rule: string): string {
  const [keep, cut, add] = rule.split('|');
  if (cut === undefined || add === undefined) return form;
  const base = keep === '1' ? form : form.toLowerCase();
  return base.slice(0, Math.max(0, base.length - Number(cut))) + add;
}
