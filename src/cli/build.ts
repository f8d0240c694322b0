import type { Command } from 'commander';
import { correctGraph } from '../../graph/correct-graph.ts';
import { correctionsPath, readCorrections } from '../../graph/corrections-file.ts';
import { layout } from '../../graph/layout.ts';
import { writeGraph } from '../../graph/file.ts';
import { createMerger } from '../../graph/merge.ts';
import type { DragomanGraph } from '../../graph/schema.ts';
import { readStories, type Notice } from '../1-read/index.ts';
import { createParser } from '../2-parse/index.ts';
import { DragomanError } from '../errors.ts';
import { extractParsed } from '../extract.ts';
import { EXIT, oneLine } from './exit.ts';
import { explain } from './explain.ts';
import { Progress } from './progress.ts';

interface BuildOptions {
  readonly output: string;
  readonly published?: string;
  readonly explain?: boolean;
  readonly json?: boolean;
}

/** What a build did, as `--json` prints it. */
interface BuildSummary {
  readonly output: string;
  readonly stories: number;
  readonly nodes: number;
  readonly edges: number;
  readonly evidence: number;
  readonly skipped: number;
  readonly failed: number;
}

/** `dragoman build PATH…`: stories to graph.json. */
export function addBuild(program: Command): void {
  program.command('build')
    .description('read stories and write their graph')
    .argument('<paths...>', 'files, folders, globs, http(s) addresses, or - for standard input')
    .option('-o, --output <file>', 'where to write the graph', 'graph.json')
    .option('--published <date>', 'publication date (YYYY-MM-DD) of stories that carry none')
    .option('--explain', 'print for each edge the words and the rule that made it')
    .option('--json', 'print the summary as JSON on stdout')
    .addHelpText('after', `
Examples:
  dragoman build story.txt --published 2025-01-09
  dragoman build 'archive/**/*.html' feed.xml -o week.json
  cat story.txt | dragoman build - --explain
`)
    .action(async (paths: string[], options: BuildOptions) => {
      process.exitCode = await build(paths, options);
    });
}

async function build(paths: readonly string[], options: BuildOptions): Promise<number> {
  if (options.published !== undefined && !isDate(options.published)) throw new DragomanError('E_USAGE', { what: `--published ${options.published} is not a date (YYYY-MM-DD)` });
  const progress = new Progress(process.stderr);
  const notices: Notice[] = [];
  const onNotice = (notice: Notice): void => {
    notices.push(notice);
    progress.clear();
    process.stderr.write(`${oneLine(notice.error)}\n`);
  };
  // Before the stories: a mistake in this file must not cost an hour's reading.
  const corrections = readCorrections(options.output);
  const merger = createMerger();
  const parser = await createParser();
  let stories = 0;
  for await (const story of readStories(paths, { onNotice, stdin: () => process.stdin, ...(options.published ? { published: options.published } : {}) })) {
    try {
      const extraction = extractParsed(await parser.parse(story));
      merger.add(extraction);
      stories++;
      progress.story(story.title ?? story.id, extraction.relations.length);
      if (options.explain) process.stdout.write(explain(extraction));
    } catch (cause) {
      onNotice({ level: 'fail', source: story.source, error: new DragomanError('E_INTERNAL', { what: `${story.source}, story ${story.id}`, why: cause instanceof Error ? cause.message : String(cause) }, { cause }) });
    }
  }
  await parser.dispose();
  progress.clear();
  const failed = notices.filter((notice) => notice.level === 'fail').length;
  if (!stories) throw new DragomanError('E_NO_INPUT', { what: paths.join(', ') });
  const { graph, unused } = correctGraph(merger.build(), corrections);
  if (unused.length) process.stderr.write(`${correctionsPath(options.output)}: ${unused.length} of ${corrections.length} corrections name nothing in this graph\n`);
  layout(graph);
  writeGraph(graph, options.output);
  summarise(graph, options, { stories, skipped: notices.length - failed, failed });
  return failed ? EXIT.partial : EXIT.done;
}

function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function summarise(graph: DragomanGraph, options: BuildOptions, counts: Pick<BuildSummary, 'stories' | 'skipped' | 'failed'>): void {
  let evidence = 0;
  graph.forEachEdge((_edge, attributes) => { evidence += attributes.evidence.length; });
  const summary: BuildSummary = { output: options.output, nodes: graph.order, edges: graph.size, evidence, ...counts };
  if (options.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  const { stories, nodes, edges, skipped, failed } = summary;
  process.stderr.write(`${options.output}: ${stories} stories, ${nodes} actors and places, ${edges} edges with ${evidence} sentences${skipped ? `, ${skipped} skipped` : ''}${failed ? `, ${failed} failed` : ''}\n`);
}
