// Writes stories for a measurement of the queue, one a line: npx tsx scripts/bench/queue-stories.ts 400 > stories.jsonl
// docs/scale.md says how it is measured.

import { storyVariants } from './story-variants.ts';

for (const { id, text, outlet, published } of await storyVariants(Number(process.argv[2] ?? 400))) {
  process.stdout.write(`${JSON.stringify({ id, text, outlet, date: published })}\n`);
}
