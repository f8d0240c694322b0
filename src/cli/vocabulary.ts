import type { Command } from 'commander';
import { extract } from '../index.ts';
import { examplesOf, readExample, readVocabulary, useVocabulary } from '../vocabulary/index.ts';
import { count } from './count.ts';
import { EXIT } from './exit.ts';

/** `dragoman vocabulary FILE`: checks a vocabulary file, and whether its examples are read as it says. */
export function addVocabulary(program: Command): void {
  program.command('vocabulary')
    .description('check a vocabulary file, and whether its examples give the edges that it says')
    .argument('<file>', 'the file that you mean to give to build --vocabulary')
    .addHelpText('after', '\nExample:\n  dragoman vocabulary words.yaml\n')
    .action(async (file: string) => {
      process.exitCode = await check(file);
    });
}

async function check(file: string): Promise<number> {
  const vocabulary = readVocabulary(file);
  useVocabulary(vocabulary);
  const examples = examplesOf(vocabulary);
  let failed = 0;
  for (const example of examples) {
    const { missing } = await readExample(example, extract);
    if (missing.length) failed++;
    for (const edge of missing) process.stdout.write(`${example.type}: "${example.text}" ${edge === 'any' ? 'gives no such edge' : `does not give ${edge}`}\n`);
  }
  const { nodeTypes, edgeTypes, triggers, names } = vocabulary;
  const all = triggers.length + edgeTypes.reduce((sum, type) => sum + type.triggers.length, 0);
  process.stderr.write(`${file}: ${count(nodeTypes.length, 'node type')}, ${count(edgeTypes.length, 'edge type')}, ${count(all, 'trigger')}, ${count(names.length, 'name')}; ${examples.length - failed} of ${count(examples.length, 'example')} read as written\n`);
  return failed ? EXIT.partial : EXIT.done;
}
