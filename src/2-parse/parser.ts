import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DragomanError } from '../errors.ts';
import type { ParsedStory } from '../model/parsed-story.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import type { Story } from '../model/story.ts';
import { Lemmatiser } from './lemmas.ts';
import { cutLong } from './long-sentences.ts';
import { modelFolder, readLabels, type Labels } from './model-files.ts';
import { RelationHead } from './relation-head.ts';
import { sentenceSpans } from './sentences.ts';
import { Session, type RuntimeName, type Scores, type SessionOptions } from './session.ts';
import { SpanDecoder } from './span-viterbi.ts';
import { arcLogProbabilities, spanningTree } from './spanning-tree.ts';
import { repairTree } from './repair.ts';
import { triggerVerbs } from '../lexicon/triggers.ts';
import type { WordSpan } from './tokens.ts';
import { WordPiece } from './wordpiece.ts';

export interface ParserOptions extends SessionOptions {
  /** Folder with `parser.int8.onnx`, `labels.json` and `vocab.txt`; the package's own where not given. */
  readonly modelFolder?: string;
}

/** What the model says of a sentence's words, before they have places in a story. */
export type Analysis = Pick<Sentence, 'tokens' | 'spans' | 'pairs'>;

/** The language model at work. It may be shared: calls do not disturb each other. */
export interface Parser {
  /** "native" or, where that has no build for the platform, "wasm". */
  readonly runtime: RuntimeName;
  /** Sentences, tokens, tree and named spans of a story; offsets are into `story.text`. */
  parse(story: Story): Promise<ParsedStory>;
  /** The same, a sentence at a time. */
  sentences(text: string): AsyncGenerator<Sentence, void, undefined>;
  /** Parses words that are given, as from a treebank; their offsets are those in the words joined by spaces. */
  parseWords(words: readonly string[]): Promise<Analysis>;
  /** Frees the model; the parser is of no use afterwards. */
  dispose(): Promise<void>;
}

/** Loads the model. Throws DragomanError E_MODEL where a file of it is missing or broken. */
export async function createParser(options: ParserOptions = {}): Promise<Parser> {
  try {
    const folder = options.modelFolder ?? modelFolder();
    const labels = readLabels(folder);
    const pieces = new WordPiece(readFileSync(path.join(folder, 'vocab.txt'), 'utf8'));
    return new ModelParser(await Session.load(folder, options), labels, pieces, RelationHead.load(folder));
  } catch (cause) {
    throw new DragomanError('E_MODEL', { why: cause instanceof Error ? cause.message : String(cause) }, { cause });
  }
}

class ModelParser implements Parser {
  private readonly session: Session;
  private readonly labels: Labels;
  private readonly pieces: WordPiece;
  private readonly spanDecoder: SpanDecoder;
  private readonly lemmatiser: Lemmatiser;
  private readonly relationHead: RelationHead;

  constructor(session: Session, labels: Labels, pieces: WordPiece, relationHead: RelationHead) {
    this.relationHead = relationHead;
    this.session = session;
    this.labels = labels;
    this.pieces = pieces;
    this.spanDecoder = new SpanDecoder(labels.ner);
    const verbs = triggerVerbs();
    this.lemmatiser = new Lemmatiser((word) => pieces.isWord(word) || verbs.has(word));
  }

  get runtime(): RuntimeName {
    return this.session.runtimeName;
  }

  async parse(story: Story): Promise<ParsedStory> {
    const sentences: Sentence[] = [];
    for await (const sentence of this.sentences(story.text)) sentences.push(sentence);
    return { story, sentences };
  }

  async *sentences(text: string): AsyncGenerator<Sentence, void, undefined> {
    let index = 0;
    for (const { paragraph, words } of sentenceSpans(text)) {
      for (const spans of cutLong(text, words, this.pieces)) {
        const start = spans[0]?.start ?? 0;
        const end = spans.at(-1)?.end ?? start;
        const analysis = await this.analyse(spans.map((span) => text.slice(span.start, span.end)), spans);
        yield { index: index++, start, end, text: text.slice(start, end), paragraph, ...analysis };
      }
    }
  }

  async parseWords(words: readonly string[]): Promise<Analysis> {
    let at = 0;
    const spans = words.map((word) => {
      const start = at;
      at += word.length + 1;
      return { start, end: start + word.length };
    });
    return this.analyse(words, spans);
  }

  async dispose(): Promise<void> {
    await this.session.dispose();
  }

  private async analyse(words: readonly string[], spans: readonly WordSpan[]): Promise<Analysis> {
    const scores = await this.session.score(this.pieces.encode(words));
    const tokens = repairTree(this.tokens(words, spans, scores));
    const named = this.spanDecoder.decode(scores.ner, words.length);
    return { tokens, spans: named, ...(scores.relation ? { pairs: this.relationHead.scorer(scores.relation, tokens) } : {}) };
  }

  private tokens(words: readonly string[], spans: readonly WordSpan[], scores: Scores): readonly Token[] {
    const { upos, xpos, feats, lr, rel } = this.labels;
    const size = words.length + 1;
    const inCapitals = isInCapitals(words);
    const heads = spanningTree(arcLogProbabilities(scores.arc, words.length), words.length);
    return words.map((text, index) => {
      const head = heads[index] ?? 0;
      const tag = upos[scores.upos[index] ?? 0] ?? 'X';
      const penn = xpos[scores.xpos[index] ?? 0] ?? 'FW';
      return {
        index,
        start: spans[index]?.start ?? 0,
        end: spans[index]?.end ?? 0,
        text,
        lemma: this.lemmatiser.lemma({ text, upos: tag, xpos: penn, rule: lr[scores.lemma[index] ?? 0] ?? '?', inCapitals }),
        upos: tag,
        xpos: penn,
        feats: feats[scores.feats[index] ?? 0] ?? '_',
        head: head - 1,
        deprel: relation(head, rel[scores.rel[index * size + head] ?? 0]),
      };
    });
  }
}

/** "root" for the root and for it alone. */
function relation(head: number, best: string | undefined): string {
  if (head === 0) return 'root';
  return best === undefined || best === 'root' ? 'dep' : best;
}

/** True for a heading or shout in capitals: more than half of the words of two letters or more. */
function isInCapitals(words: readonly string[]): boolean {
  const long = words.filter((word) => /\p{L}{2}/u.test(word));
  return 2 * long.filter((word) => word === word.toUpperCase()).length > long.length;
}
