import { wordCount } from './plain-text.ts';

/** Up to here a line that ends in a full stop may still be a caption or a label; beyond it, it is a sentence of the story. */
const LABEL_WORDS = 8;
/** Longer lines are sentences, also where their full stop was lost. */
const HEADLINE_WORDS = 25;

export function endsLikeProse(line: string): boolean {
  return /[.!?…]["'”’»)\]]*$/.test(line);
}

/** True for what must never be taken for furniture: a long line, or one of more than a few words that ends as sentences do. */
export function isSentence(line: string): boolean {
  const words = wordCount(line);
  return words > HEADLINE_WORDS || (words > LABEL_WORDS && endsLikeProse(line) && !(endsLikeHeadline(line) && isTitleCase(line)));
}

/** A headline asks or exclaims, or ends in an abbreviation; it has no full stop. */
function endsLikeHeadline(line: string): boolean {
  return /[?!]["'”’]?$|\b(?:\p{Lu}\.){2,}$/u.test(line);
}

/** True where nearly all longer words begin with a capital, as headlines of the American style have it. */
export function isTitleCase(line: string): boolean {
  const words = line.match(/[\p{L}][\p{L}'’-]{3,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length >= 3 && capitals >= words.length * 0.75;
}

/** True for a line that could head a story: no sentence, not the start of one, and no list item. */
export function isHeadlineLike(line: string): boolean {
  const words = wordCount(line);
  if (words < 2 || words > HEADLINE_WORDS || isSentence(line) || line.length > 220) return false;
  if (!/^["'“‘«¿¡([]?[\p{Lu}\p{N}]/u.test(line) || /[,;:–—-]$/.test(line)) return false;
  return !/[.…]["'”’)\]]*$/.test(line) || endsLikeHeadline(line);
}
