// The export is a file, not a record: whoever hands it on does so piece by piece.

import { z } from 'zod';
import { DragomanError } from '../../src/errors.ts';
import { exporterFor, EXPORTERS, exportFiles, type Exporter } from '../export/index.ts';
import type { OpenGraph } from './current-graph.ts';
import { checkInput } from './read.ts';

export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  /** Its text in pieces, made when asked for. */
  readonly chunks: Iterable<string>;
}

const INPUT = z.strictObject({
  format: z.enum(EXPORTERS.map(({ format }) => format)).describe(EXPORTERS.map(({ format, means }) => `${format}: ${means}`).join('; ')),
  flavour: z.enum(['gephi', 'yed', 'neo4j', 'plain']).optional().describe('graphml: gephi, yed or neo4j; csv: plain or neo4j'),
  aggregate: z.boolean().optional().describe('graphml: one edge for each pair, with counts'),
  file: z.string().max(100).optional().describe('csv: which of its tables, such as nodes.csv; the first without it'),
});

export const EXPORT = {
  name: 'export',
  title: 'Export',
  description: 'The whole graph, with its corrections, for other programs: as GraphML, GEXF, CSV, Cypher, JSON-LD or one HTML page.',
  input: INPUT,
  /** @throws DragomanError E_PARAMETER, E_VIEWER */
  file(graph: OpenGraph, input: unknown): ExportedFile {
    const { format, flavour, aggregate, file } = checkInput(INPUT, input);
    const exporter = exporterFor(format)!;
    checkChoices(exporter, flavour, aggregate);
    const template = format === 'html' ? { template: graph.viewerPage() } : {};
    const files = exportFiles(graph.source, exporter, { ...(flavour ? { flavour } : {}), ...(aggregate ? { aggregate } : {}), ...template });
    const found = file === undefined ? files[0] : files.find(({ name }) => name === file);
    if (!found) throw new DragomanError('E_PARAMETER', { what: 'file', why: `it is none of ${files.map(({ name }) => name).join(', ')}` });
    return { ...found, mediaType: exporter.mediaType };
  },
} as const;

function checkChoices(exporter: Exporter, flavour: z.infer<typeof INPUT>['flavour'], aggregate: boolean | undefined): void {
  if (flavour && !exporter.flavours.includes(flavour)) {
    throw new DragomanError('E_PARAMETER', { what: 'flavour', why: exporter.flavours.length > 0 ? `it is none of ${exporter.flavours.join(', ')}` : `${exporter.format} has none` });
  }
  if (aggregate && !exporter.canAggregate) throw new DragomanError('E_PARAMETER', { what: 'aggregate', why: `it does not go with ${exporter.format}` });
}
