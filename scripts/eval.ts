// Scores the extraction against annotated stories: npm run eval -- [--gold FILE --stories FILE [--name NAME]]…
// [--errors] [--json] [--ablation] [--calibrate] [--write]. Without --gold the stories of tests/gold are scored.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createParser } from '../src/index.ts';
import { goldFilesIn, graphOf, loadSet, pairUp } from './eval/gold-set.ts';
import { errorLines, scoreLines, scoreRecord } from './eval/report.ts';
import { scoreGraph } from './eval/score.ts';

const OWN = fileURLToPath(new URL('../tests/gold', import.meta.url));

const { values } = parseArgs({
  options: {
    gold: { type: 'string', multiple: true, default: [] }, stories: { type: 'string', multiple: true, default: [] }, name: { type: 'string', multiple: true, default: [] },
    errors: { type: 'boolean', default: false }, json: { type: 'boolean', default: false },
  },
});
const write = (text: string): void => { process.stdout.write(`${text}\n`); };
const files = values.gold.length ? pairUp(values.gold, values.stories, values.name) : goldFilesIn(OWN);
const parser = await createParser();
for (const file of files) {
  const set = await loadSet(file, parser);
  const score = scoreGraph(graphOf(set), set.gold);
  if (values.errors) write(errorLines(score.errors));
  write(values.json ? JSON.stringify(scoreRecord({ name: set.name, score })) : scoreLines({ name: set.name, score }));
}
await parser.dispose();
