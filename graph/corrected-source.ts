import { statSync } from 'node:fs';
import { applyCorrections, type Correction } from './corrections.ts';
import { correctionsPath, readCorrections } from './corrections-file.ts';
import { fileSource } from './file.ts';
import { byCodeUnit } from './keys.ts';
import type { GraphSource } from './source.ts';

/** A graph file as it is to be read: with the corrections beside it, or as it was built. */
export interface ReadingOptions {
  /** Leaves corrections.json out. */
  readonly asBuilt?: boolean;
}

export interface CorrectedSource {
  readonly source: GraphSource;
  /** All corrections that were read. */
  readonly corrections: readonly Correction[];
  /** Those of them that name nothing in this graph. */
  readonly unused: readonly Correction[];
}

/**
 * A graph file with the corrections beside it applied. Where there are none it is `fileSource`, which keeps little in
 * memory; where there are, the graph is read whole.
 * @throws DragomanError as `fileSource`; E_CORRECTIONS, E_PERMISSION for the corrections
 */
export function correctedSource(graphPath: string, { asBuilt = false }: ReadingOptions = {}): CorrectedSource {
  const source = fileSource(graphPath);
  const corrections = asBuilt ? [] : readCorrections(graphPath);
  return corrections.length === 0 ? { source, corrections, unused: [] } : { ...correctSource(source, corrections), corrections };
}

/** A graph as corrected, nodes and edges by key, and what names nothing in it. */
export function correctSource(source: GraphSource, corrections: readonly Correction[]): Pick<CorrectedSource, 'source' | 'unused'> {
  const options = { type: 'directed', multi: true, allowSelfLoops: false } as const;
  const { graph: { attributes, nodes, edges }, unused } = applyCorrections({ attributes: source.attributes, options, nodes: [...source.nodes()], edges: [...source.edges()] }, corrections);
  const byKey = (a: { readonly key: string }, b: { readonly key: string }): number => byCodeUnit(a.key, b.key);
  const [ownNodes, ownEdges] = [nodes.toSorted(byKey), edges.toSorted(byKey)];
  return { source: { attributes, order: nodes.length, size: edges.length, nodes: () => ownNodes, edges: () => ownEdges }, unused };
}

/** Another text whenever a graph file or the corrections beside it have been written anew; nothing is one of their ages. */
export function ageOfGraph(graphPath: string): string {
  return [graphPath, correctionsPath(graphPath)].map((path) => {
    const info = statSync(path, { throwIfNoEntry: false });
    return info === undefined ? 'none' : `${info.ino}-${info.size}-${info.mtimeMs}`;
  }).join(' ');
}
