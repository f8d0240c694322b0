// One transaction of a worker: what some stories contribute replaces what they contributed before, and the nodes and edges that
// they touch are counted anew. The stories' ids and texts and then their entities are locked first, so that two workers
// never count the same thing at once; edges lie between locked nodes.

import neo4j, { type ManagedTransaction } from 'neo4j-driver';
import { DragomanError } from '../../src/errors.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { combine, contributionJson, place, readContribution, type Contribution, type Placed } from '../contribution.ts';
import { denies } from '../disputes.ts';
import { EdgeTally, type EdgeTallyJson } from '../edge-tally.ts';
import { GraphPatch, type PatchedEdge, type PatchedNode, type StandingEdge } from '../graph-patch.ts';
import { byCodeUnit } from '../keys.ts';
import { Printings } from '../near-duplicate/printings.ts';
import { NodeTally, type NodeTallyJson } from '../node-tally.ts';
import { ENTITY_PROPERTIES, evidenceOf, RELATION_PROPERTIES } from '../property-graph.ts';
import type { EdgeAttributes } from '../schema.ts';
import { storyRecord } from '../story-record.ts';
import { batchesOf } from './batches.ts';
import * as statements from './contribute-statements.ts';
import { entityRow, evidenceRows, linkRows, propertiesOf, staleRows, storyRow, type Row } from './rows.ts';

/** An entity lists the ids of its stories up to so many; those of one that everybody names would be rewritten with every story. */
export const STORIES_LISTED = 1000;

/**
 * Writes what some stories give. The same again changes nothing.
 * @returns how many of the texts were new or gave something else than before
 * @throws the driver's errors; DragomanError E_SHARED_GRAPH where the graph holds entities that a push brought, E_INTERNAL as of `combine`
 */
export async function contribute(transaction: ManagedTransaction, extractions: readonly Extraction[]): Promise<number> {
  const read = reader(transaction);
  const { before, ids } = await lockTexts(read, extractions);
  const contributions = new Map([...before].map(([text, { contribution }]) => [text, contribution]));
  for (const extraction of extractions) {
    const text = extraction.story.sha256;
    contributions.set(text, combine(contributions.get(text), extraction));
  }
  const after = place(contributions.values());
  const changed = [...after].filter(([text, placed]) => !isSame(before.get(text), placed));
  if (changed.length) {
    const removed = changed.flatMap(([text]) => before.get(text) ?? []);
    await write(transaction, new GraphPatch(removed, changed.map(([, placed]) => placed)));
  }
  const used = new Set([...after.values()].map(({ id }) => id));
  const unused = [...ids, ...[...before.values()].map(({ id }) => id)].filter((id) => !used.has(id));
  if (unused.length) await read(statements.DROP_STORIES, { keys: unused });
  return changed.length;
}

