/** Letters that NFD leaves whole. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o', ł: 'l', ı: 'i', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th', ə: 'e',
};

export const APOSTROPHES = /['’‘ʼʻ`´]/g;

/** British and official spellings, and the American or short ones that stand for both. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/isation/g, 'ization'], [/programme/g, 'program'], [/labour/g, 'labor'], [/defence/g, 'defense'], [/centre/g, 'center'],
  [/co operation/g, 'cooperation'], [/^united nations (?=.)/, 'un '],
];

/** Most names: letters and single spaces, with nothing to fold but their case. */
const PLAIN_WORDS = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

const SPELT_TWO_WAYS = /isation|programme|labour|defence|centre|co operation|^united nations /;

/**
 * The form under which a name is looked up: lower case, without diacritics, apostrophes, stops and a leading "the";
 * hyphens and slashes are spaces; spellings that differ across the Atlantic are one.
 */
export function foldName(text: string): string {
  return oneSpelling((PLAIN_WORDS.test(text) ? text.toLowerCase() : foldMarks(text)).replace(/^the (?=.)/, ''));
}

function foldMarks(text: string): string {
  const plain = text.toLowerCase().replace(APOSTROPHES, '').replace(/\./g, '').replace(/[-‐‑–—/]/g, ' ').replace(/&/g, ' and ');
  // Most names are ASCII, and normalising is the slow part of loading.
  const bare = /^[\x20-\x7e]*$/.test(plain)
    ? plain
    : plain.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[^\x20-\x7e]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);
  return bare.replace(/\s+/g, ' ').trim();
}

function oneSpelling(name: string): string {
  return SPELT_TWO_WAYS.test(name) ? SPELLINGS.reduce((folded, [from, to]) => folded.replace(from, to), name) : name;
}
