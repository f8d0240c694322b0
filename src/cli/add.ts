import type { Command } from 'commander';
import { parseDate, readStories, type Notice } from '../1-read/index.ts';
import { DragomanError } from '../errors.ts';
import type { Story } from '../model/story.ts';
import { nameInProject, StoryStore } from '../project/index.ts';
import { count } from './count.ts';
import { endWithNothing, EXIT, oneLine } from './exit.ts';
import { currentProject } from './project.ts';

interface AddOptions {
  readonly published?: string;
  readonly json?: boolean;
}

/** `dragoman add PATH…`: stories into the project. */
export function addAdd(program: Command): void {
  program.command('add')
    .description('keep stories in the project; the next build reads those that are new')
    .argument('<paths...>', 'files, folders, globs, http(s) addresses of pages or feeds, or - for standard input')
    .option('--published <date>', 'publication date (YYYY-MM-DD) of stories that carry none')
    .option('--json', 'print the summary as JSON on stdout')
    .addHelpText('after', '\nExamples:\n  dragoman add archive/ today.txt\n  dragoman add https://news.example/feed.xml\n')
    .action(async (paths: string[], options: AddOptions) => { process.exitCode = await add(paths, options); });
}

async function add(paths: readonly string[], options: AddOptions): Promise<number> {
  if (options.published !== undefined && parseDate(options.published) === undefined) throw new DragomanError('E_USAGE', { what: `--published ${options.published} is not a date (YYYY-MM-DD)` });
  const project = currentProject();
  const store = new StoryStore(project);
  const done = { added: 0, known: 0, skipped: 0, failed: 0 };
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
  const read = { onNotice, onCopy: keep, sourceName, stdin: () => process.stdin, ...(options.published ? { published: options.published } : {}) };
  for await (const story of readStories(paths, read)) keep(story);
  if (!done.added && !done.known) return endWithNothing(paths, done.skipped + done.failed);
  if (options.json) process.stdout.write(`${JSON.stringify(done)}\n`);
  const { added, known, skipped, failed } = done;
  process.stderr.write(`${project.root}: ${count(added, 'story', 'stories')} added${known ? `, ${known} there already` : ''}${skipped ? `, ${skipped} skipped` : ''}${failed ? `, ${failed} failed` : ''}\n`);
  return failed ? EXIT.partial : EXIT.done;
}
