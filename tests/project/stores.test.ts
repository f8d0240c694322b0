import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeStory } from '../../src/1-read/index.ts';
import { DragomanError } from '../../src/errors.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Story } from '../../src/model/story.ts';
import { EXTRACTOR_VERSION } from '../../src/model/version.ts';
import { ExtractionStore, keyOfContent } from '../../src/project/extraction-store.ts';
import { findProject, initProject, nameInProject, type Project } from '../../src/project/folder.ts';
import { JsonFiles, keyOf } from '../../src/project/json-files.ts';
import { StoryStore } from '../../src/project/story-store.ts';

let folder: string;
let project: Project;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-project-'));
  ({ project } = initProject(folder));
});
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

function story(text: string, fields: Partial<Story> = {}): Story {
  return { ...makeStory({ text, where: 'test' }, 'test.txt', undefined), ...fields };
}

function extraction(of: Story): Extraction {
  return { story: of, entities: [{ key: 'country:NO', label: 'Norway', type: 'Country', aliases: [], mentions: 1 }], relations: [], mentions: [] };
}

function stories(store: StoryStore): { readonly ids: string[]; readonly errors: string[] } {
  const errors: string[] = [];
  return { ids: [...store.all((error) => errors.push(error.code))].map(({ id }) => id), errors };
}

function codeOf(step: () => unknown): string {
  try {
    step();
  } catch (error) {
    if (error instanceof DragomanError) return error.code;
    throw error;
  }
  return 'none';
}

describe('a project folder', () => {
  it('is found from the folders below it', () => {
    const below = join(folder, 'archive', '2025');
    mkdirSync(below, { recursive: true });
    expect(findProject(below)).toEqual(project);
    expect(findProject(tmpdir())).toBeUndefined();
  });

  it('stays as it is when it is made again', () => {
    new StoryStore(project).add(story('Norway thanked Kenya.'));
    expect(initProject(folder)).toEqual({ project, created: false });
    expect(stories(new StoryStore(project)).ids).toHaveLength(1);
  });

  it('of a later version is not touched', () => {
    writeFileSync(join(project.store, 'project.json'), '{"format":2}');
    expect(codeOf(() => findProject(folder))).toBe('E_PROJECT');
    expect(codeOf(() => initProject(folder))).toBe('E_PROJECT');
  });

  it('cannot be made where no folder can', () => {
    writeFileSync(join(folder, 'file.txt'), '');
    expect(codeOf(() => initProject(join(folder, 'file.txt')))).toBe('E_WRITE');
    expect(codeOf(() => initProject(join(folder, 'x'.repeat(300))))).toBe('E_WRITE');
    if (process.platform === 'linux') expect(codeOf(() => initProject('/proc/none'))).toBe('E_WRITE');
  });

  it('that is damaged is said to be', () => {
    writeFileSync(join(project.store, 'project.json'), '{"form');
    expect(codeOf(() => findProject(folder))).toBe('E_PROJECT');
    rmSync(join(project.store, 'project.json'));
    mkdirSync(join(project.store, 'project.json'));
    expect(codeOf(() => findProject(folder))).toBe('E_UNREADABLE');
  });

  it('names its own files from its root, and leaves other names alone', () => {
    expect(nameInProject(project, 'today.txt', join(folder, 'in'))).toBe('in/today.txt');
    expect(nameInProject(project, '/elsewhere/today.txt', folder)).toBe('/elsewhere/today.txt');
    expect(nameInProject(project, '-', folder)).toBe('-');
    expect(nameInProject(project, 'https://news.example/a', folder)).toBe('https://news.example/a');
  });
});

