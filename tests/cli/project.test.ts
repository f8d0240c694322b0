// A project folder as a user has it: built up story by story, cut off in the middle, by two at once.

import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GraphFile } from '../../graph/schema.ts';
import { run, SAMPLES, start, temporaryFolder, type Outcome } from './command.ts';

const top = temporaryFolder();
let count = 0;
let folder: string;
const cli = (...args: string[]): Promise<Outcome> => run(args, { cwd: folder });
const at = (name: string): string => join(folder, name);
const text = (name: string): string => readFileSync(at(name), 'utf8');
const graph = (name: string): GraphFile => JSON.parse(text(name)) as GraphFile;
const summary = ({ stdout }: Outcome): Record<string, number> => JSON.parse(stdout) as Record<string, number>;

const EXTRA = 'Sample: Oslo thanks Nairobi\n\nNorway praised Kenya for its help on Monday. Zambia criticised Norway.\n';

beforeEach(async () => {
  folder = join(top, `project-${count++}`);
  mkdirSync(folder);
  cpSync(SAMPLES, at('in'), { recursive: true });
  expect((await cli('init')).code).toBe(0);
});

/** Names of all files that hold an extraction. */
function extractions(): string[] {
  const store = at('.dragoman/extractions');
  return existsSync(store) ? readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json') && !/(^|\/)\./.test(name)) : [];
}

describe('a project', () => {
  it('gives the graph that a build of its stories gives, and reads only what is new', async () => {
    const added = await cli('add', 'in', '--json');
    const { added: stories = 0 } = summary(added);
    expect(stories).toBeGreaterThan(5);
    expect(summary(await cli('build', '--json'))).toMatchObject({ stories, extracted: stories });
    await cli('build', 'in', '-o', 'plain.json');
    expect(text('graph.json')).toBe(text('plain.json'));

    expect(summary(await cli('add', 'in', '--json'))).toEqual({ added: 0, known: stories, skipped: 0, failed: 0 });
    writeFileSync(at('extra.txt'), EXTRA);
    await cli('add', 'extra.txt');
    const again = await cli('build', '-o', 'more.json', '--json');
    expect(summary(again)).toMatchObject({ stories: stories + 1, extracted: 1 });
    expect(again.complaints.at(-1)).toMatch(/^more\.json: \d+ stories \(1 new\), /);

    expect((await cli('remove', 'extra.txt')).code).toBe(0);
    expect(summary(await cli('build', '-o', 'less.json', '--json'))).toMatchObject({ stories, extracted: 0 });
    expect(text('less.json')).toBe(text('graph.json'));
    expect(extractions()).toHaveLength(stories);
  }, 120_000);

  it('removes what only one story supported, and nothing else', async () => {
    writeFileSync(at('a.json'), JSON.stringify({ id: 'a', text: 'Norway praised Kenya for its help on Monday. Zambia criticised Norway over the price of fish.' }));
    writeFileSync(at('b.json'), JSON.stringify({ id: 'b', text: 'Norway praised Kenya. A diplomat in Oslo wrote that the week had been long and full of rain.' }));
    await cli('add', 'a.json', 'b.json');
    await cli('build');
    const keys = (name: string): string[] => graph(name).edges.map(({ key }) => key);
    expect(keys('graph.json')).toContain('country:ZM|CRITICISED|country:NO|affirmed|asserted');
    await cli('remove', 'a');
    await cli('build');
    expect(keys('graph.json')).not.toContain('country:ZM|CRITICISED|country:NO|affirmed|asserted');
    const thanked = graph('graph.json').edges.find(({ key }) => key === 'country:NO|PRAISED|country:KE|affirmed|asserted');
    expect(thanked?.attributes.evidence.map(({ story }) => story)).toEqual(['b']);
    expect(graph('graph.json').nodes.map(({ key }) => key)).not.toContain('country:ZM');
  }, 120_000);

  it('names the outlets of the same words in several places', async () => {
    const words = 'Norway praised Kenya for its help on Monday.';
    writeFileSync(at('wire.jsonl'), ['Northern Wire', 'Hill Herald'].map((outlet, index) => JSON.stringify({ id: `n${index}`, outlet, text: words })).join('\n'));
    expect(summary(await cli('add', 'wire.jsonl', '--json'))).toMatchObject({ added: 2, skipped: 0 });
    await cli('build');
    const edge = graph('graph.json').edges.find(({ key }) => key === 'country:NO|PRAISED|country:KE|affirmed|asserted');
    expect(edge?.attributes).toMatchObject({ weight: 1, evidence: [{ story: 'n0', outlets: ['Hill Herald', 'Northern Wire'] }] });
    await cli('remove', 'n0');
    await cli('build');
    expect(graph('graph.json').edges[0]?.attributes.evidence).toMatchObject([{ story: 'n1' }]);
  }, 120_000);
});

