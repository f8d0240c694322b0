import { abbreviationKind } from '../lexicon/abbreviations.ts';
import { ADDRESS_TAIL, AFFIX, ANY, CLITIC_TAIL, DOTTED, WEB_ADDRESS, WHOLE_FORMS, WORD } from './word-forms.ts';

/** Two words written as one, with the length of the first. */
const CONTRACTIONS: ReadonlyMap<string, number> = new Map([
  ['cannot', 3], ['gonna', 3], ['wanna', 3], ['gotta', 3], ['gimme', 3], ['lemme', 3],
  ['dont', 2], ['didnt', 3], ['doesnt', 4], ['isnt', 2], ['wasnt', 3], ['couldnt', 5], ['wouldnt', 5], ['shouldnt', 6], ['havent', 4],
]);

/** Ends of the words of a run of text without white space, each relative to its start; the words join without gaps. */
export function chunkWordEnds(chunk: string): readonly number[] {
  const ends: number[] = [];
  let at = 0;
  while (at < chunk.length) {
    at = wordEnd(chunk, at, ends);
    ends.push(at);
  }
  return ends;
}

/** End of the word at `at`; where the form found is two words, the inner end is added to `ends` first. */
function wordEnd(chunk: string, at: number, ends: number[]): number {
  const address = matchEnd(WEB_ADDRESS, chunk, at);
  if (address > at) return addressEnd(chunk, at, address);
  for (const form of WHOLE_FORMS) {
    const end = matchEnd(form, chunk, at);
    if (end > at) return end;
  }
  const dotted = matchEnd(DOTTED, chunk, at);
  if (dotted > at) return dotted;
  const stem = affixEnd(chunk, at);
  if (stem > at) {
    const rest = matchEnd(DOTTED, chunk, stem);
    if (rest > stem) return rest;
  }
  const end = matchEnd(WORD, chunk, stem);
  if (end === stem) return stem > at ? stem : matchEnd(ANY, chunk, at);
  if (chunk[end] === '.' && keepsStop(chunk, at, end)) return end + 1;
  return cutClitics(chunk, at, end, ends);
}

/** One past the affixes and their hyphens at `at`: a word goes on after "anti-". */
function affixEnd(chunk: string, at: number): number {
  // Not after a hyphen: "Lashkar-e-Taiba", "24-hours-a-day".
  if (chunk[at - 1] === '-') return at;
  let end = at;
  for (let next = matchEnd(AFFIX, chunk, end); next > end; next = matchEnd(AFFIX, chunk, end)) end = next;
  return end;
}

function matchEnd(form: RegExp, chunk: string, at: number): number {
  form.lastIndex = at;
  return form.test(chunk) ? form.lastIndex : at;
}

function addressEnd(chunk: string, start: number, end: number): number {
  let out = end;
  for (let tail = ADDRESS_TAIL.exec(chunk.slice(start, out)); tail && tail.index > 0; tail = ADDRESS_TAIL.exec(chunk.slice(start, out))) {
    out = start + tail.index;
  }
  return out;
}

/** True where the stop after a word is part of it: an abbreviation or an initial. */
function keepsStop(chunk: string, start: number, end: number): boolean {
  if (chunk[end + 1] === '.') return false;
  const word = chunk.slice(start, end);
  return /^\p{Lu}$/u.test(word) || abbreviationKind(word) !== undefined;
}

function cutClitics(chunk: string, start: number, end: number, ends: number[]): number {
  const word = chunk.slice(start, end);
  const contraction = CONTRACTIONS.get(word.toLowerCase());
  if (contraction !== undefined) {
    ends.push(start + contraction);
    return end;
  }
  const inner: number[] = [];
  for (let cut = CLITIC_TAIL.exec(word); cut; cut = CLITIC_TAIL.exec(cut[1] ?? '')) inner.unshift(start + (cut[1] ?? '').length);
  ends.push(...inner);
  return end;
}
