import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PairEnd, PairQuestion, PairReading, PairScorer } from '../model/pair-scorer.ts';
import type { Token } from '../model/sentence.ts';
import type { EdgeType } from '../model/vocabulary.ts';
import { hangingOf, pairPath, type Hanging, type PairPath } from './pair-path.ts';

/** What the head knows of a pair beside the words. */
const FEATURES = ['sourceType', 'targetType', 'sourceForm', 'targetForm', 'distance', 'sourceCase', 'targetCase', 'length', 'step'] as const;
type Feature = (typeof FEATURES)[number];

/** `relation-head.json`: what `scripts/model/train.py` learned beside the network's own weights. */
export interface HeadFile {
  readonly types: readonly EdgeType[];
  readonly nodeTypes: readonly string[];
  readonly forms: readonly string[];
  /** Dependency relations without subtype, and prepositions, in the order of their rows. */
  readonly relations: readonly string[];
  readonly cases: readonly string[];
  /** Width of what is asked of the words, and of what is read from them. */
  readonly query: number;
  readonly hidden: number;
  /** For each feature rows of query + hidden numbers. */
  readonly features: Readonly<Record<Feature, readonly (readonly number[])[]>>;
  /** types × hidden. */
  readonly weight: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

/** As in training: steps of the path that count at each end, the longest path, the farthest distance in powers of two. */
const STEPS = 4;
const LONGEST = 7;
const FARTHEST = 5;

/**
 * The last step of the relation model: of two mentions in a sentence, which relations the sentence states between them.
 * The network gives six vectors a word: as source and target of a question, as one who is asked, as source and target of the
 * answer, and what it answers. A pair asks all words (attention, Vaswani et al. 2017) and the relation is read from their answers.
 */
export class RelationHead {
  private readonly file: HeadFile;
  private readonly rows: Readonly<Record<Feature, readonly Float64Array[]>>;
  private readonly weight: readonly Float64Array[];

  constructor(file: HeadFile) {
    // Doubles: V8 reckons in them, and would turn each single one into a double each time.
    const packed = (name: Feature): readonly Float64Array[] => file.features[name].map((row) => Float64Array.from(row));
    this.file = file;
    this.rows = Object.fromEntries(FEATURES.map((name) => [name, packed(name)])) as Record<Feature, readonly Float64Array[]>;
    this.weight = file.weight.map((row) => Float64Array.from(row));
  }

  /** Throws where `relation-head.json` is missing or broken. */
  static load(folder: string): RelationHead {
    return new RelationHead(JSON.parse(readFileSync(path.join(folder, 'relation-head.json'), 'utf8')) as HeadFile);
  }

  /** @param words what the network gives for the sentence: 3 × (query + hidden) numbers a word */
  scorer(words: Float32Array, tokens: readonly Token[]): PairScorer {
    return new SentencePairs(this, words, tokens);
  }

  /** What a mention brings into every pair in which it is that end: its word's own vectors and its features. */
  end(side: 'source' | 'target', words: Float64Array, { token, type, form }: PairEnd, preposition: string | undefined): Float64Array {
    const { nodeTypes, forms, cases, query, hidden } = this.file;
    const [asking, reading] = side === 'source' ? [0, 3 * query] : [query, 3 * query + hidden];
    const row = token * 3 * (query + hidden);
    const sum = new Float64Array(query + hidden);
    sum.set(words.subarray(row + asking, row + asking + query));
    sum.set(words.subarray(row + reading, row + reading + hidden), query);
    const rowOfCase = preposition === undefined ? 0 : orLast(cases.indexOf(preposition), cases.length) + 1;
    add(sum, this.rows[`${side}Type`][orLast(nodeTypes.indexOf(type), nodeTypes.length)]);
    add(sum, this.rows[`${side}Form`][forms.indexOf(form)]);
    add(sum, this.rows[`${side}Case`][rowOfCase]);
    return sum;
  }

  /** What lies between two words: adds it to the sum of their ends. @param relations rows of the words' relations */
  between(sum: Float64Array, relations: Int32Array, distance: number, { up, down }: PairPath): void {
    const { distance: distances, length, step } = this.rows;
    add(sum, distances[FARTHEST + Math.sign(distance) * Math.min(FARTHEST, Math.floor(Math.log2(Math.abs(distance) + 1)))]);
    add(sum, length[Math.min(LONGEST, up.length + down.length)]);
    for (const [isDown, path] of [up, down].entries()) {
      for (let place = 0; place < Math.min(STEPS, path.length); place++) add(sum, step[4 * (relations[path[place] ?? 0] ?? 0) + (place ? 2 : 0) + isDown]);
    }
  }

  /** The row of a dependency relation; an unknown one counts as the first, as in training. */
  relationRow(deprel: string): number {
    const colon = deprel.indexOf(':');
    return Math.max(0, this.file.relations.indexOf(colon < 0 ? deprel : deprel.slice(0, colon)));
  }

