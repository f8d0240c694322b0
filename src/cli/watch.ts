import { statSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { DragomanError } from '../errors.ts';
import type { PollReport } from '../feeds/index.ts';
import { StoryStore, type Project } from '../project/index.ts';
import { addReadingOptions, type ReadingFlags } from './build.ts';
import { buildApart, readingArguments } from './build-apart.ts';
import { EXIT } from './exit.ts';
import { addFeedOptions, feedOptions, type FeedFlags } from './feed-options.ts';
import { reportLines } from './feed-report.ts';
import { prepareOutput } from './output.ts';
import { currentProject } from './project.ts';

interface WatchFlags extends FeedFlags, ReadingFlags {
  readonly once?: boolean;
  readonly interval: string;
  readonly build?: boolean;
  readonly output: string;
  readonly json?: boolean;
}

/** A week, in minutes. */
const LONGEST = 10_080;

/** `dragoman watch`: reads the project's feeds until interrupted. */
export function addWatch(program: Command): void {
  const command = program.command('watch')
    .description('read the feeds of the project whenever they are due, until interrupted')
    .option('--once', 'one round: the feeds that are due, then end')
    .option('--interval <minutes>', 'minutes between two readings of a feed, at least', '30')
    .option('--build', 'build the graph after each round that brought stories')
    .option('-o, --output <file>', 'where --build writes the graph', 'graph.json')
    .addOption(new Option('--json', 'with --once: print the summary as JSON on stdout'))
    .addHelpText('after', `
Examples:
  dragoman add --feed https://news.example/feed.xml && dragoman watch --build
  dragoman watch --once --json                    from a timetable, as cron has
`);
  addFeedOptions(command);
  addReadingOptions(command);
  command.action(async (flags: WatchFlags) => { process.exitCode = await watch(flags, program.opts()['debug'] === true); });
}

async function watch(flags: WatchFlags, debug: boolean): Promise<number> {
  const { once = false, json = false, output } = flags;
  const interval = intervalOf(flags.interval);
  if (json && !once) throw new DragomanError('E_USAGE', { what: '--json goes with --once' });
  const buildFlags = readingArguments(flags);
  if (buildFlags.length && !flags.build) throw new DragomanError('E_USAGE', { what: `${buildFlags[0]} goes with --build` });
  const project = currentProject();
  if (flags.build) prepareOutput(output);
  const options = { ...feedOptions(flags), interval };
  const { watchFeeds } = await import('../feeds/index.ts');
  const total = { polled: 0, unchanged: 0, added: 0, skipped: 0, waiting: 0, failed: 0, gone: 0 };
  let built: number = EXIT.done;
  let isCurrent = !flags.build || isBuiltSince(project, output);
  await watchFeeds(project, {
    ...options, once,
    onReport: (report) => {
      process.stderr.write(reportLines(report));
      add(total, report);
      if (report.added) isCurrent = !flags.build;
    },
    onRound: async () => {
      if (isCurrent) return;
      isCurrent = true;
      built = await buildApart([...(debug ? ['--debug'] : []), 'build', '-o', output, ...buildFlags], options.signal);
    },
  });
  if (json) process.stdout.write(`${JSON.stringify(total)}\n`);
  if (once && !total.polled) process.stderr.write(`${project.root}: no feed is due yet\n`);
  return once && (total.failed || built !== EXIT.done) ? EXIT.partial : EXIT.done;
}

function add(total: { polled: number; unchanged: number; added: number; skipped: number; waiting: number; failed: number; gone: number }, report: PollReport): void {
  total.polled++;
  if (report.outcome === 'unchanged' || report.outcome === 'failed' || report.outcome === 'gone') total[report.outcome]++;
  total.added += report.added;
  total.skipped += report.skipped;
  total.waiting += report.waiting;
}

/** False where stories have come or gone since the graph was written, as when the watch was killed before its build. */
function isBuiltSince(project: Project, output: string): boolean {
  const changed = new StoryStore(project).changedAt();
  return changed <= (statSync(output, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}

function intervalOf(text: string): number {
  const minutes = Number(text);
  if (!/^\d+$/.test(text) || minutes < 1 || minutes > LONGEST) throw new DragomanError('E_USAGE', { what: `--interval ${text} is not a number of minutes from 1 to ${LONGEST}` });
  return minutes;
}
