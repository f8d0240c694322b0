// Scores the parser against treebanks, on their words as given and on raw text rebuilt from them, as the CoNLL 2018 shared
// task did (words are matched by the characters they cover). Usage: tsx scripts/eval-parse.ts FOLDER [--docs REGEX] [--errors N] [--lemmas N]
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createParser, type Parser } from '../src/2-parse/index.ts';
import type { Sentence, Token } from '../src/model/sentence.ts';
import { readTreebank, type GoldDocument, type GoldWord } from './treebank.ts';

const MEASURES = ['token', 'sentence', 'lemma', 'upos', 'xpos', 'uas', 'las'] as const;
type Measure = (typeof MEASURES)[number];

interface PlacedWord {
  readonly token: Token;
  readonly start: number;
  readonly end: number;
  /** The head's characters as a key, "root" for none. */
  readonly head: string;
}

class Tally {
  gold = 0;
  found = 0;
  readonly right: Record<Measure, number> = { token: 0, sentence: 0, lemma: 0, upos: 0, xpos: 0, uas: 0, las: 0 };
  goldSentences = 0;
  foundSentences = 0;
  readonly wordErrors = new Map<string, number>();
  readonly sentenceErrors: string[] = [];
  readonly lemmaErrors = new Map<string, number>();

  f1(measure: Measure): number {
    const both = measure === 'sentence' ? this.goldSentences + this.foundSentences : this.gold + this.found;
    return both ? (200 * this.right[measure]) / both : 0;
  }
}

function countError(errors: Map<string, number>, what: string): void {
  errors.set(what, (errors.get(what) ?? 0) + 1);
}

function tallyWord(tally: Tally, gold: GoldWord, goldHead: string, word: PlacedWord): void {
  const { token } = word;
  tally.right.token++;
  if (token.upos === gold.upos) tally.right.upos++;
  if (token.xpos === gold.xpos) tally.right.xpos++;
  if (gold.lemma === '_' || token.lemma === gold.lemma) tally.right.lemma++;
  else countError(tally.lemmaErrors, `${gold.form} (${gold.upos}/${token.upos}) ${token.lemma}, gold ${gold.lemma}`);
  if (word.head !== goldHead) return;
  tally.right.uas++;
  if (token.deprel === gold.deprel) tally.right.las++;
}

const keyOf = (word: { readonly start: number; readonly end: number }): string => `${word.start}-${word.end}`;

/** Offsets counted in characters other than white space, as the treebank's are. */
function place(text: string, sentences: readonly Sentence[]): readonly (readonly PlacedWord[])[] {
  const counts = new Int32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) counts[at + 1] = (counts[at] ?? 0) + (/\s/u.test(text[at] ?? '') ? 0 : 1);
  const span = (token: Token): { start: number; end: number } => ({ start: counts[token.start] ?? 0, end: counts[token.end] ?? 0 });
  return sentences.map(({ tokens }) => tokens.map((token) => {
    const head = tokens[token.head];
    return { token, ...span(token), head: head ? keyOf(span(head)) : 'root' };
  }));
}

function scoreRaw(document: GoldDocument, sentences: readonly Sentence[], tally: Tally): void {
  const placed = place(document.text, sentences);
  const words = new Map(placed.flat().map((word) => [keyOf(word), word]));
  tally.found += words.size;
  tally.foundSentences += sentences.length;
  tally.goldSentences += document.sentences.length;
  const borders = new Set(placed.map((row) => `${row[0]?.start}-${row.at(-1)?.end}`));
  const ends = new Set(placed.map((row) => row.at(-1)?.end));
  const goldEnds = new Set(document.sentences.map((row) => row.at(-1)?.end));
  for (const sentence of document.sentences) {
    if (borders.has(`${sentence[0]?.start}-${sentence.at(-1)?.end}`)) tally.right.sentence++;
    const last = sentence.at(-1);
    if (last && !ends.has(last.end)) tally.sentenceErrors.push(`joined after: ${sentence.slice(-8).map((word) => word.form).join(' ')}`);
    for (const gold of sentence) {
      tally.gold++;
      const word = words.get(keyOf(gold));
      const head = sentence[gold.head - 1];
      if (word) tallyWord(tally, gold, head ? keyOf(head) : 'root', word);
      else countError(tally.wordErrors, overlapping(placed, gold, document));
    }
  }
  for (const row of placed) if (!goldEnds.has(row.at(-1)?.end)) tally.sentenceErrors.push(`cut after: ${row.slice(-8).map((word) => word.token.text).join(' ')}`);
}

/** A word that the tokeniser got wrong, beside what it made of it. */
function overlapping(placed: readonly (readonly PlacedWord[])[], gold: GoldWord, document: GoldDocument): string {
  const found = placed.flat().filter((word) => word.start < gold.end && word.end > gold.start);
  const first = found[0]?.start ?? gold.start;
  const last = found.at(-1)?.end ?? gold.end;
  const want = document.sentences.flat().filter((word) => word.start < last && word.end > first);
  return `gold [${want.map((word) => word.form).join(' ')}] found [${found.map((word) => word.token.text).join(' ')}]`;
}

async function scoreGiven(parser: Parser, document: GoldDocument, tally: Tally): Promise<void> {
  for (const sentence of document.sentences) {
    const { tokens } = await parser.parseWords(sentence.map((word) => word.form));
    tokens.forEach((token, index) => {
      const gold = sentence[index];
      if (!gold) return;
      tally.gold++;
      tally.found++;
      tallyWord(tally, gold, String(gold.head), { token, start: 0, end: 0, head: String(token.head + 1) });
    });
  }
}

function printErrors(title: string, errors: Map<string, number>, most: number): void {
  if (!most) return;
  const rows = [...errors].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most);
  process.stdout.write(`${title}\n${rows.map(([what, count]) => `  ${count} ${what}\n`).join('')}`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { docs: { type: 'string' }, errors: { type: 'string', default: '0' }, lemmas: { type: 'string', default: '0' } },
});
const folder = positionals[0];
if (!folder) {
  process.stderr.write('usage: tsx scripts/eval-parse.ts FOLDER [--docs REGEX] [--errors N] [--lemmas N]\n');
  process.exit(2);
}
const parser = await createParser();
process.stdout.write(`${'treebank'.padEnd(24)}${MEASURES.map((name) => name.padStart(9)).join('')}    words\n`);
for (const file of readdirSync(folder).filter((name) => name.endsWith('.conllu')).sort()) {
  const documents = readTreebank(path.join(folder, file)).filter(({ id }) => !values.docs || new RegExp(values.docs, 'u').test(id));
  const raw = new Tally();
  const given = new Tally();
  for (const document of documents) {
    const { sentences } = await parser.parse({ id: document.id, text: document.text, source: file, sha256: '' });
    scoreRaw(document, sentences, raw);
    await scoreGiven(parser, document, given);
  }
  for (const [name, tally] of [['raw', raw], ['given', given]] as const) {
    const figures = MEASURES.map((measure) => (tally === given && measure === 'sentence' ? '-' : tally.f1(measure).toFixed(2)).padStart(9));
    process.stdout.write(`${`${path.basename(file, '.conllu')} ${name}`.padEnd(24)}${figures.join('')} ${String(tally.gold).padStart(8)}\n`);
  }
  printErrors('words', raw.wordErrors, Number(values.errors));
  printErrors('lemmas', given.lemmaErrors, Number(values.lemmas));
  if (Number(values.errors)) process.stdout.write(`sentences\n${raw.sentenceErrors.slice(0, Number(values.errors)).map((line) => `  ${line}\n`).join('')}`);
}
await parser.dispose();
