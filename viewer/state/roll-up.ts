import type { EdgeAttributes, EdgeRecord, GraphFile, NodeRecord } from '../../graph/schema.ts';
import { classOf } from './vocabulary.ts';

// Everything rolled up to those who act on the world's stage: countries and armed groups. A person stands for what
// the present office is in, an organisation or place for its country. Collective actors and events stand for nobody.

/** Key of the country or armed group that each node stands for; absent where it stands for none. */
export function actorsOf(nodes: readonly NodeRecord[]): Map<string, string> {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const countryKey = new Map(nodes.flatMap(({ key, attributes }) => (attributes.type === 'Country' && attributes.country !== undefined ? [[attributes.country, key] as const] : [])));
  const actorOf = (key: string, isOffice = false): string | undefined => {
    const node = byKey.get(key);
    if (node === undefined) return undefined;
    const { type, country, roles = [] } = node.attributes;
    if (type === 'Country' || type === 'ArmedGroup') return key;
    if (type === 'Group' || type === 'Event') return undefined;
    const office = type === 'Person' && !isOffice ? roles.find((role) => role.status !== 'former') : undefined;
    return (office === undefined ? undefined : actorOf(office.of, true)) ?? (country === undefined ? undefined : countryKey.get(country));
  };
  return new Map(nodes.flatMap(({ key }) => {
    const actor = actorOf(key);
    return actor === undefined ? [] : [[key, actor] as const];
  }));
}

/** The graph between countries and armed groups: edges of structure and those within one actor are left out, equal ones merged. */
export function rollUp(file: GraphFile): GraphFile {
  const actors = actorsOf(file.nodes);
  const edges = new Map<string, EdgeRecord>();
  for (const edge of file.edges) {
    if (classOf(edge.attributes.type) === 'structure') continue;
    const [from, to] = [actors.get(edge.source), actors.get(edge.target)];
    if (from === undefined || to === undefined || from === to) continue;
    const [source, target] = edge.attributes.symmetric === true && from > to ? [to, from] : [from, to];
    const { type, polarity, modality } = edge.attributes;
    const key = `${source}|${type}|${target}|${polarity}|${modality}`;
    const known = edges.get(key);
    edges.set(key, { key, source, target, attributes: known === undefined ? edge.attributes : merge(known.attributes, edge.attributes) });
  }
  const used = new Set([...edges.values()].flatMap((edge) => [edge.source, edge.target]));
  const size = new Map<string, number>();
  for (const { key, attributes } of file.nodes) {
    const actor = actors.get(key);
    if (actor !== undefined) size.set(actor, (size.get(actor) ?? 0) + attributes.mentions);
  }
  const nodes = file.nodes.filter((node) => used.has(node.key)).map((node) => ({ ...node, attributes: { ...node.attributes, mentions: size.get(node.key) ?? node.attributes.mentions } }));
  return { ...file, nodes, edges: [...edges.values()] };
}

function merge(a: EdgeAttributes, b: EdgeAttributes): EdgeAttributes {
  const evidence = [...a.evidence, ...b.evidence];
  // As when the graph was built: each sentence is another chance to be right.
  const confidence = Math.min(0.99, 1 - (1 - a.confidence) * (1 - b.confidence));
  const days = [a.firstSeen, b.firstSeen, a.lastSeen, b.lastSeen].filter((day) => day !== undefined).toSorted();
  const rank = { disputed: 2, reported: 1, claimed: 0 } as const;
  return {
    ...a, evidence, confidence, weight: evidence.length, status: rank[a.status] >= rank[b.status] ? a.status : b.status,
    ...(days.length > 0 && { firstSeen: days[0]!, lastSeen: days.at(-1)! }),
  };
}
