// What a reader has put right by hand. It stands beside the graph in corrections.json and is applied again
// after every build, in the order in which it was made.

import { foldNodes } from './fold-nodes.ts';
import type { EdgeRecord, GraphFile, NodeRecord, NodeType } from './schema.ts';
import { strictJson } from './well-formed.ts';

/** One correction. Keys are those of the graph as the corrections before it leave it. */
export type Correction =
  | { readonly do: 'merge'; readonly node: string; readonly into: string }
  | { readonly do: 'rename'; readonly node: string; readonly label: string }
  | { readonly do: 'retype'; readonly node: string; readonly type: NodeType }
  | { readonly do: 'reject'; readonly edge: string }
  | { readonly do: 'note'; readonly node: string; readonly text: string }
  | { readonly do: 'note'; readonly edge: string; readonly text: string };

/** The whole of corrections.json. */
export interface CorrectionsFile {
  readonly format: 1;
  readonly corrections: readonly Correction[];
}

/** The text of corrections.json, one correction a line. */
export function correctionsText(corrections: readonly Correction[]): string {
  const lines = corrections.map((correction) => `  ${strictJson(correction)}`);
  return `{"format":1,"corrections":[${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}]}\n`;
}

export interface CorrectedGraph {
  readonly graph: GraphFile;
  /** What names a node or edge that the graph lacks: kept in the file, without effect here. */
  readonly unused: readonly Correction[];
}

/**
 * A graph as corrected; the one given stays as it is. To apply the same corrections again changes nothing more.
 * The result lists in its attributes what took effect.
 */
export function applyCorrections(file: GraphFile, corrections: readonly Correction[]): CorrectedGraph {
  const draft: Draft = {
    nodes: new Map(file.nodes.map((node) => [node.key, node])),
    edges: new Map(file.edges.map((edge) => [edge.key, edge])),
    stories: file.attributes.stories,
    joined: new Map(),
  };
  const unused = corrections.filter((correction) => !apply(draft, correction));
  settle(draft);
  // In a file that a build has already corrected, what is named may be gone because of the correction itself.
  const known = new Set(file.attributes.corrections?.map((item) => JSON.stringify(item)));
  const used = corrections.filter((correction) => !unused.includes(correction) || known.has(JSON.stringify(correction)));
  const { corrections: _, ...attributes } = file.attributes;
  return {
    graph: {
      ...file,
      attributes: { ...attributes, ...(used.length > 0 ? { corrections: [...used] } : {}), stories: draft.stories },
      nodes: [...draft.nodes.values()],
      edges: [...draft.edges.values()],
    },
    unused: unused.filter((correction) => !used.includes(correction)),
  };
}

/** A graph in the making. Edges follow joined nodes only when they are asked for: one pass for many merges. */
interface Draft {
  nodes: Map<string, NodeRecord>;
  edges: Map<string, EdgeRecord>;
  stories: GraphFile['attributes']['stories'];
  /** Key of a node that is no more, and of the one that took it in. */
  joined: Map<string, string>;
}

function settle(draft: Draft): void {
  if (draft.joined.size === 0) return;
  Object.assign(draft, foldNodes(draft, draft.joined));
  draft.joined = new Map();
}

/** False where the graph lacks what the correction names. */
function apply(draft: Draft, correction: Correction): boolean {
  switch (correction.do) {
    case 'merge':
      return merge(draft, correction.node, correction.into);
    case 'rename':
      return changeNode(draft, correction.node, (node) => rename(node, correction.label));
    case 'retype':
      return changeNode(draft, correction.node, ({ key, attributes }) => ({ key, attributes: { ...attributes, type: correction.type } }));
    case 'reject':
      settle(draft);
      return draft.edges.delete(correction.edge);
    case 'note':
      return 'edge' in correction ? noteEdge(draft, correction.edge, correction.text) : changeNode(draft, correction.node, (node) => withNote(node, correction.text));
  }
}

function changeNode(draft: Draft, key: string, change: (node: NodeRecord) => NodeRecord): boolean {
  const node = draft.nodes.get(key);
  if (node !== undefined) draft.nodes.set(key, change(node));
  return node !== undefined;
}

/** The old name stays findable as an alias. */
function rename({ key, attributes }: NodeRecord, label: string): NodeRecord {
  const aliases = attributes.aliases.includes(attributes.label) ? attributes.aliases : [...attributes.aliases, attributes.label];
  return { key, attributes: { ...attributes, label, aliases: attributes.label === label ? attributes.aliases : aliases } };
}

function withNote<T extends NodeRecord | EdgeRecord>(record: T, text: string): T {
  const notes = record.attributes.notes ?? [];
  return notes.includes(text) ? record : { ...record, attributes: { ...record.attributes, notes: [...notes, text] } };
}

function noteEdge(draft: Draft, key: string, text: string): boolean {
  settle(draft);
  const edge = draft.edges.get(key);
  if (edge !== undefined) draft.edges.set(key, withNote(edge, text));
  return edge !== undefined;
}

function merge(draft: Draft, from: string, into: string): boolean {
  const [lost, kept] = [draft.nodes.get(from), draft.nodes.get(into)];
  if (lost === undefined || kept === undefined || from === into) return false;
  draft.nodes.delete(from);
  draft.nodes.set(into, { key: into, attributes: joinAttributes(kept.attributes, lost.attributes) });
  draft.joined.set(from, into);
  return true;
}

const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];

/** What both say of themselves; where they differ the node that stays is right. */
function joinAttributes(kept: NodeRecord['attributes'], lost: NodeRecord['attributes']): NodeRecord['attributes'] {
  const known = new Set((kept.roles ?? []).map((role) => JSON.stringify([role.title.toLowerCase(), role.of, role.status])));
  const roles = [...(kept.roles ?? []), ...(lost.roles ?? []).filter((role) => !known.has(JSON.stringify([role.title.toLowerCase(), role.of, role.status])))];
  const notes = union(kept.notes ?? [], lost.notes ?? []);
  const hasPlace = kept.lat !== undefined && kept.lon !== undefined;
  return {
    ...lost, ...kept,
    ...(hasPlace || lost.lat === undefined || lost.lon === undefined ? {} : { lat: lost.lat, lon: lost.lon }),
    aliases: union(kept.aliases, [...lost.aliases, lost.label]).filter((alias) => alias !== kept.label || kept.aliases.includes(alias)),
    ...(roles.length > 0 ? { roles } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    mentions: kept.mentions + lost.mentions,
    stories: union(kept.stories, lost.stories).toSorted(),
  };
}
