import { existsSync, readFileSync } from 'node:fs';
import { DragomanError } from '../../src/errors.ts';
import type { Modality, Polarity } from '../../src/model/evidence.ts';
import { isEdgeType, NODE_TYPES, type EdgeType, type NodeType } from '../../src/model/vocabulary.ts';

/** An entity that a reader found in a story, under every name that counts as naming it. */
export interface GoldEntity {
  readonly id: string;
  readonly names: readonly string[];
  readonly type: NodeType;
  /** Further types that are no error. */
  readonly types?: readonly NodeType[];
  readonly wikidata?: string;
  /** Neither required nor counted against. */
  readonly optional?: boolean;
}

/** Ends by entity id. */
export interface GoldEnds {
  readonly source: string;
  readonly type: EdgeType;
  readonly target: string;
}

export interface GoldEdge extends GoldEnds {
  /** Other readings that are as good. */
  readonly or?: readonly Partial<GoldEnds>[];
  readonly polarity?: Polarity;
  readonly modality?: Modality;
  readonly attributedTo?: readonly string[];
  readonly optional?: boolean;
}

/** One annotated story. `match` finds it in a graph whose stories have other ids. */
export interface GoldStory {
  readonly id: string;
  readonly match?: { readonly title?: string; readonly text?: string };
  readonly entities: readonly GoldEntity[];
  readonly edges: readonly GoldEdge[];
  /** What the text contradicts: must not stand in the graph as a fact. */
  readonly forbidden?: readonly GoldEnds[];
  readonly skip?: boolean;
}

/**
 * Reads a gold file: one annotated story a line; those marked `skip` are left out.
 * @throws DragomanError E_NOT_FOUND; E_MALFORMED with the line that is no JSON, names an unknown type or an entity that it lacks.
 */
export function readGold(path: string): readonly GoldStory[] {
  if (!existsSync(path)) throw new DragomanError('E_NOT_FOUND', { what: path });
  return readFileSync(path, 'utf8').split('\n').flatMap((line, index) => {
    if (!line.trim()) return [];
    const fail = (why: string): never => { throw new DragomanError('E_MALFORMED', { what: `${path}, line ${index + 1}`, why }); };
    let story: GoldStory;
    try {
      story = JSON.parse(line) as GoldStory;
    } catch {
      return fail('it is not JSON');
    }
    const flaw = flawOf(story);
    return flaw ? fail(flaw) : story.skip ? [] : [story];
  });
}

function flawOf({ id, entities, edges, forbidden = [] }: GoldStory): string | undefined {
  if (typeof id !== 'string' || !Array.isArray(entities) || !Array.isArray(edges)) return 'a gold story has id, entities and edges';
  const known = new Set(entities.map((entity) => entity.id));
  for (const entity of entities) if (!Object.hasOwn(NODE_TYPES, entity.type)) return `${id}: unknown node type ${entity.type}`;
  for (const edge of [...edges.flatMap(readingsOf), ...forbidden]) {
    if (!isEdgeType(edge.type)) return `${id}: unknown edge type ${String(edge.type)}`;
    const lost = [edge.source, edge.target].find((end) => !known.has(end));
    if (lost !== undefined) return `${id}: no entity ${lost}`;
  }
  return undefined;
}

/** The edge as annotated, then every reading that is as good. */
export function readingsOf(edge: GoldEdge): readonly GoldEnds[] {
  return [edge, ...(edge.or ?? []).map((other) => ({ ...edge, ...other }))];
}
