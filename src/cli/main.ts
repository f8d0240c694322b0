#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { addAdd } from './add.ts';
import { addBuild } from './build.ts';
import { addDead } from './dead.ts';
import { addEnqueue } from './enqueue.ts';
import { addExport } from './export.ts';
import { addInit } from './init.ts';
import { addMcp } from './mcp.ts';
import { addPush } from './push.ts';
import { addQuery } from './query.ts';
import { addRemove } from './remove.ts';
import { addServe } from './serve.ts';
import { addView } from './view.ts';
import { addVocabulary } from './vocabulary.ts';
import { addWatch } from './watch.ts';
import { addWorker } from './worker.ts';
import { EXIT, report, usageLine } from './exit.ts';
import { endWithReader } from './output.ts';
import { packageVersion } from './package-folder.ts';

const program = new Command('dragoman')
  .description('Reads news stories and writes a typed graph of who did what to whom, each edge with its sentence.')
  .version(packageVersion())
  .option('--debug', 'print stack traces')
  .configureOutput({ outputError: (text, write) => write(usageLine(text, 'dragoman')) })
  .exitOverride()
  .addHelpText('after', `
Examples:
  dragoman build stories/ -o graph.json       stories of a folder, one graph
  dragoman view graph.json                    explore it in the browser
  dragoman export graph.json --to graphml -o graph.graphml
`);

addBuild(program);
addView(program);
addExport(program);
addPush(program);
addQuery(program);
addServe(program);
addMcp(program);
addInit(program);
addAdd(program);
addRemove(program);
addWatch(program);
addVocabulary(program);
addEnqueue(program);
addWorker(program);
addDead(program);

for (const command of program.commands) command.configureOutput({ outputError: (text, write) => write(usageLine(text, `dragoman ${command.name()}`)) });

endWithReader();
try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else process.exitCode = report(error, program.opts()['debug'] === true);
}
