// Scores the extraction against annotated stories:
//   npm run eval -- [--gold FILE --stories FILE [--name NAME]]… [--errors] [--json] [--ablation] [--calibrate] [--write]
// Without --gold the stories of tests/gold are scored. --calibrate prints the map from the rules' own figures to the
// share that is right, as fitted to all stories given; --write puts the tables into docs/quality.md.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createParser, DragomanError } from '../src/index.ts';
import { goldFilesIn, graphOf, loadSet, pairUp, type GoldSet } from './eval/gold-set.ts';
import { fitIsotonic } from './eval/isotonic.ts';
import { resolveNamesOnly } from './eval/names-only.ts';
import { ownFigures, reliabilityTables } from './eval/reliability.ts';
import { errorLines, errorsTable, METHOD, scoreLines, scoreRecord, scoresTable, typesTable, type NamedScore } from './eval/report.ts';
import { mergeScores, scoreGraph } from './eval/score.ts';
import { writeSections } from './eval/sections.ts';

const OWN = fileURLToPath(new URL('../tests/gold', import.meta.url));
const PAGE = fileURLToPath(new URL('../docs/quality.md', import.meta.url));

const OPTIONS = {
  gold: { type: 'string', multiple: true }, stories: { type: 'string', multiple: true }, name: { type: 'string', multiple: true },
  errors: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, ablation: { type: 'boolean', default: false },
  calibrate: { type: 'boolean', default: false }, write: { type: 'boolean', default: false },
} as const;

function readOptions() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (cause) {
    throw new DragomanError('E_USAGE', { what: (cause as Error).message }, { cause });
  }
}

const print = (text: string): void => { process.stdout.write(`${text}\n`); };

async function load({ gold, stories = [], name = [] }: ReturnType<typeof readOptions>): Promise<readonly GoldSet[]> {
  const files = gold ? pairUp(gold, stories, name) : goldFilesIn(OWN);
  if (!files.length) throw new DragomanError('E_NO_INPUT', { what: 'tests/gold' });
  const parser = await createParser();
  const sets: GoldSet[] = [];
  for (const file of files) sets.push(await loadSet(file, parser));
  await parser.dispose();
  return sets;
}

function ablations(sets: readonly GoldSet[]): readonly NamedScore[] {
  const all = (resolve?: typeof resolveNamesOnly, readers?: 'rules' | 'model') => mergeScores(sets.map((set) => scoreGraph(graphOf(set, resolve, readers), set.gold)));
  return [{ name: 'all', score: all() }, { name: 'rules only', score: all(undefined, 'rules') }, { name: 'relation head only', score: all(undefined, 'model') }, { name: 'names only, no coreference of pronouns and descriptions', score: all(resolveNamesOnly) }];
}

function writePage(sets: readonly GoldSet[], scores: readonly NamedScore[]): void {
  const total = mergeScores(scores.map(({ score }) => score));
  const counted = scores.map(({ name, score }) => ({ name: `${name} (${score.stories})`, score }));
  writeSections(PAGE, 'Quality', [
    { name: 'method', heading: 'How it is measured', text: METHOD },
    { name: 'scores', heading: 'Scores', text: scoresTable(counted) },
    { name: 'types', heading: 'By edge type, all stories', text: typesTable(total) },
    { name: 'errors', heading: 'Errors by phase', text: errorsTable(scores) },
    { name: 'reliability', heading: 'Reliability of confidence, all stories', text: reliabilityTables(total.judgements) },
    { name: 'ablation', heading: 'Ablation, all stories', text: scoresTable(ablations(sets), 'extraction') },
  ]);
}

async function main(): Promise<void> {
  const values = readOptions();
  const sets = await load(values);
  const scores = sets.map((set): NamedScore => ({ name: set.name, score: scoreGraph(graphOf(set), set.gold) }));
  if (values.json) print(JSON.stringify(scores.map(scoreRecord)));
  else for (const one of scores) print(`${values.errors ? `${errorLines(one.score.errors)}\n` : ''}${scoreLines(one)}`);
  const judgements = scores.flatMap(({ score }) => score.judgements);
  if (values.calibrate) print(`${JSON.stringify(fitIsotonic(ownFigures(judgements)))}\n\n${reliabilityTables(judgements)}`);
  if (values.ablation) print(scoresTable(ablations(sets), 'extraction'));
  if (values.write) writePage(sets, scores);
}

await main().catch((error: unknown) => {
  if (!(error instanceof DragomanError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.code === 'E_USAGE' || error.code === 'E_NO_INPUT' ? 2 : 1;
});
