import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PairEnd, PairReading, PairScorer } from '../model/pair-scorer.ts';
import type { Token } from '../model/sentence.ts';
import type { EdgeType } from '../model/vocabulary.ts';
import { hangingOf, pairPath, type Hanging } from './pair-path.ts';

/** What the head knows of a pair beside the words. */
const FEATURES = ['sourceType', 'targetType', 'sourceForm', 'targetForm', 'distance', 'sourceCase', 'targetCase', 'length', 'step'] as const;
type Feature = (typeof FEATURES)[number];

/** `relation-head.json`: what `scripts/model/relations/train.py` learned beside the network's own weights. */
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
  private readonly rows: Readonly<Record<Feature, readonly Float32Array[]>>;
  private readonly weight: readonly Float32Array[];

  constructor(file: HeadFile) {
    const packed = (name: Feature): readonly Float32Array[] => file.features[name].map((row) => Float32Array.from(row));
    this.file = file;
    this.rows = Object.fromEntries(FEATURES.map((name) => [name, packed(name)])) as Record<Feature, readonly Float32Array[]>;
    this.weight = file.weight.map((row) => Float32Array.from(row));
  }

  /** Throws where `relation-head.json` is missing or broken. */
  static load(folder: string): RelationHead {
    return new RelationHead(JSON.parse(readFileSync(path.join(folder, 'relation-head.json'), 'utf8')) as HeadFile);
  }

  /** @param words what the network gives for the sentence: 3 × (query + hidden) numbers a word */
  scorer(words: Float32Array, tokens: readonly Token[]): PairScorer {
    return new SentencePairs(this, words, tokens);
  }

  read(words: Float32Array, count: number, source: PairEnd, target: PairEnd, added: Float32Array, least: number): readonly PairReading[] {
    const { query, hidden, types, bias } = this.file;
    const width = 3 * (query + hidden);
    const [from, to] = [source.token * width, target.token * width];
    const asked = new Float32Array(query);
    for (let i = 0; i < query; i++) asked[i] = Math.tanh(at(words, from + i) + at(words, to + query + i) + at(added, i));
    const attention = this.attend(words, count, asked);
    const read = new Float32Array(hidden);
    for (let i = 0; i < hidden; i++) read[i] = at(words, from + 3 * query + i) + at(words, to + 3 * query + hidden + i) + at(added, query + i);
    for (let word = 0; word < count; word++) {
      const [share, row] = [at(attention, word), word * width + 3 * query + 2 * hidden];
      for (let i = 0; i < hidden; i++) read[i] = at(read, i) + share * at(words, row + i);
    }
    for (let i = 0; i < hidden; i++) read[i] = gelu(at(read, i));
    const out: PairReading[] = [];
    types.forEach((type, index) => {
      const probability = 1 / (1 + Math.exp(-dot(this.weight[index], read) - (bias[index] ?? 0)));
      if (probability >= least) out.push({ type, probability, trigger: attention.indexOf(Math.max(...attention)) });
    });
    return out;
  }

  /** How much each word counts for what is asked: sums to 1. */
  private attend(words: Float32Array, count: number, asked: Float32Array): Float32Array {
    const { query, hidden } = this.file;
    const scores = new Float32Array(count);
    for (let word = 0; word < count; word++) {
      const row = word * 3 * (query + hidden) + 2 * query;
      let sum = 0;
      for (let i = 0; i < query; i++) sum += at(asked, i) * at(words, row + i);
      scores[word] = (2 * sum) / Math.sqrt(query);
    }
    const highest = Math.max(...scores);
    let total = 0;
    for (let word = 0; word < count; word++) total += scores[word] = Math.exp(at(scores, word) - highest);
    return scores.map((score) => score / total);
  }

  /** The sum of a pair's feature rows. */
  features(tokens: readonly Token[], source: PairEnd, target: PairEnd, hanging: (index: number) => Hanging): Float32Array {
    const { nodeTypes, forms, relations, query, hidden } = this.file;
    const sum = new Float32Array(query + hidden);
    const add = (name: Feature, index: number): void => {
      const row = this.rows[name][index];
      if (row) for (let i = 0; i < sum.length; i++) sum[i] = at(sum, i) + at(row, i);
    };
    const [from, to] = [hanging(source.token), hanging(target.token)];
    const { up, down } = pairPath(from, to);
    const distance = target.token - source.token;
    add('sourceType', orLast(nodeTypes.indexOf(source.type), nodeTypes.length));
    add('targetType', orLast(nodeTypes.indexOf(target.type), nodeTypes.length));
    add('sourceForm', forms.indexOf(source.form));
    add('targetForm', forms.indexOf(target.form));
    add('distance', FARTHEST + Math.sign(distance) * Math.min(FARTHEST, Math.floor(Math.log2(Math.abs(distance) + 1))));
    add('sourceCase', this.caseRow(from.preposition));
    add('targetCase', this.caseRow(to.preposition));
    add('length', Math.min(LONGEST, up.length + down.length));
    const step = (index: number, place: number, isDown: number): void => {
      const relation = tokens[index]?.deprel.split(':')[0] ?? '';
      add('step', 4 * Math.max(0, relations.indexOf(relation)) + (place ? 2 : 0) + isDown);
    };
    up.slice(0, STEPS).forEach((index, place) => { step(index, place, 0); });
    down.slice(0, STEPS).forEach((index, place) => { step(index, place, 1); });
    return sum;
  }

  private caseRow(preposition: string | undefined): number {
    return preposition === undefined ? 0 : orLast(this.file.cases.indexOf(preposition), this.file.cases.length) + 1;
  }
}

/** The head over one sentence; how its words hang is looked up once. */
class SentencePairs implements PairScorer {
  readonly #head: RelationHead;
  readonly #words: Float32Array;
  readonly #tokens: readonly Token[];
  readonly #known = new Map<number, Hanging>();

  constructor(head: RelationHead, words: Float32Array, tokens: readonly Token[]) {
    this.#head = head;
    this.#words = words;
    this.#tokens = tokens;
  }

  read(source: PairEnd, target: PairEnd, least: number): readonly PairReading[] {
    const added = this.#head.features(this.#tokens, source, target, (index) => this.#hanging(index));
    return this.#head.read(this.#words, this.#tokens.length, source, target, added, least);
  }

  #hanging(index: number): Hanging {
    let found = this.#known.get(index);
    if (!found) this.#known.set(index, (found = hangingOf(this.#tokens, index)));
    return found;
  }
}

/** Within bounds by construction; asked some ten thousand times a sentence. */
const at = (values: Float32Array, index: number): number => values[index] as number;
const orLast = (index: number, last: number): number => (index < 0 ? last : index);

function dot(a: Float32Array | undefined, b: Float32Array): number {
  let sum = 0;
  if (a) for (let i = 0; i < b.length; i++) sum += at(a, i) * at(b, i);
  return sum;
}

/** Gaussian error linear unit, its error function after Abramowitz and Stegun 7.1.26 (error below 1.5e-7). */
function gelu(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * z);
  const erf = 1 - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-z * z);
  return 0.5 * x * (1 + (x < 0 ? -erf : erf));
}
