// The whole of Dragoman, from text to written graph, beside spaCy's pipeline alone (tokens, tags, parse, named spans), on the same text:
//   tsx scripts/bench/beside-spacy.ts STORIES… --python PYTHON [--model en_core_web_md] [--rounds 2]
// PYTHON has spaCy; MODEL is a name or folder that it can load. The two take turns, so that a slow minute is shared.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readStories } from '../../src/index.ts';
import { timed } from './timed-command.ts';

const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const SPACY = fileURLToPath(new URL('spacy_pipeline.py', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { python: { type: 'string', default: 'python3' }, model: { type: 'string', default: 'en_core_web_md' }, rounds: { type: 'string', default: '2' } },
});
const write = (line: string): void => { process.stdout.write(`${line}\n`); };

const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
const texts: string[] = [];
for await (const { text } of readStories(positionals, { onNotice: ({ error }) => process.stderr.write(`${error.message}\n`) })) texts.push(text);
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
writeFileSync(join(folder, 'texts.jsonl'), texts.map((text) => JSON.stringify({ text })).join('\n'));
write(`${texts.length} stories, ${words} words between spaces`);

/** Runs a program over the texts and tells its words a second. */
async function contest(name: string, program: string, args: readonly string[]): Promise<number> {
  const { seconds, peak, output } = await timed(program, args, folder);
  const rate = words / seconds;
  write(`${name}: ${seconds.toFixed(1)} s, ${rate.toFixed(0)} words/s, peak ${peak} MiB${output ? ` (${output.trim()})` : ''}`);
  return rate;
}

for (const count of ['1', '2']) {
  let [ours, theirs] = [0, 0];
  for (let round = 0; round < Number(values.rounds); round++) {
    ours = Math.max(ours, await contest(`Dragoman, workers: ${count}`, process.execPath, [COMMAND, 'build', 'texts.jsonl', '-o', 'graph.json', '--workers', count]));
    theirs = Math.max(theirs, await contest(`spaCy, processes: ${count}`, values.python, [SPACY, values.model, 'texts.jsonl', count]));
  }
  write(`with ${count}: ${(ours / theirs).toFixed(2)} of spaCy's words/s, best of ${values.rounds} each`);
}
rmSync(folder, { recursive: true });
