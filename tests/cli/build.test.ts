import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MultiDirectedGraph } from 'graphology';
import { expect, it } from 'vitest';
import type { GraphFile } from '../../graph/schema.ts';
import { run, SAMPLES, temporaryFolder } from './command.ts';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const story = (name: string, text: string | Buffer): string => {
  writeFileSync(at(name), text);
  return at(name);
};
const GOOD = story('good.txt', 'Sample: Oslo thanks Nairobi\n\nNorway thanked Kenya for its help on Monday. Kenyan President Daniel Mwangi will visit Oslo next week.\n');
const read = (name: string): GraphFile => JSON.parse(readFileSync(at(name), 'utf8')) as GraphFile;

it('writes the graph of a folder, says so in one line last, and on stdout as JSON', async () => {
  const { code, stdout, complaints } = await run(['build', SAMPLES, '-o', at('samples.json'), '--json']);
  expect(code).toBe(0);
  const file = read('samples.json');
  const graph = MultiDirectedGraph.from(file);
  const evidence = file.edges.reduce((sum, edge) => sum + edge.attributes.evidence.length, 0);
  expect(JSON.parse(stdout)).toEqual({ output: at('samples.json'), stories: file.attributes.stories.length, extracted: file.attributes.stories.length, nodes: graph.order, edges: graph.size, evidence, skipped: 0, failed: 0 });
  expect(complaints.at(-1)).toMatch(/^\S+samples\.json: \d+ stories, \d+ actors and places, \d+ edges with \d+ sentences$/);
  expect(graph.hasEdge('person:amir-khan-muttaqi|MET|person:vikram-misri|affirmed|asserted')).toBe(true);
  const texts = new Map(file.attributes.stories.map(({ id, text }) => [id, text]));
  for (const { attributes } of file.edges) {
    for (const item of attributes.evidence) {
      expect(texts.get(item.story)?.slice(item.start, item.end)).toBe(item.text);
      for (const span of [item.trigger, item.sourceMention, item.targetMention]) expect(texts.get(item.story)?.slice(span.start, span.end)).toBe(span.text);
    }
  }
});

it('leaves nothing in the home folder: the telemetry of the runtime is off', async () => {
  const home = at('home');
  mkdirSync(home);
  const { code } = await run(['build', GOOD, '-o', at('home.json'), '--workers', '2'], { env: { HOME: home, XDG_CACHE_HOME: join(home, 'cache') } });
  expect(code).toBe(0);
  expect(readdirSync(home)).toEqual([]);
});

it('gives the same bytes in any order and on any number of threads', async () => {
  const files = readdirSync(SAMPLES).map((name) => join(SAMPLES, name));
  const outcomes = [await run(['build', ...files, '-o', at('one.json'), '--workers', '1']), await run(['build', ...files.toReversed(), '-o', at('other.json'), '--workers', '2'])];
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
  expect(readFileSync(at('one.json'), 'utf8')).toBe(readFileSync(at('other.json'), 'utf8'));
});

it('reads standard input, with a date for what has none', async () => {
  const { code } = await run(['build', '-', '--published', '2025-03-05', '-o', at('stdin.json')], { input: 'Norway thanked Kenya on Monday.' });
  expect(code).toBe(0);
  const thanked = read('stdin.json').edges.find((edge) => edge.attributes.type === 'PRAISED');
  expect(thanked).toMatchObject({ source: 'country:NO', target: 'country:KE', attributes: { firstSeen: '2025-03-03' } });
});

it('writes graph.json where it stands when nothing else is said', async () => {
  mkdirSync(at('here'));
  expect((await run(['build', GOOD], { cwd: at('here') })).code).toBe(0);
  expect(readdirSync(at('here'))).toEqual(['graph.json']);
});

it('makes the folder of the output', async () => {
  expect((await run(['build', GOOD, '-o', at('new/deep/graph.json')])).code).toBe(0);
  expect(existsSync(at('new/deep/graph.json'))).toBe(true);
});

it('explains each edge with its words, rule and sentence', async () => {
  const { code, stdout } = await run(['build', GOOD, '-o', at('explained.json'), '--explain']);
  expect(code).toBe(0);
  expect(stdout).toContain('Norway PRAISED Kenya (asserted');
  expect(stdout).toContain('rule verb.thank, confidence');
  expect(stdout).toContain('  Norway thanked Kenya for its help on Monday.');
});

it('leaves out and names what is empty, repeated or not English, and is done', async () => {
  const empty = story('empty.txt', '');
  const copy = story('copy.txt', readFileSync(GOOD));
  const german = story('german.txt', 'Die Bundesregierung hat am Montag in Berlin beschlossen, dass die Hilfe für die Ukraine im kommenden Jahr deutlich erhöht werden soll.\n');
  const { code, complaints } = await run(['build', GOOD, empty, copy, german, '-o', at('skipped.json')]);
  expect(code).toBe(0);
  expect(complaints).toHaveLength(4);
  for (const [i, path] of [empty, copy, german].entries()) expect(complaints[i]).toContain(path);
  expect(complaints[3]).toContain('1 story');
  expect(complaints[3]).toContain('3 skipped');
});

