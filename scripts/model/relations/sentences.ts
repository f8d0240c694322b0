// The sentences of annotations.jsonl as the network takes them, one JSON object a line on stdout:
//   tsx scripts/model/relations/sentences.ts STORIES… > sentences.jsonl
// STORIES hold the annotated texts (VOA sentences of the Groningen Meaning Bank, Wikinews), under the ids that the annotations name.
import { readFileSync } from 'node:fs';
import { createParser, readStories } from '../../../src/index.ts';
import { modelFolder } from '../../../src/2-parse/model-files.ts';
import { WordPiece } from '../../../src/2-parse/wordpiece.ts';
import { lesson } from './lesson.ts';

interface Annotation {
  readonly story: string;
  readonly start: number;
  readonly end: number;
  /** Start, end and start of the head word within the sentence, node type, form, and which entities of the sentence it stands for. */
  readonly mentions: readonly (readonly [start: number, end: number, head: number, type: string, form: string, entities: readonly number[]])[];
  /** Indices of mentions; a type with "-" is negated; where a rule reads it too, the start of the word that names it. */
  readonly edges: readonly (readonly [source: number, type: string, target: number, trigger?: number])[];
}

const lines = readFileSync(new URL('annotations.jsonl', import.meta.url), 'utf8').split('\n').filter(Boolean);
const byStory = new Map<string, Annotation[]>();
for (const annotation of lines.map((line) => JSON.parse(line) as Annotation)) byStory.set(annotation.story, [...(byStory.get(annotation.story) ?? []), annotation]);
const pieces = new WordPiece(readFileSync(`${modelFolder()}/vocab.txt`, 'utf8'));
const parser = await createParser();

for await (const story of readStories(process.argv.slice(2), { onNotice: ({ error }) => process.stderr.write(`${error.message}\n`) })) {
  const annotations = byStory.get(story.id);
  if (!annotations) continue;
  for await (const { start, end, tokens } of parser.sentences(story.text)) {
    const annotation = annotations.find((one) => one.start === start && one.end === end);
    if (!annotation) continue;
    const tokenAt = (place: number): number => tokens.findIndex((token) => token.end > start + place);
    process.stdout.write(`${lesson(pieces, story.id, tokens,
      annotation.mentions.map(([, , head, type, form, entities]) => ({ token: tokenAt(head), type, form, entities })),
      annotation.edges.map(([source, type, target, trigger]) => [source, type.replace('-', ''), target, trigger === undefined ? -1 : tokenAt(trigger)]))}\n`);
  }
}
await parser.dispose();
