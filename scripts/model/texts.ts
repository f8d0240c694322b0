// Further sentences for train.py, without annotations, one JSON object a line on stdout:
//   tsx scripts/model/texts.ts FILES… > words.jsonl
// FILES are treebanks (.conllu) and anything else that `dragoman build` reads.
import { readFileSync } from 'node:fs';
import { sentenceSpans } from '../../src/2-parse/index.ts';
import { modelFolder } from '../../src/2-parse/model-files.ts';
import { WordPiece } from '../../src/2-parse/wordpiece.ts';
import { readStories } from '../../src/index.ts';

/** Words of a sentence that are worth a lesson; longer ones would cost the most and are rare. */
const [FEWEST, MOST] = [3, 70];

const pieces = new WordPiece(readFileSync(`${modelFolder()}/vocab.txt`, 'utf8'));

function write(words: readonly string[]): void {
  if (words.length >= FEWEST && words.length <= MOST) process.stdout.write(`${JSON.stringify(pieces.encode(words))}\n`);
}

/** The syntactic words of each sentence: neither multiword tokens ("3-4") nor empty nodes ("3.1"). */
function* treebankSentences(text: string): Generator<readonly string[]> {
  for (const block of text.split(/\n\n+/)) yield block.split('\n').filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t')[1] ?? '');
}

const paths = process.argv.slice(2);
for (const path of paths.filter((one) => one.endsWith('.conllu'))) for (const words of treebankSentences(readFileSync(path, 'utf8'))) write(words);
const stories = paths.filter((one) => !one.endsWith('.conllu'));
if (stories.length) {
  for await (const { text } of readStories(stories, { onNotice: ({ error }) => process.stderr.write(`${error.message}\n`) })) {
    for (const { words } of sentenceSpans(text)) write(words.map(({ start, end }) => text.slice(start, end)));
  }
}
