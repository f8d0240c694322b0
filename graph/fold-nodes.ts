import { agreement, oneASentence, seen, statusOf } from './edge-evidence.ts';
import { byCodeUnit, edgeKey } from './keys.ts';
import type { EdgeRecord, Evidence, NodeRecord, StoryRecord } from './schema.ts';

/** The parts of a graph that name nodes by key. */
export interface Naming {
  readonly nodes: ReadonlyMap<string, NodeRecord>;
  readonly edges: ReadonlyMap<string, EdgeRecord>;
  readonly stories: StoryRecord[];
}

/**
 * Lets everything that names a joined node name the one that took it in: edges, their evidence, offices, mentions.
 * Edges that become the same are one with the evidence of both; those from a node to itself fall away.
 */
export function foldNodes({ nodes, edges, stories }: Naming, joined: ReadonlyMap<string, string>): { nodes: Map<string, NodeRecord>; edges: Map<string, EdgeRecord>; stories: StoryRecord[] } {
  const nameOf = (key: string): string => {
    let name = key;
    for (let next = joined.get(name); next !== undefined; next = joined.get(name)) name = next;
    return name;
  };
  const rekeyed = new Map<string, string>();
  for (const edge of edges.values()) {
    const { key } = renamed(edge, nameOf);
    if (key !== edge.key) rekeyed.set(edge.key, key);
  }
  const folded = new Map<string, EdgeRecord>();
  for (const edge of edges.values()) {
    const next = rewritten(renamed(edge, nameOf), nameOf, rekeyed);
    if (next.source === next.target) continue;
    const other = folded.get(next.key);
    folded.set(next.key, other === undefined ? next : joinEdges(other, next));
  }
  return { nodes: renameOffices(nodes, nameOf), edges: inOrder(folded), stories: stories.map((story) => renameMentions(story, nameOf)) };
}

type NameOf = (key: string) => string;

const inOrder = (edges: ReadonlyMap<string, EdgeRecord>): Map<string, EdgeRecord> => new Map([...edges].sort(([a], [b]) => byCodeUnit(a, b)));

/** The edge between the new ends; a symmetric one runs from the smaller key to the larger. */
function renamed(edge: EdgeRecord, nameOf: NameOf): EdgeRecord {
  const [from, to] = [nameOf(edge.source), nameOf(edge.target)];
  if (from === edge.source && to === edge.target) return edge;
  const { attributes } = edge;
  const { type, polarity, modality } = attributes;
  const isTurned = attributes.symmetric === true && from > to;
  const [source, target] = isTurned ? [to, from] : [from, to];
  const evidence = isTurned ? attributes.evidence.map((item) => ({ ...item, sourceMention: item.targetMention, targetMention: item.sourceMention })) : attributes.evidence;
  return { key: edgeKey(source, type, target, polarity, modality), source, target, attributes: { ...attributes, evidence } };
}

function rewritten(edge: EdgeRecord, nameOf: NameOf, rekeyed: ReadonlyMap<string, string>): EdgeRecord {
  const isStale = ({ attributedTo, outlets = [], place, answers }: Evidence): boolean =>
    [...attributedTo, ...outlets, ...(place === undefined ? [] : [place])].some((key) => nameOf(key) !== key) || (answers !== undefined && rekeyed.has(answers));
  if (!edge.attributes.evidence.some(isStale)) return edge;
  const evidence = edge.attributes.evidence.map((item) => ({
    ...item,
    attributedTo: item.attributedTo.map(nameOf),
    ...(item.outlets === undefined ? {} : { outlets: [...new Set(item.outlets.map(nameOf))] }),
    ...(item.place === undefined ? {} : { place: nameOf(item.place) }),
    ...(item.answers === undefined ? {} : { answers: rekeyed.get(item.answers) ?? item.answers }),
  }));
  return { ...edge, attributes: { ...edge.attributes, evidence } };
}

function joinEdges(a: EdgeRecord, b: EdgeRecord): EdgeRecord {
  const evidence = oneASentence([...a.attributes.evidence, ...b.attributes.evidence]);
  const titles = [...new Set([...(a.attributes.titles ?? []), ...(b.attributes.titles ?? [])])];
  const notes = [...new Set([...(a.attributes.notes ?? []), ...(b.attributes.notes ?? [])])];
  const isDisputed = a.attributes.status === 'disputed' || b.attributes.status === 'disputed';
  const attributes = {
    ...a.attributes,
    weight: evidence.length,
    confidence: agreement(evidence),
    status: isDisputed ? 'disputed' as const : statusOf(evidence),
    ...(titles.length > 0 ? { titles } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    ...seen(evidence),
    evidence,
  };
  return { ...a, attributes };
}

function renameOffices(nodes: ReadonlyMap<string, NodeRecord>, nameOf: NameOf): Map<string, NodeRecord> {
  return new Map([...nodes].map(([key, node]) => {
    const { roles } = node.attributes;
    if (roles === undefined || roles.every(({ of }) => nameOf(of) === of)) return [key, node];
    return [key, { key, attributes: { ...node.attributes, roles: roles.map((role) => ({ ...role, of: nameOf(role.of) })) } }];
  }));
}

function renameMentions(story: StoryRecord, nameOf: NameOf): StoryRecord {
  if (story.mentions === undefined || story.mentions.every(([, , node]) => nameOf(node) === node)) return story;
  return { ...story, mentions: story.mentions.map(([start, end, node]) => [start, end, nameOf(node)]) };
}
