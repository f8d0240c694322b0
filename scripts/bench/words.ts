// Speed from text to graph on one core: tsx scripts/bench/words.ts [STORIES] [--seconds N]
// STORIES is anything `dragoman build` reads; without it the sample stories are used, many times over, each time with
// other numbers in them, so that no text is skipped as read before.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { layout } from '../../graph/layout.ts';
import { createMerger } from '../../graph/merge.ts';
import { sentenceSpans } from '../../src/2-parse/index.ts';
import { createParser, extract, readStories, type Story } from '../../src/index.ts';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const MIB = 1024 * 1024;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seconds: { type: 'string', default: '30' } } });

const wordsOf = (text: string): number => text.split(/\s+/).length;
/** Words as a treebank counts them, and with it the figures of parsers: "isn't" is two, a comma one. */
function treebankWordsOf(text: string): number {
  let words = 0;
  for (const sentence of sentenceSpans(text)) words += sentence.words.length;
  return words;
}
const megabytes = (bytes: number): string => `${Math.round(bytes / MIB)} MiB`;

async function* stories(): AsyncGenerator<Story> {
  const inputs = positionals.length ? positionals : [SAMPLES];
  const read = readStories(inputs, { onNotice: ({ error }) => process.stderr.write(`${error.message}\n`) });
  if (positionals.length) return yield* read;
  const own: Story[] = [];
  for await (const story of read) own.push(story);
  for (let round = 0; ; round++) {
    for (const story of own) yield { ...story, id: `${story.id}-${round}`, sha256: `${story.sha256}-${round}`, text: `${story.text}\nIt was report No. ${round * 37 + 11} of the year.` };
  }
}

/** Milliseconds of one whole run of the built command on one short story. */
function commandTime(): number | undefined {
  if (!existsSync(COMMAND)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
  const started = performance.now();
  execFileSync(process.execPath, [COMMAND, 'build', '-', '-o', join(folder, 'graph.json')], { input: 'Norway praised Kenya in a statement on Tuesday.', stdio: 'pipe' });
  const took = performance.now() - started;
  rmSync(folder, { recursive: true });
  return took;
}

const command = commandTime();
const beforeLoad = performance.now();
const parser = await createParser();
await extract('Norway praised Kenya.', { parser });
const loaded = performance.now() - beforeLoad;

const merger = createMerger();
let words = 0;
let count = 0;
const read: string[] = [];
const cpu = process.cpuUsage();
const start = performance.now();
for await (const story of stories()) {
  merger.add(await extract(story, { parser }));
  words += wordsOf(story.text);
  read.push(story.text);
  count++;
  if (performance.now() - start > Number(values.seconds) * 1000) break;
}
const extracted = performance.now() - start;
const used = process.cpuUsage(cpu);
const graph = merger.build();
layout(graph);
const total = performance.now() - start;
await parser.dispose();

const write = (line: string): void => { process.stdout.write(`${line}\n`); };
if (command !== undefined) write(`the whole command on one sentence: ${command.toFixed(0)} ms`);
write(`model and lexicon loaded in ${loaded.toFixed(0)} ms (${parser.runtime} runtime)`);
const tokens = read.reduce((sum, text) => sum + treebankWordsOf(text), 0);
const rate = (of: number): string => `${((of * 1000) / extracted).toFixed(0)} words/s (${((of * 1e6) / (used.user + used.system)).toFixed(0)} a second of processor time)`;
write(`${count} stories, ${words} words between spaces: ${rate(words)}`);
write(`${tokens} words as a treebank counts them: ${rate(tokens)}`);
write(`graph of ${graph.order} nodes and ${graph.size} edges, merged and laid out in ${(total - extracted).toFixed(0)} ms`);
write(`peak memory ${megabytes(process.resourceUsage().maxRSS * 1024)}`);
