// What one story gives to a graph that many write at once. It is kept beside the graph, so that it can be taken back when the
// story is read again: a graph is the sum of what its stories contribute, in any order and however often they come.

import type { Extraction } from '../src/model/extraction.ts';
import type { Story } from '../src/model/story.ts';
import { EXTRACTOR_VERSION } from '../src/model/version.ts';
import { byCodeUnit } from './keys.ts';
import { mergeEdge, sayingsOf } from './merge-edge.ts';
import { foldCopies } from './near-duplicate/fold-copies.ts';
import { Printings } from './near-duplicate/printings.ts';
import type { EdgeRecord } from './schema.ts';
import { checkEnds, statementsOf, type PrintedStatement } from './statements.ts';
import { preferred, storyIds } from './story-identity.ts';
import { strictJson } from './well-formed.ts';

export interface Contribution extends Pick<Extraction, 'story' | 'entities' | 'relations'> {
  /** Version of the extractor that read it. */
  readonly extractor: string;
  /** Other printings of the same words: their outlets are named with its evidence. */
  readonly copies: readonly Story[];
}

/** A contribution with the id that its story has in the graph. */
export interface Placed {
  readonly id: string;
  readonly contribution: Contribution;
}

/** An edge as one story alone states it, with its offices as often as they are named. */
export interface StoryEdge extends EdgeRecord {
  readonly titles: readonly string[];
}

/**
 * What a text contributes once this story of it has come: a new reading replaces the former, another printing is noted. It
 * does not matter which came first.
 * @throws DragomanError E_INTERNAL where a relation names a node that the story lacks
 */
export function combine(old: Contribution | undefined, extraction: Extraction): Contribution {
  checkEnds(extraction);
  const { story, entities, relations } = JSON.parse(strictJson(extraction)) as Extraction;
  const now = { extractor: EXTRACTOR_VERSION, story, copies: old?.copies ?? [], entities, relations };
  if (!old || printed(old.story) === printed(story)) return now;
  const [kept, other] = preferred(story, old.story) ? [now, old.story] : [old, story];
  const copies = new Map([...old.copies, other].map((copy) => [printed(copy), withoutText(copy)]));
  copies.delete(printed(kept.story));
  return { ...kept, copies: [...copies].sort(([a], [b]) => byCodeUnit(a, b)).map(([, copy]) => copy) };
}

/** The contributions with the ids of their stories, by the hash of their text. All that share an id must be among them. */
export function place(contributions: Iterable<Contribution>): Map<string, Placed> {
  const all = [...contributions].sort((a, b) => byCodeUnit(a.story.sha256, b.story.sha256));
  const ids = storyIds(all.map(({ story }) => story));
  return new Map(all.map((contribution) => [contribution.story.sha256, { id: ids.get(contribution.story) ?? contribution.story.id, contribution }]));
}

/** The edges of one story, as a graph of it alone would have them. */
export function edgesOf({ id, contribution }: Placed): StoryEdge[] {
  const { story, copies } = contribution;
  const printings = new Printings([story], new Map([[story.sha256, copies]]));
  const edges = new Map<string, [PrintedStatement, ...PrintedStatement[]]>();
  for (const [key, statement] of statementsOf(contribution, id)) {
    const others = edges.get(key);
    if (others) others.push(statement);
    else edges.set(key, [statement]);
  }
  return [...edges].map(([key, statements]) => {
    const folded = foldCopies(statements, printings);
    const { source, target } = statements[0].relation;
    return { key, source, target, attributes: mergeEdge(folded), titles: sayingsOf(folded).titles };
  });
}

/** Without the text, which the story's own record has. */
export function contributionJson(contribution: Contribution): string {
  return strictJson({ ...contribution, story: withoutText(contribution.story) });
}

export function readContribution(json: string, text: string): Contribution {
  const contribution = JSON.parse(json) as Contribution;
  return { ...contribution, story: { ...contribution.story, text } };
}

/** What tells two printings of a text apart. */
function printed(story: Story): string {
  const { id, title, outlet, author, dateline, published, url, source } = story;
  return strictJson([id, title, outlet, author, dateline, published, url, source]);
}

function withoutText(story: Story): Story {
  return { ...story, text: '' };
}
