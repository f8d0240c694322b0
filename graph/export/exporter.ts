import type { GraphSource } from '../source.ts';

/** Which program a GraphML or CSV file is for. */
export type Flavour = 'gephi' | 'yed' | 'neo4j' | 'plain';

export interface ExportOptions {
  /** GraphML: gephi (default), yed or neo4j. CSV: plain (default) or neo4j. */
  readonly flavour?: Flavour;
  /** GraphML: one edge for each pair of nodes, with counts. */
  readonly aggregate?: boolean;
  /** HTML: the viewer, built into one file. */
  readonly template?: string;
}

/** One file of an export, as text in pieces that are made when asked for. */
export interface ExportFile {
  readonly name: string;
  readonly chunks: Iterable<string>;
}

/** A format that a graph can be written in. */
export interface Exporter {
  /** Name after `--to`. */
  readonly format: string;
  /** Without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** What it is and who reads it, in one line for the help. */
  readonly means: string;
  /** The flavours that it knows, the default first; none where there is only one. */
  readonly flavours: readonly Flavour[];
  readonly canAggregate: boolean;
  /** Every file of the export; the first is the one that stands for it where only one can be written, as on stdout. */
  files(graph: GraphSource, options: ExportOptions): readonly [ExportFile, ...ExportFile[]];
}
