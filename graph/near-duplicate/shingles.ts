/** Words of a shingle: few enough that an edit spoils little, many enough that common phrases do not agree. */
const LENGTH = 3;

/** The words of a text in lower case, without marks. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Hashes (32 bits) of all runs of three words, each once; of a shorter text, one of the whole. The w-shingling of Broder,
 * "On the resemblance and containment of documents" (1997).
 */
export function shingles(text: string): Set<number> {
  const words = wordsOf(text).map(hashWord);
  const out = new Set<number>();
  if (words.length > 0 && words.length < LENGTH) out.add(join(words));
  for (let at = 0; at + LENGTH <= words.length; at++) out.add(join(words.slice(at, at + LENGTH)));
  return out;
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function join(hashes: readonly number[]): number {
  return mix(hashes.reduce((hash, word) => Math.imul(hash, 31) + word, hashes.length));
}

/** The finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
export function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
