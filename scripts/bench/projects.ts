// Stories a second, memory, and the cost of one more story, through the built command:
//   tsx scripts/bench/projects.ts [STORIES] [--sizes 100,1000] [--workers 1,2]
// STORIES is anything `dragoman add` reads, without it the sample stories. Where a size needs more than there are, further ones
// are put together from their sentences, with other numbers and names in them: few texts are taken for copies of another.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readStories, type Story } from '../../src/index.ts';
import { timed, type Run } from './timed-command.ts';

const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));
const SYLLABLES = ['ba', 'chi', 'da', 'el', 'fo', 'ga', 'hin', 'ka', 'lo', 'mar', 'na', 'or', 'pe', 'ri', 'san', 'tu', 'ul', 'vi', 'wen', 'za'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: 'string', default: '100,1000' }, workers: { type: 'string', default: '1,2' } },
});
const numbers = (list: string): number[] => list.split(',').map(Number);
const write = (line: string): void => { process.stdout.write(`${line}\n`); };

/** Runs the command to its end. */
const command = (folder: string, ...args: readonly string[]): Promise<Run> => timed(process.execPath, [COMMAND, ...args], folder);

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?]["”]?)\s+/);

/** A story as long as another, of sentences from all of them, in which every sixth longer word is another name. */
function mixed(like: Story, pool: readonly string[], seed: number): string {
  const random = randomOf(seed);
  const name = (): string => {
    const word = Array.from({ length: 3 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('');
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  const sentences = sentencesOf(like.text).map(() => pool[Math.floor(random() * pool.length)] ?? '');
  return sentences.join(' ').replace(/\b[a-z]{6,}\b/g, (word) => (random() < 1 / 6 ? name() : word)).replace(/\d+/g, (digits) => String(Number(digits) + Math.floor(random() * 50)));
}

const stories: Story[] = [];
for await (const story of readStories(positionals.length ? positionals : [SAMPLES], { onNotice: () => undefined })) stories.push(story);

const pool = stories.flatMap(({ text }) => sentencesOf(text));

for (const size of numbers(values.sizes)) {
  const records = Array.from({ length: size + 1 }, (_, index) => {
    const story = stories[index % stories.length] as Story;
    return { id: `story-${index}`, text: `${index < stories.length ? story.text : mixed(story, pool, index)}\nIt was report No. ${index} of the year.` };
  });
  const words = records.slice(0, size).reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  for (const workers of numbers(values.workers)) {
    const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
    writeFileSync(join(folder, 'all.jsonl'), records.slice(0, size).map((record) => JSON.stringify(record)).join('\n'));
    writeFileSync(join(folder, 'one.json'), JSON.stringify(records[size]));
    await command(folder, 'init');
    const added = await command(folder, 'add', 'all.jsonl');
    const built = await command(folder, 'build', '--workers', String(workers));
    const again = await command(folder, 'build');
    await command(folder, 'add', 'one.json');
    const more = await command(folder, 'build');
    write(`${size} stories, ${words} words, ${workers} worker${workers === 1 ? '' : 's'}: added in ${added.seconds.toFixed(1)} s; built in ${built.seconds.toFixed(1)} s `
      + `(${(size / built.seconds).toFixed(1)} stories/s, ${(words / built.seconds).toFixed(0)} words/s, ${built.peak} MiB); `
      + `merged again in ${again.seconds.toFixed(1)} s (${again.peak} MiB); with one more story in ${more.seconds.toFixed(1)} s`);
    rmSync(folder, { recursive: true });
  }
}
