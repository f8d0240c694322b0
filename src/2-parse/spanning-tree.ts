/** A tree must have one root: this many of the best candidates are tried. */
const ROOT_CANDIDATES = 4;
const NEVER = -1e9;

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

/** Heads of the best arborescence out of node 0; `scores[i * size + j]` is that of j as the head of i. */
function chuLiuEdmonds(scores: Float64Array, size: number): Int32Array {
  const heads = bestHeads(scores, size);
  const cycle = findCycle(heads);
  if (!cycle) return heads;
  const inCycle = new Uint8Array(size);
  for (const node of cycle) inCycle[node] = 1;
  const rest: number[] = [];
  for (let node = 0; node < size; node++) if (!inCycle[node]) rest.push(node);
  const contracted = contract(scores, size, heads, cycle, rest);
  const solved = chuLiuEdmonds(contracted.scores, rest.length + 1);
  const out = heads.slice();
  rest.forEach((node, place) => {
    const head = solved[place] ?? 0;
    if (node !== 0) out[node] = head === rest.length ? (contracted.leave[place] ?? 0) : (rest[head] ?? 0);
  });
  const into = solved[rest.length] ?? 0;
  out[contracted.enter[into] ?? 0] = rest[into] ?? 0;
  return out;
}

function bestHeads(scores: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  for (let node = 1; node < size; node++) {
    let best = -Infinity;
    for (let head = 0; head < size; head++) {
      const score = scores[node * size + head] ?? NEVER;
      if (head !== node && score > best) {
        best = score;
        heads[node] = head;
      }
    }
  }
  return heads;
}

function findCycle(heads: Int32Array): readonly number[] | undefined {
  const state = new Uint8Array(heads.length);
  state[0] = 2;
  for (let node = 1; node < heads.length; node++) {
    const path: number[] = [];
    let at = node;
    while (state[at] === 0) {
      state[at] = 1;
      path.push(at);
      at = heads[at] ?? 0;
    }
    if (state[at] === 1) return path.slice(path.indexOf(at));
    for (const step of path) state[step] = 2;
  }
  return undefined;
}

interface Contraction {
  /** The graph with the cycle as its last node. */
  readonly scores: Float64Array;
  /** For each other node: the cycle's node that would be its head. */
  readonly leave: Int32Array;
  /** For each other node: the cycle's node that it would head. */
  readonly enter: Int32Array;
}

function contract(scores: Float64Array, size: number, heads: Int32Array, cycle: readonly number[], rest: readonly number[]): Contraction {
  const small = rest.length + 1;
  const out = new Float64Array(small * small).fill(NEVER);
  const leave = new Int32Array(small);
  const enter = new Int32Array(small);
  const at = (node: number, head: number): number => scores[node * size + head] ?? NEVER;
  const within = cycle.reduce((sum, node) => sum + at(node, heads[node] ?? 0), 0);
  rest.forEach((node, place) => {
    rest.forEach((head, headPlace) => {
      if (node !== head) out[place * small + headPlace] = at(node, head);
    });
    let bestLeave = -Infinity;
    let bestEnter = -Infinity;
    for (const member of cycle) {
      const leaving = at(node, member);
      if (leaving > bestLeave) {
        bestLeave = leaving;
        leave[place] = member;
      }
      const entering = at(member, node) - at(member, heads[member] ?? 0);
      if (entering > bestEnter) {
        bestEnter = entering;
        enter[place] = member;
      }
    }
    if (node !== 0) out[place * small + rest.length] = bestLeave;
    out[rest.length * small + place] = bestEnter + within;
  });
  return { scores: out, leave, enter };
}
