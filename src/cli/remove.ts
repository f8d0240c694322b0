import type { Command } from 'commander';
import { DragomanError } from '../errors.ts';
import type { Story } from '../model/story.ts';
import { nameInProject, StoryStore, type Project } from '../project/index.ts';
import { count } from './count.ts';
import { EXIT, oneLine } from './exit.ts';
import { currentProject } from './project.ts';

/** `dragoman remove STORY…`: stories out of the project. */
export function addRemove(program: Command): void {
  program.command('remove')
    .description('take stories out of the project; the next build drops what only they supported')
    .argument('<stories...>', 'ids of stories, or the files or addresses that they were added from')
    .option('--json', 'print the summary as JSON on stdout')
    .addHelpText('after', '\nExamples:\n  dragoman remove 3f9c2a7d10be44d1\n  dragoman remove archive/old.jsonl https://news.example/page.html\n')
    .action((names: string[], options: { readonly json?: boolean }) => { process.exitCode = remove(names, options); });
}

function remove(names: readonly string[], { json = false }: { readonly json?: boolean }): number {
  const project = currentProject();
  const store = new StoryStore(project);
  const unmatched = new Set(names);
  let removed = 0;
  const onDamaged = (error: DragomanError): void => { process.stderr.write(`${oneLine(error)}\n`); };
  for (const story of store.all(onDamaged)) {
    const matching = names.filter((name) => isNamed(story, name, project));
    for (const name of matching) unmatched.delete(name);
    if (!matching.length) continue;
    store.remove(story);
    removed++;
  }
  for (const name of unmatched) process.stderr.write(`${oneLine(new DragomanError('E_STORY', { what: name }))}\n`);
  if (json) process.stdout.write(`${JSON.stringify({ removed, unknown: [...unmatched] })}\n`);
  process.stderr.write(`${project.root}: ${count(removed, 'story', 'stories')} removed\n`);
  if (!removed) return EXIT.usage;
  return unmatched.size ? EXIT.partial : EXIT.done;
}

/** True for the story's id (as the graph has it: with part of the hash where two stories share one), source or address. */
function isNamed(story: Story, name: string, project: Project): boolean {
  const { id, sha256, source, url } = story;
  return name === id || name === url || nameInProject(project, name, process.cwd()) === source
    || (name.startsWith(`${id}~`) && name.length > id.length + 8 && sha256.startsWith(name.slice(id.length + 1)));
}
