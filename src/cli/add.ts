import type { Command } from 'commander';
import { readStories, type Notice } from '../1-read/index.ts';
import { DragomanError } from '../errors.ts';
import type { Story } from '../model/story.ts';
import { nameInProject, StoryStore, type Project } from '../project/index.ts';
import { count } from './count.ts';
import { endWithNothing, EXIT, oneLine } from './exit.ts';
import { addFeedOptions, feedOptions, type FeedFlags } from './feed-options.ts';
import { subscribedLines } from './feed-report.ts';
import { currentProject } from './project.ts';
import { checkPublished } from './published.ts';

interface AddOptions extends FeedFlags {
  readonly published?: string;
  readonly feed?: readonly string[];
  readonly json?: boolean;
}

/** What was done, as `--json` prints it. */
interface Added {
  added: number;
  known: number;
  skipped: number;
  failed: number;
  /** Feeds that are read from now on; only where some were given. */
  feeds?: number;
}

/** `dragoman add PATH… --feed URL…`: stories into the project, now or whenever a feed brings some. */
export function addAdd(program: Command): void {
  const command = program.command('add')
    .description('keep stories in the project; the next build reads those that are new')
    .argument('[paths...]', 'files, folders, globs, http(s) addresses of pages or feeds, or - for standard input')
    .option('--published <date>', 'publication date (YYYY-MM-DD) of stories that carry none')
    .option('--feed <urls...>', 'subscribe to feeds: read them now, and whenever dragoman watch finds them due')
    .option('--json', 'print the summary as JSON on stdout')
    .addHelpText('after', '\nExamples:\n  dragoman add archive/ today.txt\n  dragoman add https://news.example/page.html\n  dragoman add --feed https://news.example/feed.xml\n');
  addFeedOptions(command);
  command.action(async (paths: string[], options: AddOptions) => { process.exitCode = await add(paths, options); });
}

async function add(paths: readonly string[], options: AddOptions): Promise<number> {
  const { published, feed: feeds = [] } = options;
  checkPublished(published);
  if (!paths.length && !feeds.length) throw new DragomanError('E_USAGE', { what: 'no stories given: name files, folders or addresses, or feeds with --feed' });
  if (!feeds.length && (!options.pages || options.contact !== undefined)) throw new DragomanError('E_USAGE', { what: `${options.pages ? '--contact' : '--no-pages'} goes with --feed` });
  for (const feed of feeds) if (!/^https?:\/\//i.test(feed) || !URL.canParse(feed)) throw new DragomanError('E_USAGE', { what: `--feed ${feed} is not an http(s) address` });
  const project = currentProject();
  const done: Added = { added: 0, known: 0, skipped: 0, failed: 0, ...(feeds.length ? { feeds: 0 } : {}) };
  await addStories(project, paths, published, done);
  // One after another: with many feeds of one server, it must not be asked for all at once.
  if (feeds.length) await addFeeds(project, feeds, options, done);
  if (!done.added && !done.known && !done.feeds) return endWithNothing([...paths, ...feeds], done.skipped + done.failed);
  if (options.json) process.stdout.write(`${JSON.stringify(done)}\n`);
  const { added, known, skipped, failed } = done;
  process.stderr.write(`${project.root}: ${count(added, 'story', 'stories')} added${known ? `, ${known} there already` : ''}${skipped ? `, ${skipped} skipped` : ''}${failed ? `, ${failed} failed` : ''}\n`);
  return failed ? EXIT.partial : EXIT.done;
}

async function addStories(project: Project, paths: readonly string[], published: string | undefined, done: Added): Promise<void> {
  const store = new StoryStore(project);
  const keep = (story: Story): void => {
    if (store.add(story)) done.added++;
    else done.known++;
  };
  const onNotice = ({ level, error }: Notice): void => {
    // The same words under another outlet are kept too: `onCopy` counts them.
    if (error.code === 'E_DUPLICATE') return;
    done[level === 'fail' ? 'failed' : 'skipped']++;
    process.stderr.write(`${oneLine(error)}\n`);
  };
  const sourceName = (input: string): string => nameInProject(project, input, process.cwd());
  const read = { onNotice, onCopy: keep, sourceName, stdin: () => process.stdin, ...(published ? { published } : {}) };
  for await (const story of readStories(paths, read)) keep(story);
}

async function addFeeds(project: Project, addresses: readonly string[], flags: FeedFlags, done: Added): Promise<void> {
  const { FeedReader } = await import('../feeds/index.ts');
  const options = feedOptions(flags);
  const reader = new FeedReader(project, options);
  for (const address of addresses) {
    if (options.signal.aborted) return;
    try {
      const result = await reader.subscribe(new URL(address).href);
      done.feeds = (done.feeds ?? 0) + 1;
      done.added += result.outcome === 'subscribed' ? result.report?.added ?? 0 : 0;
      done.skipped += result.outcome === 'subscribed' ? result.report?.skipped ?? 0 : 0;
      process.stderr.write(subscribedLines(result));
    } catch (cause) {
      if (!(cause instanceof DragomanError) && !options.signal.aborted) throw cause;
      done.failed++;
      process.stderr.write(options.signal.aborted ? `${address}: interrupted; not subscribed\n` : `${oneLine(cause)}\n`);
    }
  }
}
