import { edgesOf, type Placed, type StoryEdge } from './contribution.ts';
import { oppositesOf } from './disputes.ts';
import { EdgeTally } from './edge-tally.ts';
import { byCodeUnit, pairKey } from './keys.ts';
import { NodeTally } from './node-tally.ts';
import type { EdgeRecord, NodeAttributes } from './schema.ts';

/** A node as it will be; `stories` are kept apart, for there may be many. */
export interface PatchedNode {
  readonly key: string;
  readonly attributes: Omit<NodeAttributes, 'stories'>;
  readonly tally: NodeTally;
  /** Ids of stories that name it from now on, and of those that no longer do. */
  readonly gained: ReadonlySet<string>;
  readonly lost: ReadonlySet<string>;
}

/** An edge as it will be, without its sentences. */
export interface PatchedEdge extends EdgeRecord {
  readonly tally: EdgeTally;
  /** That of the standing edge; absent where the edge is new. */
  readonly id?: string;
}

/** An edge that the graph has already, and its counts. */
export interface StandingEdge extends Pick<EdgeRecord, 'key' | 'source' | 'target'> {
  /** The database's name for it. */
  readonly id?: string;
  readonly kind: Pick<EdgeRecord['attributes'], 'type' | 'polarity' | 'modality' | 'symmetric'>;
  readonly tally: EdgeTally;
}

/**
 * What changes in a graph when some contributions are taken back and others come. It is told what the graph holds of the nodes
 * and edges concerned, and says what they are afterwards: with the same functions that build a graph of all stories.
 */
export class GraphPatch {
  readonly removed: readonly Placed[];
  readonly added: readonly Placed[];
  readonly goneEdges: readonly StoryEdge[];
  readonly newEdges: readonly StoryEdge[];

  constructor(removed: readonly Placed[], added: readonly Placed[]) {
    this.removed = removed;
    this.added = added;
    this.goneEdges = removed.flatMap(edgesOf);
    this.newEdges = added.flatMap(edgesOf);
  }

  /** Keys of the nodes that any of the stories names, in the order in which they are to be locked. */
  nodeKeys(): string[] {
    const keys = [...this.removed, ...this.added].flatMap(({ contribution }) => contribution.entities.map(({ key }) => key));
    return [...new Set(keys)].sort(byCodeUnit);
  }

  /** The ends of all edges that may change. */
  pairs(): { readonly source: string; readonly target: string }[] {
    const pairs = new Map([...this.goneEdges, ...this.newEdges].map(({ source, target }) => [pairKey(source, target), { source, target }]));
    return [...pairs.values()];
  }

  /** The nodes afterwards; those that no story names any more are among them, with no stories. @param standing the counts that the graph has */
  nodes(standing: ReadonlyMap<string, NodeTally>): PatchedNode[] {
    const nodes = new Map(this.nodeKeys().map((key) => [key, { tally: standing.get(key) ?? new NodeTally(), gained: new Set<string>(), lost: new Set<string>() }]));
    for (const [placed, times] of this.changes()) {
      for (const entity of placed.contribution.entities) {
        const node = nodes.get(entity.key);
        node?.tally.add(entity, times);
        node?.[times > 0 ? 'gained' : 'lost'].add(placed.id);
      }
    }
    return [...nodes].map(([key, node]) => ({ key, ...node, attributes: node.tally.attributes() }));
  }

  /**
   * The edges between those pairs afterwards; those that no sentence states any more are among them, with weight 0.
   * @param standing every edge that the graph has between the pairs
   * @param isDenied tells of a key whether the evidence, as it stands afterwards, denies that edge
   */
  edges(standing: readonly StandingEdge[], isDenied: (key: string) => boolean): PatchedEdge[] {
    const edges = new Map<string, StandingEdge>(standing.map((edge) => [edge.key, edge]));
    for (const [own, times] of [...this.goneEdges.map((edge) => [edge, -1] as const), ...this.newEdges.map((edge) => [edge, 1] as const)]) {
      const edge = edges.get(own.key) ?? { key: own.key, source: own.source, target: own.target, kind: kindOf(own), tally: new EdgeTally() };
      edges.set(own.key, edge);
      edge.tally.add({ evidence: own.attributes.evidence, titles: own.titles }, times);
    }
    const isThere = (key: string): boolean => (edges.get(key)?.tally.sentences ?? 0) > 0;
    return [...edges.values()].map(({ id, key, source, target, kind, tally }) => {
      const facts = tally.facts();
      const isDisputed = isDenied(key) || oppositesOf(kind, source, target).some(isThere);
      return { ...(id === undefined ? {} : { id }), key, source, target, tally, attributes: { ...kind, ...facts, ...(isDisputed ? { status: 'disputed' as const } : {}), evidence: [] } };
    });
  }

  private changes(): (readonly [Placed, 1 | -1])[] {
    return [...this.removed.map((placed) => [placed, -1] as const), ...this.added.map((placed) => [placed, 1] as const)];
  }
}

function kindOf({ attributes: { type, polarity, modality, symmetric } }: EdgeRecord): StandingEdge['kind'] {
  return { type, polarity, modality, ...(symmetric ? { symmetric } : {}) };
}
