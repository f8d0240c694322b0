// Stories a second, memory, and the cost of one more story, through the built command:
//   tsx scripts/bench/projects.ts [STORIES] [--sizes 100,1000] [--workers 1,2]
// STORIES is anything `dragoman add` reads, without it the sample stories; they are used as many times over as a size needs,
// each time with other numbers and names in them, so that no text is taken for a copy of another.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readStories, type Story } from '../../src/index.ts';

const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));
const NAMES = ['Anders', 'Batu', 'Chike', 'Dalia', 'Emre', 'Farid', 'Goran', 'Hana', 'Idris', 'Jonas', 'Katya', 'Lamin'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: 'string', default: '100,1000' }, workers: { type: 'string', default: '1,2' } },
});
const numbers = (list: string): number[] => list.split(',').map(Number);
const write = (line: string): void => { process.stdout.write(`${line}\n`); };

interface Run {
  readonly seconds: number;
  /** Of the process at its largest, in MiB; 0 where the system does not tell. */
  readonly peak: number;
}

/** Runs the command to its end. */
async function command(folder: string, ...args: readonly string[]): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => { complaints += text; });
  let peak = 0;
  const watch = setInterval(() => { peak = Math.max(peak, residentPeak(child.pid ?? 0)); }, 50);
  const code = await new Promise<number | null>((resolve) => { child.on('close', resolve); });
  clearInterval(watch);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${complaints}`);
  return { seconds: (performance.now() - started) / 1000, peak };
}

/** High-water mark of a process's memory in MiB, as Linux tells it. */
function residentPeak(pid: number): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** The `round`-th variant of a story: every third longer word changes into a name, every number into another. */
function variant({ text }: Story, round: number): string {
  if (round === 0) return text;
  let at = 0;
  return text.replace(/\b[a-z]{6,}\b/g, (word) => (++at % 3 ? word : NAMES[(at * 5 + round) % NAMES.length] ?? word)).replace(/\d+/g, (digits) => String(Number(digits) + round));
}

const stories: Story[] = [];
for await (const story of readStories(positionals.length ? positionals : [SAMPLES], { onNotice: () => undefined })) stories.push(story);

for (const size of numbers(values.sizes)) {
  const records = Array.from({ length: size + 1 }, (_, index) => {
    const story = stories[index % stories.length] as Story;
    return { id: `story-${index}`, text: `${variant(story, Math.floor(index / stories.length))}\nIt was report No. ${index} of the year.` };
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
      + `merged again in ${again.seconds.toFixed(1)} s; with one more story in ${more.seconds.toFixed(1)} s`);
    rmSync(folder, { recursive: true });
  }
}
