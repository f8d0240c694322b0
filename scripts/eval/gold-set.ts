import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createMerger } from '../../graph/merge.ts';
import type { GraphFile } from '../../graph/schema.ts';
import { DragomanError } from '../../src/errors.ts';
import { extractParsed } from '../../src/extract.ts';
import { readStories, type Parser } from '../../src/index.ts';
import type { ParsedStory } from '../../src/model/parsed-story.ts';
import { readGold, type GoldStory } from './gold.ts';

/** Annotated stories that are scored together. */
export interface GoldSet {
  readonly name: string;
  readonly gold: readonly GoldStory[];
  readonly stories: readonly ParsedStory[];
}

export interface GoldFiles {
  readonly name: string;
  readonly gold: string;
  /** Anything that `dragoman build` reads. */
  readonly stories: string;
}

/** Files of a folder by their ends: `x.gold.jsonl` beside `x.stories.jsonl`, `gold.jsonl` beside `stories.jsonl`. */
export function goldFilesIn(folder: string): readonly GoldFiles[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((file) => file.endsWith('gold.jsonl')).sort().map((file) => ({
    name: nameOf(file), gold: join(folder, file), stories: join(folder, file.replace(/gold\.jsonl$/, 'stories.jsonl')),
  }));
}

/** The n-th gold file goes with the n-th stories and the n-th name; a name may be absent. */
export function pairUp(gold: readonly string[], stories: readonly string[], names: readonly string[]): readonly GoldFiles[] {
  if (gold.length !== stories.length) throw new DragomanError('E_USAGE', { what: 'each --gold wants its --stories' });
  return gold.map((file, index) => ({ name: names[index] ?? nameOf(file), gold: file, stories: stories[index] ?? '' }));
}

const nameOf = (file: string): string => basename(file).replace(/\.?gold\.jsonl$|\.jsonl$/, '') || 'own stories';

/** Reads and parses a set's stories; what cannot be read is named on stderr. */
export async function loadSet({ name, gold, stories }: GoldFiles, parser: Parser): Promise<GoldSet> {
  const annotated = readGold(gold);
  const parsed: ParsedStory[] = [];
  for await (const story of readStories([stories], { onNotice: ({ error }) => process.stderr.write(`${error.message}\n`) })) parsed.push(await parser.parse(story));
  return { name, gold: annotated, stories: parsed };
}

/** The graph of a set's stories, as `dragoman build` makes it but for the layout. */
export function graphOf({ stories }: GoldSet, resolve?: Parameters<typeof extractParsed>[1], readers?: Parameters<typeof extractParsed>[2]): GraphFile {
  const merger = createMerger();
  for (const story of stories) merger.add(extractParsed(story, resolve, readers));
  const { attributes, nodes, edges } = merger.build().export();
  return {
    attributes: attributes as GraphFile['attributes'],
    options: { type: 'directed', multi: true, allowSelfLoops: false },
    nodes: nodes.map(({ key, attributes: node }) => ({ key, attributes: node as GraphFile['nodes'][number]['attributes'] })),
    edges: edges.map(({ key, source, target, attributes: edge }) => ({ key: key ?? '', source, target, attributes: edge as GraphFile['edges'][number]['attributes'] })),
  };
}