describe('a file outside a project', () => {
  it('is known to it by its whole path, and to its graph by its name', async () => {
    const outside = join(top, `outside-${count++}.txt`);
    writeFileSync(outside, EXTRA);
    await cli('add', outside);
    await cli('build');
    expect(graph('graph.json').attributes.stories.map(({ source }) => source)).toEqual([outside.slice(top.length + 1)]);
    expect(text('graph.json')).not.toContain(top);
    await cli('build', outside, '-o', 'plain.json');
    expect(text('plain.json')).toBe(text('graph.json'));
    expect((await cli('remove', outside)).code).toBe(0);
  }, 60_000);

  it('that is not English is refused in one line', async () => {
    writeFileSync(at('german.txt'), 'Die Bundesregierung hat am Montag in Berlin beschlossen, dass die Hilfe für die Ukraine im kommenden Jahr deutlich erhöht werden soll.');
    const { code, complaints } = await cli('add', 'german.txt');
    expect(code).toBe(2);
    expect(complaints).toEqual([expect.stringMatching(/german\.txt: written in German/)]);
  });
});

describe('a project at work', () => {
  it('goes on where kill -9 stopped it', async () => {
    const { added: stories = 0 } = summary(await cli('add', 'in', '--json'));
    const child = start(['build'], folder);
    const ended = new Promise((resolve) => { child.on('close', (_code, signal) => { resolve(signal); }); });
    while (extractions().length < 2 && child.exitCode === null) await new Promise((resolve) => { setTimeout(resolve, 2); });
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    expect(existsSync(at('graph.json'))).toBe(false);
    const kept = extractions().length;
    expect(kept).toBeGreaterThanOrEqual(2);
    expect(summary(await cli('build', '--json'))).toMatchObject({ stories, extracted: stories - kept });
    await cli('build', 'in', '-o', 'plain.json');
    expect(text('graph.json')).toBe(text('plain.json'));
  }, 120_000);

  it('is built by two at once, and added to meanwhile', async () => {
    await cli('add', 'in');
    writeFileSync(at('extra.txt'), EXTRA);
    const outcomes = await Promise.all([cli('build', '-o', 'one.json'), cli('build', '-o', 'two.json'), cli('add', 'extra.txt')]);
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
    await cli('build', '-o', 'after.json');
    await cli('build', 'extra.txt', 'in', '-o', 'plain.json');
    expect(text('after.json')).toBe(text('plain.json'));
  }, 120_000);
});

describe('without a project, or without sense', () => {
  const outside = join(top, 'outside');
  it.each([
    { args: ['add', 'x.txt'], code: 1, says: /no project folder.*dragoman init/ },
    { args: ['remove', 'x'], code: 1, says: /no project folder/ },
    { args: ['build'], code: 2, says: /no stories given, and no project folder here/ },
  ])('$args.0 says so', async ({ args, code, says }) => {
    mkdirSync(outside, { recursive: true });
    const outcome = await run(args, { cwd: outside });
    expect(outcome.code).toBe(code);
    expect(outcome.complaints).toHaveLength(1);
    expect(outcome.stderr).toMatch(says);
  });

  it('an empty project, an unknown story and a date at the wrong place are one line each', async () => {
    const outcomes = [await cli('build'), await cli('remove', 'nobody'), await cli('build', '--published', '2025-01-09')];
    expect(outcomes.map(({ code }) => code)).toEqual([2, 2, 2]);
    expect(outcomes[0]?.complaints).toEqual([expect.stringMatching(/add stories with dragoman add/)]);
    expect(outcomes[1]?.complaints[0]).toMatch(/^dragoman: nobody: no such story/);
    expect(outcomes[2]?.complaints).toEqual([expect.stringMatching(/dragoman add/)]);
  });
});
