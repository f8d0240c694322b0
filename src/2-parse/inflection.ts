// Base forms of regular inflections by the rules of English spelling. Where spelling leaves two candidates ("filed": fil,
// file) a list of common words decides, then the syllable: a short one with a single vowel would have doubled its consonant.

/** True for the base form of a common word. */
export type IsWord = (word: string) => boolean;

const SILENT_E = /(?:u|v|c|[^aeiourwl]l|[^s]s|[^tz]z|[rdlaeiou]g|[^aeiour]r|[^o]ur|[^aeou]ir)$/;
const FINAL_AS_IT_IS = /(?:ee|[ao]e|y|o|w|x|i)$/;
/** Endings of longer stems that take a silent e where no list says otherwise: "negotiat". */
const LIKELY_SILENT_E = /(?:[^aeo]at|[^aeo]in|[^ao]id|i[bk]|ed|ut|ak)$/;
const PREFIX = /^(?:re|un|dis|over|out|mis|pre|de|co|under|counter|inter|fore|sub|up|en|em|non|be)(?=[a-z]{3})/;
const SHORT_SYLLABLE = /^(?:[^aeiou]*|qu)[aeiouy][^aeiouwxy]$/;

/** Base of a regular past form or participle in -ed or -ing, in lower case; `vote` is what the model takes it for. */
export function verbBase(form: string, vote: string, isWord: IsWord): string {
  const ending = /(?:ed|ing)$/.exec(form)?.[0];
  if (!ending) return form;
  const stem = form.slice(0, -ending.length);
  if (stem.length < 2 || !/[aeiouy]/.test(stem)) return form;
  if (ending === 'ed' && stem.endsWith('i')) return stem.slice(0, -1) + (stem.length > 2 ? 'y' : 'ie');
  if (ending === 'ed' && stem.endsWith('e')) return `${stem}e`;
  return stemBase(stem, vote, isWord);
}

function stemBase(stem: string, vote: string, isWord: IsWord): string {
  if (/([bdgklmnprt])\1$/.test(stem)) return undouble(stem, isWord);
  if (FINAL_AS_IT_IS.test(stem)) return stem;
  const withE = `${stem}e`;
  if (SILENT_E.test(stem)) return withE;
  const bare = isWord(stem);
  if (bare !== isWord(withE)) return bare ? stem : withE;
  if (bare) return SHORT_SYLLABLE.test(stem) ? withE : stem;
  const rest = stem.replace(PREFIX, '');
  if (rest !== stem && (isWord(rest) || isWord(`${rest}e`))) return stem.slice(0, -rest.length) + stemBase(rest, '', isWord);
  if (SHORT_SYLLABLE.test(stem) || LIKELY_SILENT_E.test(stem)) return withE;
  return vote === withE ? withE : stem;
}

/** "plann" → "plan", but "kill" stays. */
function undouble(stem: string, isWord: IsWord): string {
  const single = stem.slice(0, -1);
  return isWord(stem) && (stem.endsWith('l') || !isWord(single)) ? stem : single;
}

/** Base of a plural noun or a third person verb in -s, in lower case. */
export function withoutS(form: string, isWord: IsWord): string {
  if (!form.endsWith('s') || form.length < 3 || /(?:[sui])s$/.test(form)) return form;
  const bare = form.slice(0, -1);
  if (!form.endsWith('es')) return bare;
  const short = form.slice(0, -2);
  if (form.endsWith('ies')) {
    const withY = `${form.slice(0, -3)}y`;
    return form.length < 5 || (isWord(bare) && !isWord(withY)) ? bare : withY;
  }
  if (form.endsWith('oes')) return short;
  if (/(?:ch|sh|ss|x|zz)es$/.test(form)) return isWord(bare) && !isWord(short) ? bare : short;
  if (/(?:s|tz)es$/.test(form)) return isWord(short) && !isWord(bare) ? short : bare;
  return bare;
}

/** Base of a comparative or superlative in -er or -est, in lower case. */
export function positiveDegree(form: string, isWord: IsWord): string {
  const ending = /(?:er|est)$/.exec(form)?.[0];
  if (!ending || form.length - ending.length < 2) return form;
  const stem = form.slice(0, -ending.length);
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  if (isWord(stem)) return stem;
  if (/([bdgmnpt])\1$/.test(stem)) return stem.slice(0, -1);
  return isWord(`${stem}e`) ? `${stem}e` : stem;
}
