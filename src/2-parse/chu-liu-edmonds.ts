/** Score of an arc that may not be; finite, so that sums of it compare. */
export const NEVER = -1e9;

/**
 * Heads of the best arborescence out of node 0 (Chu & Liu 1965, Edmonds 1967): takes each node's best head, folds a cycle
 * into one node, solves the smaller graph and unfolds it. `scores[i * size + j]` is that of j as the head of i.
 */
export function chuLiuEdmonds(scores: Float64Array, size: number): Int32Array {
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
