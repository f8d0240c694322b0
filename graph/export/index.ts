// All formats that a graph can be written in. Free of Node's own modules: the viewer uses it too.

import type { DragomanGraph } from '../schema.ts';
import { sourceOf, type GraphSource } from '../source.ts';
import { csv } from './csv.ts';
import { cypher } from './cypher.ts';
import type { Exporter, ExportFile, ExportOptions } from './exporter.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { html } from './html.ts';
import { jsonld } from './jsonld.ts';

export type { Exporter, ExportFile, ExportOptions, Flavour } from './exporter.ts';

export const EXPORTERS = [graphml, gexf, csv, cypher, jsonld, html] as const satisfies readonly Exporter[];

const PIECE = 1 << 16;

export function exporterFor(format: string): Exporter | undefined {
  return EXPORTERS.find((exporter) => exporter.format === format);
}

/**
 * The text of the one file that stands for the export (of CSV the edges), in pieces of about 64 KiB made when asked
 * for. The same graph gives the same text.
 */
export function exportGraph(graph: DragomanGraph | GraphSource, exporter: Exporter, options: ExportOptions = {}): Iterable<string> {
  return exportFiles(graph, exporter, options)[0].chunks;
}

/** Every file of the export; the first is the one that `exportGraph` gives. */
export function exportFiles(graph: DragomanGraph | GraphSource, exporter: Exporter, options: ExportOptions = {}): readonly [ExportFile, ...ExportFile[]] {
  const [first, ...others] = exporter.files(sourceOf(graph), options);
  const even = ({ name, chunks }: ExportFile): ExportFile => ({ name, chunks: inPieces(chunks) });
  return [even(first), ...others.map(even)];
}

function* inPieces(chunks: Iterable<string>): Generator<string> {
  let waiting: string[] = [];
  let length = 0;
  for (const chunk of chunks) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < PIECE) continue;
    yield waiting.join('');
    waiting = [];
    length = 0;
  }
  if (length) yield waiting.join('');
}
