// The sentences of written.jsonl as the network takes them, one JSON object a line on stdout:
//   tsx scripts/model/relations/written.ts >> sentences.jsonl
// They were written for this project, and what they tell is invented. A relation names the words of its ends; here they are looked for
// among the mentions that the phases find. An end that no phase finds cannot be asked about: such relations are counted on stderr.
import { readFileSync } from 'node:fs';
import { createParser } from '../../../src/index.ts';
import { relate } from '../../../src/6-relate/index.ts';
import { modelFolder } from '../../../src/2-parse/model-files.ts';
import { WordPiece } from '../../../src/2-parse/wordpiece.ts';
import { link } from '../../../src/extract.ts';
import type { LinkedStory } from '../../../src/model/linked-story.ts';
import type { Mention } from '../../../src/model/mention.ts';
import type { Sentence } from '../../../src/model/sentence.ts';
import { lesson, type LessonEdge } from './lesson.ts';

interface Written {
  readonly text: string;
  readonly relations: readonly (readonly [source: string, type: string, target: string, polarity?: 'negated'])[];
}

/** Where the words stand first as whole words. */
function placeOf(text: string, words: string): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + words.length] ?? ' ')) return at;
  }
  return text.indexOf(words);
}

/** The mention of the words: the one on their head word, else the one that shares most with them. */
function mentionOf(sentence: Sentence, mentions: readonly Mention[], words: string): number {
  const start = placeOf(sentence.text, words) + sentence.start;
  const end = start + words.length;
  const isInside = (token: number): boolean => token >= 0 && sentence.tokens[token]!.start >= start && sentence.tokens[token]!.end <= end;
  const shared = mentions.map((mention) => Math.max(0, Math.min(end, mention.end) - Math.max(start, mention.start)) / (Math.max(end, mention.end) - Math.min(start, mention.start)));
  const heads = sentence.tokens.filter((token) => isInside(token.index) && !isInside(token.head)).map(({ index }) => index);
  const fit = mentions.map((mention, at) => (heads.includes(mention.head) || mention.anchors.some((anchor) => heads.includes(anchor)) ? 1 : 0) + shared[at]!);
  const best = fit.indexOf(Math.max(...fit));
  return fit[best]! >= 0.5 ? best : -1;
}

function* lessons(story: LinkedStory): Generator<{ readonly sentence: Sentence; readonly mentions: readonly Mention[]; readonly entities: readonly string[] }> {
  for (const sentence of story.sentences) {
    const mentions = story.mentions.filter((one) => one.sentence === sentence.index && (story.entitiesOf[one.id] ?? []).length > 0).toSorted((a, b) => a.start - b.start || b.end - a.end);
    yield { sentence, mentions, entities: [...new Set(mentions.flatMap((one) => story.entitiesOf[one.id] ?? []))] };
  }
}

const pieces = new WordPiece(readFileSync(`${modelFolder()}/vocab.txt`, 'utf8'));
const parser = await createParser();
let [found, lost] = [0, 0];
const lines = readFileSync(new URL('written.jsonl', import.meta.url), 'utf8').split('\n').filter(Boolean);
for (const [number, line] of lines.entries()) {
  const { text, relations } = JSON.parse(line) as Written;
  const id = `written:${number}`;
  const story = link(await parser.parse({ id, text, source: 'written.jsonl', sha256: '' }));
  for (const { sentence, mentions, entities } of lessons(story)) {
    const read = relate(story).filter(({ evidence }) => evidence.sentence === sentence.index);
    const edges = relations.filter(([source, , target]) => sentence.text.includes(source) && sentence.text.includes(target)).flatMap(([source, type, target]): LessonEdge[] => {
      const [from, to] = [mentionOf(sentence, mentions, source), mentionOf(sentence, mentions, target)];
      if (from < 0 || to < 0 || from === to) {
        lost++;
        return [];
      }
      found++;
      const keys = (mention: number): readonly string[] => story.entitiesOf[mentions[mention]!.id] ?? [];
      const same = read.find((one) => one.type === type && [one.source, one.target].every((key) => keys(from).includes(key) || keys(to).includes(key)));
      return [[from, type, to, same ? sentence.tokens.findIndex((token) => token.end > same.evidence.trigger.start) : -1]];
    });
    process.stdout.write(`${lesson(pieces, id, sentence.tokens, mentions.map((one) => ({
      token: one.head, type: story.entities.get(story.entitiesOf[one.id]![0]!)!.type, form: one.form, entities: story.entitiesOf[one.id]!.map((key) => entities.indexOf(key)),
    })), edges)}\n`);
  }
}
process.stderr.write(`${lines.length} sentences; ${found} relations, ${lost} more between words of which one is no mention\n`);
await parser.dispose();
