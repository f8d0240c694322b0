import { Option, type Command } from 'commander';
import { correctGraph } from '../../graph/correct-graph.ts';
import { readCorrections } from '../../graph/corrections-file.ts';
import { layout } from '../../graph/layout.ts';
import { writeGraph } from '../../graph/file.ts';
import { createMerger } from '../../graph/merge.ts';
import type { DragomanGraph } from '../../graph/schema.ts';
import type { Notice } from '../1-read/index.ts';
import { DragomanError } from '../errors.ts';
import type { Story } from '../model/story.ts';
import { defaultWorkers } from '../pool/index.ts';
import { readVocabulary, useVocabulary } from '../vocabulary/index.ts';
import { storiesOfBuild } from './build-stories.ts';
import { sayUnused } from './corrected.ts';
import { count } from './count.ts';
import { endWithNothing, EXIT, oneLine } from './exit.ts';
import { explain } from './explain.ts';
import { inputSizes } from './input-size.ts';
import { addLlmOptions, llmStep, type LlmFlags } from './llm.ts';
import { prepareOutput } from './output.ts';
import { Progress } from './progress.ts';
import { checkPublished } from './published.ts';

/** How stories are read. */
export interface ReadingFlags extends LlmFlags {
  readonly workers?: string;
  readonly vocabulary?: string;
}

interface BuildOptions extends ReadingFlags {
  readonly output: string;
  readonly published?: string;
  readonly explain?: boolean;
  readonly json?: boolean;
}

/** What a build did, as `--json` prints it. */
interface BuildSummary {
  readonly output: string;
  readonly stories: number;
  /** Those that were read now; the others' extractions were kept in the project. */
  readonly extracted: number;
  readonly nodes: number;
  readonly edges: number;
  readonly evidence: number;
  readonly skipped: number;
  readonly failed: number;
}

/** `dragoman build [PATH…]`: stories, or those of the project folder, to graph.json. */
export function addBuild(program: Command): void {
  const command = program.command('build')
    .description('read stories and write their graph')
    .argument('[paths...]', 'files, folders, globs, http(s) addresses, or - for standard input; none: the stories of the project folder')
    .option('-o, --output <file>', 'where to write the graph', 'graph.json')
    .option('--published <date>', 'publication date (YYYY-MM-DD) of stories that carry none')
    .addOption(new Option('--explain', 'print for each edge the words and the rule that made it').conflicts('json'))
    .option('--json', 'print the summary as JSON on stdout')
    .addHelpText('after', `
Examples:
  dragoman build story.txt --published 2025-01-09
  dragoman build 'archive/**/*.html' feed.xml -o week.json
  cat story.txt | dragoman build - --explain
  dragoman build https://news.example/feed.xml --json
  dragoman init && dragoman add archive/ && dragoman build
`)
    .action(async (paths: string[], options: BuildOptions) => {
      process.exitCode = await build(paths, options);
    });
  addReadingOptions(command);
}

/** The options about how stories are read. */
export function addReadingOptions(command: Command): void {
  command
    .option('--vocabulary <file>', 'further types, triggers and names of your own (YAML; docs/vocabulary.md)')
    .option('--workers <n>', `threads that read stories (default: ${defaultWorkers()}, all cores but one)`);
  addLlmOptions(command);
}

async function build(paths: readonly string[], options: BuildOptions): Promise<number> {
  checkPublished(options.published);
  const workers = workersOf(options.workers);
  prepareOutput(options.output);
  const vocabulary = options.vocabulary === undefined ? undefined : readVocabulary(options.vocabulary);
  if (vocabulary) useVocabulary(vocabulary);
  const progress = new Progress(process.stderr, process.stderr.isTTY && paths.length ? await inputSizes(paths) : undefined);
  const notices: Notice[] = [];
  const onNotice = (notice: Notice): void => {
    notices.push(notice);
    progress.clear();
    process.stderr.write(`${oneLine(notice.error)}\n`);
  };
  const llm = llmStep(options, (error, { story }) => { onNotice({ level: 'fail', source: story.source, error }); });
  // Before the stories: a mistake in this file must not cost an hour's reading.
  const corrections = readCorrections(options.output);
  const merger = createMerger();
  let stories = 0;
  let extracted = 0;
  // Explanations come in the order of the stories, which only one thread keeps.
  const reading = {
    onNotice, onCopy: (story: Story) => merger.addCopy(story), workers: options.explain ? 1 : workers, reader: llm,
    ...(vocabulary ? { vocabulary } : {}), ...(options.published ? { published: options.published } : {}),
  };
  for await (const outcome of storiesOfBuild(paths, reading)) {
    const { story } = outcome;
    try {
      if ('error' in outcome) throw outcome.error;
      const { extraction } = outcome;
      merger.add(extraction);
      stories++;
      if (outcome.fresh !== false) extracted++;
      progress.story(story, extraction.relations.length);
      if (options.explain) process.stdout.write(explain(extraction));
    } catch (cause) {
      onNotice({ level: 'fail', source: story.source, error: cause instanceof DragomanError ? cause : new DragomanError('E_INTERNAL', { what: `${story.source}, story ${story.id}`, why: cause instanceof Error ? cause.message : String(cause) }, { cause }) });
    }
  }
  progress.clear();
  if (llm) process.stderr.write(`${llm.cost()}\n`);
  const failed = notices.filter((notice) => notice.level === 'fail').length;
  if (!stories) return endWithNothing(paths.length ? paths : ['the project; add stories with dragoman add'], notices.length);
  const { graph, unused } = correctGraph(merger.build(), corrections);
  sayUnused(options.output, corrections, unused);
  const { beside } = layout(graph);
  if (beside) process.stderr.write(`The picture is laid out by its best connected actors; ${count(beside, 'other stands', 'others stand')} beside them.\n`);
  writeGraph(graph, options.output);
  summarise(graph, options, { stories, extracted, skipped: notices.length - failed, failed });
  return failed ? EXIT.partial : EXIT.done;
}

function workersOf(text: string | undefined): number {
  if (text === undefined) return defaultWorkers();
  const workers = Number(text);
  if (!/^\d+$/.test(text) || workers < 1 || workers > 256) throw new DragomanError('E_USAGE', { what: `--workers ${text} is not a number of threads from 1 to 256` });
  return workers;
}

function summarise(graph: DragomanGraph, options: BuildOptions, counts: Pick<BuildSummary, 'stories' | 'extracted' | 'skipped' | 'failed'>): void {
  let evidence = 0;
  graph.forEachEdge((_edge, attributes) => { evidence += attributes.evidence.length; });
  const summary: BuildSummary = { output: options.output, nodes: graph.order, edges: graph.size, evidence, ...counts };
  if (options.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  const { stories, nodes, edges, skipped, failed } = summary;
  const kept = stories - summary.extracted;
  process.stderr.write(`${options.output}: ${count(stories, 'story', 'stories')}${kept ? ` (${summary.extracted} new)` : ''}, ${count(nodes, 'actor or place', 'actors and places')}, ${count(edges, 'edge')} with ${count(evidence, 'sentence')}${skipped ? `, ${skipped} skipped` : ''}${failed ? `, ${failed} failed` : ''}\n`);
}
