import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { writeAtomically } from '../../graph/atomic-file.ts';
import { EXPORTERS, exporterFor, exportFiles, exportGraph, type Exporter, type ExportOptions, type Flavour } from '../../graph/export/index.ts';
import { DragomanError } from '../errors.ts';
import { viewerPage } from '../server/index.ts';
import { asBuiltOption, readCorrected } from './corrected.ts';
import { count } from './count.ts';
import { prepareOutput } from './output.ts';

interface CommandOptions {
  readonly to: string;
  readonly output?: string;
  readonly flavour?: Flavour;
  readonly aggregate?: boolean;
  readonly asBuilt?: boolean;
}

/** `dragoman export graph.json --to FORMAT`: files for analysts. */
export function addExport(program: Command): void {
  const formats = EXPORTERS.map((exporter) => exporter.format);
  program.command('export')
    .description('write a graph for Gephi, yEd, NetworkX, Neo4j, a spreadsheet or a colleague')
    .argument('[graph]', 'the graph file', 'graph.json')
    .addOption(new Option('--to <format>', 'format').choices(formats).makeOptionMandatory())
    .option('-o, --output <file>', 'where to write; standard output without it (CSV: a folder gets every table)')
    .option('--flavour <program>', 'GraphML: gephi, yed or neo4j; CSV: plain or neo4j')
    .option('--aggregate', 'GraphML: one edge for each pair, with counts')
    .addOption(asBuiltOption())
    .addHelpText('after', `\nFormats:\n${EXPORTERS.map((exporter) => `  ${exporter.format.padEnd(8)} ${exporter.means}`).join('\n')}
\nExamples:\n  dragoman export graph.json --to graphml -o graph.graphml\n  dragoman export graph.json --to csv -o tables/\n  dragoman export graph.json --to html -o graph.html\n`)
    .action(async (graph: string, options: CommandOptions) => { await run(graph, options); });
}

async function run(graphPath: string, options: CommandOptions): Promise<void> {
  const exporter = exporterFor(options.to);
  if (!exporter) throw new DragomanError('E_USAGE', { what: `--to ${options.to} is no format` });
  checkOptions(exporter, options);
  const source = readCorrected(graphPath, options.asBuilt);
  const choices: ExportOptions = {
    ...(options.flavour ? { flavour: options.flavour } : {}), ...(options.aggregate ? { aggregate: true } : {}),
    ...(exporter.format === 'html' ? { template: viewerPage() } : {}),
  };
  if (!options.output) return writeOut(exportGraph(source, exporter, choices));
  const files = exportFiles(source, exporter, choices);
  const single = files.length === 1 || /\.\w+$/.test(options.output);
  const targets = single ? [{ path: options.output, chunks: files[0].chunks }] : files.map(({ name, chunks }) => ({ path: join(options.output ?? '', name), chunks }));
  for (const { path } of targets) prepareOutput(path);
  for (const { path, chunks } of targets) writeAtomically(path, chunks);
  process.stderr.write(`${targets.map(({ path }) => path).join(', ')}: ${count(source.order, 'node')} and ${count(source.size, 'edge')} as ${exporter.format}\n`);
}

function checkOptions(exporter: Exporter, options: CommandOptions): void {
  if (options.flavour && !exporter.flavours.includes(options.flavour)) {
    throw new DragomanError('E_USAGE', { what: `--flavour ${options.flavour} is not one of ${exporter.format}'s (${exporter.flavours.join(', ') || 'it has none'})` });
  }
  if (options.aggregate && !exporter.canAggregate) throw new DragomanError('E_USAGE', { what: `--aggregate does not go with ${exporter.format}` });
}

/** Writes to standard output at the reader's pace. */
async function writeOut(chunks: Iterable<string>): Promise<void> {
  for (const chunk of chunks) {
    if (!process.stdout.write(chunk)) await new Promise((resolve) => { process.stdout.once('drain', resolve); });
  }
}