describe('the stories of a project', () => {
  it('are kept once each', () => {
    const store = new StoryStore(project);
    const [one, other] = [story('Norway thanked Kenya.'), story('Kenya thanked Norway.')];
    expect([store.add(one), store.add(other), store.add(one)]).toEqual([true, true, false]);
    expect(stories(store).ids.sort()).toEqual([one.id, other.id].sort());
    store.remove(one);
    expect(stories(store).ids).toEqual([other.id]);
  });

  it('may have the same words from several outlets', () => {
    const store = new StoryStore(project);
    const words = 'Norway thanked Kenya.';
    expect(['Northern Wire', 'Hill Herald'].map((outlet) => store.add(story(words, { outlet })))).toEqual([true, true]);
    expect(stories(store).ids).toHaveLength(2);
  });

  it('take a date that is learnt later', () => {
    const store = new StoryStore(project);
    store.add(story('Norway thanked Kenya.'));
    expect(store.add(story('Norway thanked Kenya.', { published: '2025-03-05' }))).toBe(true);
    expect([...store.all(() => undefined)].map(({ published }) => published)).toEqual(['2025-03-05']);
  });

  it('are told of where a file is damaged; the others go on', () => {
    const store = new StoryStore(project);
    store.add(story('Norway thanked Kenya.'));
    const files = new JsonFiles(join(project.store, 'stories'));
    files.write(keyOf(['x']), { id: 7 });
    mkdirSync(dirname(files.pathOf(keyOf(['y']))), { recursive: true });
    writeFileSync(files.pathOf(keyOf(['y'])), '{"id": "cut of');
    expect(stories(store)).toMatchObject({ ids: [expect.any(String)], errors: ['E_MALFORMED', 'E_MALFORMED'] });
  });

  it('cannot be kept or taken away where something else stands in their place', () => {
    const files = new JsonFiles(join(project.store, 'stories'));
    const key = keyOf(['x']);
    mkdirSync(files.pathOf(key), { recursive: true });
    expect([() => files.read(key), () => files.write(key, {}), () => files.delete(key)].map(codeOf)).toEqual(['E_UNREADABLE', 'E_WRITE', 'E_WRITE']);
  });
});

describe('kept extractions', () => {
  const one = story('Norway thanked Kenya.');

  it('come back for the same text, wherever it was printed, and for no other date', () => {
    const store = new ExtractionStore(project);
    store.put(extraction(one));
    const elsewhere = { ...one, source: 'other.txt', outlet: 'Hill Herald' };
    expect(store.get(elsewhere)).toEqual({ ...extraction(one), story: elsewhere });
    expect(store.get({ ...one, published: '2025-03-05' })).toBeUndefined();
  });

  it('count for nothing where they are damaged', () => {
    const store = new ExtractionStore(project);
    const files = new JsonFiles(join(project.store, 'extractions', EXTRACTOR_VERSION));
    files.write(keyOfContent(one), { entities: [] });
    expect(store.get(one)).toBeUndefined();
    writeFileSync(files.pathOf(keyOfContent(one)), '{"entities": [');
    expect(store.get(one)).toBeUndefined();
  });

  it('are apart for a vocabulary', () => {
    new ExtractionStore(project).put(extraction(one));
    const own = new ExtractionStore(project, { vocabulary: { nodeTypes: [], edgeTypes: [], triggers: [], names: [{ name: 'Zarvenia Front', type: 'ArmedGroup' }] } });
    expect(own.get(one)).toBeUndefined();
    own.put(extraction(one));
    own.keepOnly(new Set());
    expect(own.get(one)).toBeUndefined();
    expect(new ExtractionStore(project).get(one)).toBeDefined();
  });

  it('are apart for a further reader and its version', () => {
    new ExtractionStore(project).put(extraction(one));
    const reader = (...version: readonly unknown[]): ExtractionStore => new ExtractionStore(project, { reader: version });
    expect(reader('llm', 'tiny', 1, 'add').get(one)).toBeUndefined();
    reader('llm', 'tiny', 1, 'add').put({ ...extraction(one), entities: [] });
    expect(reader('llm', 'tiny', 1, 'add').get(one)?.entities).toEqual([]);
    expect(reader('llm', 'tiny', 2, 'add').get(one)).toBeUndefined();
    expect(new ExtractionStore(project).get(one)).toEqual(extraction(one));
  });

  it('are tidied: those of removed stories, of other versions, and what a killed writer left', () => {
    const store = new ExtractionStore(project);
    const other = story('Kenya thanked Norway.');
    store.put(extraction(one));
    store.put(extraction(other));
    const all = join(project.store, 'extractions');
    new JsonFiles(join(all, '0.0.1')).write(keyOf(['old']), {});
    const shelf = join(all, EXTRACTOR_VERSION, keyOfContent(one).slice(0, 2));
    writeFileSync(join(shelf, '.half.json.4711.tmp'), '{"enti');
    store.keepOnly(new Set([keyOfContent(one)]));
    expect(store.get(one)).toBeDefined();
    expect(store.get(other)).toBeUndefined();
    expect(readdirSync(shelf)).toEqual([`${keyOfContent(one)}.json`]);
    expect(existsSync(join(all, '0.0.1'))).toBe(false);
  });
});
