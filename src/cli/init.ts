import type { Command } from 'commander';
import { initProject } from '../project/index.ts';

/** `dragoman init [FOLDER]`: makes a project folder. */
export function addInit(program: Command): void {
  program.command('init')
    .description('make a project folder, which keeps its stories and what they gave')
    .argument('[folder]', 'the folder', '.')
    .addHelpText('after', '\nExample:\n  dragoman init && dragoman add archive/ && dragoman build\n')
    .action((folder: string) => {
      const { project, created } = initProject(folder);
      process.stderr.write(created ? `${project.root}: made a project folder; add stories with dragoman add\n` : `${project.root}: is a project folder already\n`);
    });
}
