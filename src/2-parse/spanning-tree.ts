import { chuLiuEdmonds, NEVER } from './chu-liu-edmonds.ts';

/** A tree must have one root: this many of the best candidates are tried. */
const ROOT_CANDIDATES = 4;

/**
 * Heads of the maximum spanning tree with a single root (Chu & Liu 1965, Edmonds 1967; one root by trying the best
 * candidates). `scores` holds a row a word: column 0 the root, column j the word j - 1; greater is better.
 * Gives a head for each word in the same numbering, 0 for the root.
 */
export function spanningTree(scores: Float64Array, words: number): Int32Array {
  const size = words + 1;
  const greedy = greedyHeads(scores, words);
  if (isTree(greedy)) return greedy;
  const square = new Float64Array(size * size).fill(NEVER);
  for (let word = 1; word < size; word++) {
    for (let head = 0; head < size; head++) {
      if (head !== word) square[word * size + head] = scores[(word - 1) * size + head] ?? NEVER;
    }
  }
  let best = greedy;
  let bestScore = -Infinity;
  for (const root of rootCandidates(scores, words)) {
    const rooted = square.slice();
    for (let word = 1; word < size; word++) if (word !== root) rooted[word * size] = NEVER;
    const heads = chuLiuEdmonds(rooted, size);
    let score = 0;
    for (let word = 1; word < size; word++) score += rooted[word * size + (heads[word] ?? 0)] ?? NEVER;
    if (score > bestScore) {
      bestScore = score;
      best = heads.slice(1);
    }
  }
  return best;
}

/** Log-softmax of each word's row of arc scores, a word as its own head left out. */
export function arcLogProbabilities(arcs: ArrayLike<number>, words: number): Float64Array {
  const size = words + 1;
  const out = new Float64Array(words * size);
  for (let word = 0; word < words; word++) {
    const row = word * size;
    let max = -Infinity;
    for (let head = 0; head < size; head++) if (head !== word + 1) max = Math.max(max, arcs[row + head] ?? NEVER);
    let sum = 0;
    for (let head = 0; head < size; head++) if (head !== word + 1) sum += Math.exp((arcs[row + head] ?? NEVER) - max);
    const norm = max + Math.log(sum);
    for (let head = 0; head < size; head++) out[row + head] = head === word + 1 ? NEVER : (arcs[row + head] ?? NEVER) - norm;
  }
  return out;
}

function greedyHeads(scores: Float64Array, words: number): Int32Array {
  const size = words + 1;
  const heads = new Int32Array(words);
  for (let word = 0; word < words; word++) {
    let best = -Infinity;
    for (let head = 0; head < size; head++) {
      const score = scores[word * size + head] ?? NEVER;
      if (head !== word + 1 && score > best) {
        best = score;
        heads[word] = head;
      }
    }
  }
  return heads;
}

function isTree(heads: Int32Array): boolean {
  const reaches = new Uint8Array(heads.length + 1);
  reaches[0] = 1;
  let roots = 0;
  for (let word = 1; word <= heads.length; word++) {
    if (heads[word - 1] === 0) roots++;
    const path: number[] = [];
    let at = word;
    while (!reaches[at]) {
      if (path.length > heads.length) return false;
      path.push(at);
      at = heads[at - 1] ?? 0;
    }
    for (const step of path) reaches[step] = 1;
  }
  return roots === 1;
}

function rootCandidates(scores: Float64Array, words: number): readonly number[] {
  const order = Array.from({ length: words }, (_, word) => word + 1);
  const asRoot = (word: number): number => scores[(word - 1) * (words + 1)] ?? NEVER;
  return order.sort((a, b) => asRoot(b) - asRoot(a) || a - b).slice(0, ROOT_CANDIDATES);
}