  /** @param sum what both ends and the path bring */
  read(words: Float64Array, count: number, sum: Float64Array, { least, types: asked }: PairQuestion): readonly PairReading[] {
    const { query, hidden, types, bias } = this.file;
    const width = 3 * (query + hidden);
    for (let i = 0; i < query; i++) sum[i] = Math.tanh(at(sum, i));
    const attention = this.attend(words, count, sum);
    const read = sum.slice(query);
    for (let word = 0; word < count; word++) {
      const share = at(attention, word);
      // What gets no attention answers nothing; most words get none.
      if (share < 1e-4) continue;
      const row = word * width + 3 * query + 2 * hidden;
      for (let i = 0; i < hidden; i++) read[i] = at(read, i) + share * at(words, row + i);
    }
    for (let i = 0; i < hidden; i++) read[i] = gelu(at(read, i));
    const out: PairReading[] = [];
    for (let index = 0; index < types.length; index++) {
      const [type, weight] = [types[index], this.weight[index]];
      if (!type || !weight || !asked.has(type)) continue;
      const probability = 1 / (1 + Math.exp(-dot(read, weight, 0, hidden) - (bias[index] ?? 0)));
      if (probability >= least) out.push({ type, probability, trigger: attention.indexOf(Math.max(...attention)) });
    }
    return out;
  }

  /** How much each word counts for what is asked: sums to 1. */
  private attend(words: Float64Array, count: number, asked: Float64Array): Float64Array {
    const { query, hidden } = this.file;
    const scores = new Float64Array(count);
    let highest = -Infinity;
    for (let word = 0; word < count; word++) {
      scores[word] = (2 * dot(asked, words, word * 3 * (query + hidden) + 2 * query, query)) / Math.sqrt(query);
      highest = Math.max(highest, at(scores, word));
    }
    let total = 0;
    for (let word = 0; word < count; word++) total += scores[word] = Math.exp(at(scores, word) - highest);
    for (let word = 0; word < count; word++) scores[word] = at(scores, word) / total;
    return scores;
  }
}

/** The head over one sentence: what concerns one mention is computed once for all its pairs. */
class SentencePairs implements PairScorer {
  readonly #head: RelationHead;
  readonly #single: Float32Array;
  readonly #tokens: readonly Token[];
  readonly #hangings = new Map<number, Hanging>();
  readonly #ends = new Map<string, Float64Array>();
  #relations: Int32Array | undefined;
  #doubles: Float64Array | undefined;

  constructor(head: RelationHead, words: Float32Array, tokens: readonly Token[]) {
    this.#head = head;
    this.#single = words;
    this.#tokens = tokens;
  }

  read(source: PairEnd, target: PairEnd, question: PairQuestion): readonly PairReading[] {
    const sum = this.#end('source', source).slice();
    add(sum, this.#end('target', target));
    this.#relations ??= Int32Array.from(this.#tokens, ({ deprel }) => this.#head.relationRow(deprel));
    this.#head.between(sum, this.#relations, target.token - source.token, pairPath(this.#hanging(source.token), this.#hanging(target.token)));
    return this.#head.read(this.#words, this.#tokens.length, sum, question);
  }

  /** Many sentences are asked nothing. */
  get #words(): Float64Array {
    return (this.#doubles ??= Float64Array.from(this.#single));
  }

  #end(side: 'source' | 'target', end: PairEnd): Float64Array {
    const key = `${side} ${end.token} ${end.type} ${end.form}`;
    let found = this.#ends.get(key);
    if (!found) this.#ends.set(key, (found = this.#head.end(side, this.#words, end, this.#hanging(end.token).preposition)));
    return found;
  }

  #hanging(index: number): Hanging {
    let found = this.#hangings.get(index);
    if (!found) this.#hangings.set(index, (found = hangingOf(this.#tokens, index)));
    return found;
  }
}

function add(sum: Float64Array, row: Float64Array | undefined): void {
  if (row) for (let i = 0; i < row.length; i++) sum[i] = at(sum, i) + at(row, i);
}

/** Within bounds by construction; asked some ten thousand times a sentence. */
const at = (values: Float64Array, index: number): number => values[index] as number;
const orLast = (index: number, last: number): number => (index < 0 ? last : index);

/** Of a vector and a stretch of another; four sums at a time, so that none waits for the one before. */
function dot(a: Float64Array, b: Float64Array, from: number, length: number): number {
  let [s, t, u, v] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < length; i += 4) {
    s += at(a, i) * at(b, from + i);
    t += at(a, i + 1) * at(b, from + i + 1);
    u += at(a, i + 2) * at(b, from + i + 2);
    v += at(a, i + 3) * at(b, from + i + 3);
  }
  for (; i < length; i++) s += at(a, i) * at(b, from + i);
  return s + t + (u + v);
}

/** Gaussian error linear unit, its error function after Abramowitz and Stegun 7.1.26 (error below 1.5e-7). */
function gelu(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * z);
  const erf = 1 - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-z * z);
  return 0.5 * x * (1 + (x < 0 ? -erf : erf));
}