it('keeps what succeeded and names what failed, one line each', async () => {
  const binary = story('binary.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0, 3, 0xff, 0xfe, 0, 0]));
  const broken = story('broken.json', '{"title": "Sample", "text": "Norway th');
  const missing = at('missing.txt');
  const { code, complaints } = await run(['build', binary, GOOD, broken, missing, '-o', at('partial.json')]);
  expect(code).toBe(1);
  expect(complaints).toHaveLength(4);
  for (const path of [binary, broken, missing]) expect(complaints.filter((line) => line.startsWith('dragoman: ') && line.includes(path))).toHaveLength(1);
  expect(complaints.join('\n')).not.toMatch(/^\s+at /m);
  expect(read('partial.json').attributes.stories).toHaveLength(1);
});

it('names a file that it may not read', async ({ skip }) => {
  if (process.getuid?.() === 0) skip('the superuser may read everything');
  const locked = story('locked.txt', 'Norway thanked Kenya.');
  chmodSync(locked, 0);
  const { code, complaints } = await run(['build', GOOD, locked, '-o', at('locked.json')]);
  expect(code).toBe(1);
  expect(complaints[0]).toContain(`${locked}: no permission to read it`);
});

it('tells no folder of this machine, and the same wherever the files lie', async () => {
  for (const [name, text] of [['left', 'Norway praised Kenya on Monday.'], ['right', 'Zambia criticised Norway on Monday.']] as const) {
    mkdirSync(at(name));
    story(`${name}/same.txt`, `${text}\n`);
  }
  const [left, right] = [at('left/same.txt'), at('right/same.txt')];
  mkdirSync(at('elsewhere'));
  const builds = [['build', left, right, '-o', 'one.json'], ['build', right, left, '-o', 'two.json'], ['build', '../left', '../right', '-o', 'three.json']];
  for (const args of builds) expect((await run(args, { cwd: at('elsewhere') })).code).toBe(0);
  const texts = ['one', 'two', 'three'].map((name) => readFileSync(at(`elsewhere/${name}.json`), 'utf8'));
  expect(new Set(texts).size).toBe(1);
  expect(read('elsewhere/one.json').attributes.stories.map(({ source }) => source)).toEqual(['same.txt', 'same.txt']);
  expect((await run(['export', 'one.json', '--to', 'html', '-o', 'one.html'], { cwd: at('elsewhere') })).code).toBe(0);
  for (const text of [...texts, readFileSync(at('elsewhere/one.html'), 'utf8')]) expect(text).not.toContain(folder);
  expect((await run(['build', left, '-o', 'near.json'], { cwd: folder })).code).toBe(0);
  expect(read('near.json').attributes.stories.map(({ source }) => source)).toEqual(['left/same.txt']);
});

const FRENCH = 'Le ministre des affaires étrangères a annoncé lundi à Paris que le gouvernement enverra une aide aux sinistrés la semaine prochaine.\n';

it.each([
  ['an empty file', 'alone.txt', '', 'no story text in it'],
  ['a binary', 'alone.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0, 3, 0xff, 0xfe, 0, 0]), 'looks binary'],
  ['a line of 50 MB', 'alone.txt', 'Iran met Oman in Muscat. '.repeat(2_000_000), 'a line of 50 MB'],
  ['HTML that no page has', 'alone.html', '<div>'.repeat(30_000), 'nested too deep'],
  ['bytes of no encoding', 'alone.txt', Buffer.from([0xc3, 0x28, 0xa0, 0xa1, 0xe2, 0x28, 0xa1].flatMap((byte) => Array<number>(99).fill(byte))), 'not valid UTF-8'],
  ['another language', 'alone.txt', FRENCH, 'written in French'],
  ['half a record', 'alone.json', '{"title": "Sample", "text": "Norway th', 'not valid JSON'],
])('says of %s alone what is wrong, in one line, and writes nothing', async (_, name, content, wrong) => {
  const path = story(name, content);
  const { code, stdout, complaints } = await run(['build', path, '-o', at('alone.graph.json'), '--json']);
  expect([code, stdout]).toEqual([2, '']);
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toContain(`dragoman: ${path}`);
  expect(complaints[0]).toContain(wrong);
  expect(complaints[0]).not.toContain('other inputs');
  expect(existsSync(at('alone.graph.json'))).toBe(false);
});

it.each(['http://127.0.0.1:9/', 'http://127.0.0.1:1/story.html', 'missing.txt'])('says of %s alone that it cannot be had, in one line', async (input) => {
  const { code, complaints } = await run(['build', input, '-o', at('alone.graph.json')], { cwd: folder });
  expect(code).toBe(2);
  expect(complaints).toEqual([expect.stringMatching(input.startsWith('http') ? /could not be fetched: (no page is served at this port|connection refused) \(/ : /missing\.txt: no such file or folder \(/)]);
});

it('says that nothing was usable, and leaves the old graph as it was', async () => {
  writeFileSync(at('old.json'), 'old');
  const { code, stdout, complaints } = await run(['build', at('missing.txt'), story('blank.txt', ' \n'), '-o', at('old.json'), '--json']);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(complaints.at(-1)).toMatch(/^dragoman: nothing usable in .*missing\.txt/);
  expect(readFileSync(at('old.json'), 'utf8')).toBe('old');
});

it('says before the work that the output cannot be written', async () => {
  const refused = process.platform === 'linux' ? ['/proc/none/graph.json'] : [];
  for (const output of [folder, join(GOOD, 'graph.json'), join(GOOD, 'sub', 'graph.json'), at(`${'x'.repeat(300)}.json`), ...refused]) {
    const { code, complaints } = await run(['build', GOOD, '-o', output]);
    expect(code).toBe(1);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(`${output}: could not be written`);
    expect(complaints[0]).not.toMatch(/E[A-Z]{4,}:/);
  }
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

it.each([
  [['build']],
  [['build', GOOD, '--published', 'soon']],
  [['build', GOOD, '--frobnicate']],
  [['build', GOOD, '--workers', 'many']],
  [['build', GOOD, '--json', '--explain']],
])('calls %j a usage error, in one line', async (args) => {
  const { code, stdout, complaints } = await run(args, { cwd: folder });
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toMatch(/^dragoman: .*\(see dragoman (build )?--help\)$/);
});
