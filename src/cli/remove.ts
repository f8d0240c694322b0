import type { Command } from 'commander';
import { DragomanError } from '../errors.ts';
import type { Story } from '../model/story.ts';
import { nameInProject, StoryStore, type Project } from '../project/index.ts';
import { count } from './count.ts';
import { EXIT, oneLine } from './exit.ts';
import { currentProject } from './project.ts';

interface RemoveOptions {
  readonly stories?: boolean;
  readonly json?: boolean;
}

/** `dragoman remove STORY…|FEED…`: stories out of the project, feeds off its list. */
export function addRemove(program: Command): void {
  program.command('remove')
    .description('take stories out of the project, or end the reading of a feed; the next build drops what only they supported')
    .argument('<stories...>', 'ids of stories, the files or addresses that they were added from, or addresses of feeds')
    .option('--stories', 'of a feed: its stories too; they stay without this')
    .option('--json', 'print the summary as JSON on stdout')
    .addHelpText('after', '\nExamples:\n  dragoman remove 3f9c2a7d10be44d1\n  dragoman remove archive/old.jsonl https://news.example/page.html\n  dragoman remove https://news.example/feed.xml --stories\n')
    .action(async (names: string[], options: RemoveOptions) => { process.exitCode = await remove(names, options); });
}

async function remove(names: readonly string[], { stories: alsoStories = false, json = false }: RemoveOptions): Promise<number> {
  const project = currentProject();
  const feeds = await endFeeds(project, names);
  const store = new StoryStore(project);
  const unmatched = new Set(names.filter((name) => !feeds.has(name)));
  const kept = new Map([...feeds.values()].map((source) => [source, 0]));
  const wanted = [...unmatched, ...(alsoStories ? kept.keys() : [])];
  let removed = 0;
  const onDamaged = (error: DragomanError): void => { process.stderr.write(`${oneLine(error)}\n`); };
  for (const story of store.all(onDamaged)) {
    const matching = wanted.filter((name) => isNamed(story, name, project));
    for (const name of matching) unmatched.delete(name);
    const stays = kept.get(story.source);
    if (!matching.length && stays !== undefined) kept.set(story.source, stays + 1);
    if (!matching.length) continue;
    store.remove(story);
    removed++;
  }
  for (const [name, source] of feeds) process.stderr.write(`${name}: read no more; ${alsoStories ? 'its stories are removed' : `its stories stay (${kept.get(source) ?? 0}); dragoman remove ${source} takes them out`}\n`);
  for (const name of unmatched) process.stderr.write(`${oneLine(new DragomanError('E_STORY', { what: name }))}\n`);
  if (json) process.stdout.write(`${JSON.stringify({ removed, unknown: [...unmatched], ...(feeds.size ? { feeds: [...feeds.keys()] } : {}) })}\n`);
  if (removed || !feeds.size) process.stderr.write(`${project.root}: ${count(removed, 'story', 'stories')} removed\n`);
  if (!removed && !feeds.size) return EXIT.usage;
  return unmatched.size ? EXIT.partial : EXIT.done;
}

/** Ends the reading of the feeds among the names; gives those names, each with what the feed's stories have as their source. */
async function endFeeds(project: Project, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const addresses = names.filter((name) => /^https?:\/\//i.test(name) && URL.canParse(name));
  const ended = new Map<string, string>();
  if (!addresses.length) return ended;
  const { sourceOf, Subscriptions, unsubscribe } = await import('../feeds/index.ts');
  const subscriptions = new Subscriptions(project);
  for (const name of addresses) {
    const feed = subscriptions.find(name) ?? subscriptions.find(new URL(name).href);
    if (!feed) continue;
    await unsubscribe(project, feed);
    ended.set(name, sourceOf(feed));
  }
  return ended;
}

/** True for the story's id (as the graph has it: with part of the hash where two stories share one), source or address. */
function isNamed(story: Story, name: string, project: Project): boolean {
  const { id, sha256, source, url } = story;
  return name === id || name === url || nameInProject(project, name, process.cwd()) === source
    || (name.startsWith(`${id}~`) && name.length > id.length + 8 && sha256.startsWith(name.slice(id.length + 1)));
}
