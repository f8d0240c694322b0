// Speed of the whole parse on one thread: tsx scripts/bench/parse.ts [FILE] [--seconds N] [--runtime native|wasm]
// FILE is plain text or JSON lines with a "text" each; without one a text of this script is used.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createParser, sentenceSpans, type RuntimeName } from '../../src/2-parse/index.ts';

const PARAGRAPHS = [
  'The foreign minister of Norland flew to Eastport on Tuesday for talks with her counterpart, who had called the visit "a step in the right direction" after months of silence.',
  'Officials said the two sides would sign a trade agreement worth $1.2 billion, but critics warned that the deal, which parliament has yet to approve, gives the port authority too much power.',
  "Rebels in the northern highlands attacked an army convoy late on Monday, killing four soldiers and wounding nine, a military spokesman said. The group has not claimed responsibility; it rarely does.",
  'The president denied that his government had armed the militia. "We have never supported them," he told reporters, adding that the accusations came from "people who want war."',
  "Meanwhile, the U.N. mission's chief, Lt. Gen. Adan Hale, urged both armies to withdraw from the border town before the cease-fire expires at 6 p.m. Friday.",
];

/** Without a file: the paragraphs in rotation, each with numbers of its own, so that no cache answers for all. */
function ownText(): string {
  const lines: string[] = [];
  for (let round = 0; round < 120; round++) {
    lines.push(...PARAGRAPHS.map((paragraph) => `${paragraph} It was report No. ${round * 37 + 11} of the year.`));
  }
  return lines.join('\n');
}

function readTexts(file: string | undefined): readonly string[] {
  if (!file) return [ownText()];
  const content = readFileSync(file, 'utf8');
  if (!file.endsWith('.jsonl')) return [content];
  return content.split('\n').filter((line) => line).map((line) => (JSON.parse(line) as { text: string }).text);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '10' }, runtime: { type: 'string' } },
});
const runtime: RuntimeName | undefined = values.runtime === 'wasm' || values.runtime === 'native' ? values.runtime : undefined;
const texts = readTexts(positionals[0]);

const beforeLoad = performance.now();
const parser = await createParser(runtime ? { runtime } : {});
const loaded = performance.now() - beforeLoad;

const beforeSplit = performance.now();
let splitWords = 0;
for (const text of texts) for (const { words } of sentenceSpans(text)) splitWords += words.length;
const splitRate = (splitWords * 1000) / (performance.now() - beforeSplit);

let words = 0;
const beforeCpu = process.cpuUsage();
const start = performance.now();
const limit = Number(values.seconds) * 1000;
for (const text of texts) {
  if (performance.now() - start > limit) break;
  for await (const sentence of parser.sentences(text)) words += sentence.tokens.length;
}
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(beforeCpu);
await parser.dispose();

process.stdout.write(`runtime ${parser.runtime}, load ${loaded.toFixed(0)} ms\n`);
process.stdout.write(`splitting alone ${splitRate.toFixed(0)} words/s\n`);
process.stdout.write(`parse ${(words / seconds).toFixed(0)} words/s over ${words} words, one thread (${((words * 1e6) / (user + system)).toFixed(0)} a second of processor time)\n`);
process.stdout.write(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB\n`);