type Read = (statement: string, parameters: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>[]>;

function reader(transaction: ManagedTransaction): Read {
  return async (statement, parameters) => (await transaction.run(statement, parameters)).records.map((record) => record.toObject());
}

function isSame(before: Placed | undefined, after: Placed): boolean {
  return before !== undefined && before.id === after.id && contributionJson(before.contribution) === contributionJson(after.contribution);
}

/** Locks the texts and ids of stories, and those of all that share an id with one of them. */
async function lockTexts(read: Read, extractions: readonly Extraction[]): Promise<{ before: Map<string, Placed>; ids: ReadonlySet<string> }> {
  const texts = [...new Set(extractions.map(({ story }) => story.sha256))].sort(byCodeUnit);
  const ids = new Set(extractions.map(({ story }) => story.id));
  let before = new Map<string, Placed>();
  for (let unlocked = [...ids]; unlocked.length;) {
    await read(statements.LOCK_STORIES, { keys: unlocked.sort(byCodeUnit) });
    await read(statements.LOCK_TEXTS, { keys: texts });
    const found = await read(statements.READ_CONTRIBUTIONS, { texts, ids: [...ids] }) as unknown as { id: string; data: string; text: string }[];
    before = new Map(found.map(({ id, data, text }) => {
      const contribution = readContribution(data, text);
      return [contribution.story.sha256, { id, contribution }];
    }));
    unlocked = [...new Set([...before.values()].map(({ contribution }) => contribution.story.id))].filter((id) => !ids.has(id));
    for (const id of unlocked) ids.add(id);
  }
  return { before, ids };
}

async function write(transaction: ManagedTransaction, patch: GraphPatch): Promise<void> {
  const read = reader(transaction);
  const send = (rows: Iterable<Row>): Promise<unknown> => Promise.all([...batchesOf(rows)].map((batch) => transaction.run(batch.statement, { rows: batch.rows })));
  const keys = patch.nodeKeys();
  await read(statements.LOCK_ENTITIES, { keys });
  const standing = await standingNodes(read, keys);
  const edgesBefore = await standingEdges(read, patch);
  const nodes = patch.nodes(new Map([...standing].map(([key, { tally }]) => [key, tally])));
  const named = nodes.filter(({ tally }) => tally.stories > 0);
  await send(named.map((node) => nodeRow(node, standing.get(node.key)?.stories ?? [])));
  await send(patch.added.map((placed) => storyRow(recordOf(placed))));

  const [gone, now] = [patch.goneEdges, patch.newEdges].map((edges) => new Set([...evidenceOf({ edges: () => edges })].map(({ key }) => key))) as [Set<string>, Set<string>];
  const stale = [...gone].filter((key) => !now.has(key));
  if (stale.length) await read(statements.DROP_LINKS, { keys: stale });
  if (stale.length) await read(statements.DROP_EVIDENCE, { keys: stale });
  const added = { edges: () => patch.newEdges };
  const hasNode = (key: string): boolean => entities.has(key);
  const entities = new Set(named.map(({ key }) => key));
  await send(evidenceRows(added));
  if (gone.size) await send(staleRows(added, hasNode));
  await send(linkRows(added, hasNode));

  const edgeKeys = [...edgesBefore, ...patch.newEdges].map(({ key }) => key);
  const denied = await deniedKeys(read, [...new Set(edgeKeys)]);
  const edges = patch.edges(edgesBefore, (key) => denied.has(key));
  const stated = edges.filter(({ tally }) => tally.sentences > 0);
  await read(statements.UPDATE_RELATIONS, { rows: stated.flatMap(({ id, ...edge }) => (id === undefined ? [] : [{ id, properties: edgeProperties(edge) }])) });
  const fresh = stated.filter(({ id }) => id === undefined);
  await read(statements.CREATE_RELATIONS, { rows: fresh.map((edge) => ({ type: edge.attributes.type, source: edge.source, target: edge.target, properties: edgeProperties(edge) })) });
  await read(statements.WRITE_CONTRIBUTIONS, { rows: patch.added.map(contributionRow) });
  await drop(read, edges, nodes);
}

/** What no story states any more. */
async function drop(read: Read, edges: readonly PatchedEdge[], nodes: readonly PatchedNode[]): Promise<void> {
  const rows = edges.filter(({ tally }) => !tally.sentences).map(({ key, source, target }) => ({ key, source, target }));
  if (rows.length) await read(statements.DROP_RELATIONS, { rows });
  const keys = nodes.filter(({ tally }) => !tally.stories).map(({ key }) => key);
  if (keys.length) await read(statements.EMPTY_ENTITIES, { keys });
  if (keys.length) await read(statements.DROP_ENTITIES, { keys });
}

async function standingNodes(read: Read, keys: readonly string[]): Promise<Map<string, { tally: NodeTally; stories: readonly string[] }>> {
  const found = await read(statements.READ_ENTITIES, { keys }) as unknown as { key: string; tally: string | null; stories: readonly string[] | null; known: boolean }[];
  return new Map(found.map(({ key, tally, stories, known }) => {
    if (known && tally === null && stories !== null) throw new DragomanError('E_SHARED_GRAPH', { what: key, why: 'was loaded by dragoman push, and what it was made of is not known' });
    return [key, { tally: new NodeTally(tally === null ? undefined : JSON.parse(tally) as NodeTallyJson), stories: stories ?? [] }];
  }));
}

async function standingEdges(read: Read, patch: GraphPatch): Promise<StandingEdge[]> {
  const found = await read(statements.READ_RELATIONS, { pairs: patch.pairs() }) as unknown as (EdgeAttributes & { id: string; key: string; source: string; target: string; tally: string | null })[];
  return found.flatMap(({ id, key, source, target, type, polarity, modality, symmetric, tally }) => {
    const kind = { type, polarity, modality, ...(symmetric ? { symmetric } : {}) };
    return tally === null ? [] : [{ id, key, source, target, kind, tally: new EdgeTally(JSON.parse(tally) as EdgeTallyJson) }];
  });
}

async function deniedKeys(read: Read, keys: readonly string[]): Promise<Set<string>> {
  const found = await read(statements.READ_ANSWERS, { keys }) as unknown as { key: string; answer: string }[];
  return new Set(found.filter(({ answer }) => denies(kindOfKey(answer))).map(({ key }) => key));
}

/** Of the key of an edge, what it says beside its ends. */
function kindOfKey(key: string): Pick<EdgeAttributes, 'type' | 'polarity' | 'modality'> {
  const [, type, , polarity, modality] = key.split('|');
  return { type, polarity, modality } as Pick<EdgeAttributes, 'type' | 'polarity' | 'modality'>;
}

/** Its community is a push's to say: it takes the whole graph. */
const COLUMNS = ENTITY_PROPERTIES.filter(({ name }) => name !== 'community');

function nodeRow({ key, attributes, tally, gained, lost }: PatchedNode, listed: readonly string[]): Row {
  const isListed = tally.stories <= STORIES_LISTED;
  const stories = isListed ? [...new Set([...listed.filter((id) => !lost.has(id)), ...gained])].sort(byCodeUnit) : [];
  return entityRow({ key, attributes: { ...attributes, stories } }, COLUMNS, { tally: JSON.stringify(tally), storyCount: neo4j.int(tally.stories) });
}

function edgeProperties(edge: PatchedEdge): Readonly<Record<string, unknown>> {
  const claimedBy = edge.tally.claimants();
  return { ...propertiesOf(RELATION_PROPERTIES, edge), claimedBy: claimedBy.length ? claimedBy : null, tally: JSON.stringify(edge.tally) };
}

function recordOf({ id, contribution }: Placed): ReturnType<typeof storyRecord> {
  const { story } = contribution;
  return storyRecord({ ...contribution, mentions: [] }, new Map([[story, id]]), new Printings([story], new Map()));
}

function contributionRow({ id, contribution }: Placed): Readonly<Record<'sha256' | 'ownId' | 'story' | 'data', string>> {
  const { story }: Contribution = contribution;
  return { sha256: story.sha256, ownId: story.id, story: id, data: contributionJson(contribution) };
}
