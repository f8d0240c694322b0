// Every entry of the trigger lexicon carries an example: what the whole extraction reads in them.

import { describe, expect, it } from 'vitest';
import { createParser, EDGE_TYPES, extract, type EdgeType, type Entity, type Extraction, type Relation } from '../../src/index.ts';
import { TRIGGER_FILES, triggersIn, type Trigger } from '../../src/lexicon/triggers.ts';

/** Share of the listed edges of a file that must be found: the parser is wrong about one attachment in ten. */
const ENOUGH = 0.85;

const parser = await createParser();

/** Names as they stand in the example stand for the node that has them as label, as alias or as the words in the sentence. */
function isNamed(extraction: Extraction, key: string, mentioned: string, name: string): boolean {
  const entity = extraction.entities.find((one: Entity) => one.key === key);
  const bare = (text: string): string => text.toLowerCase().replace(/^the /, '');
  return [mentioned, entity?.label ?? '', ...(entity?.aliases ?? [])].some((form) => bare(form) === bare(name)) || endsWithName(bare(name), bare(entity?.label ?? ''));
}

/** "Foreign Minister Wang Yi" names Wang Yi. */
function endsWithName(longer: string, name: string): boolean {
  return name !== '' && longer.endsWith(` ${name}`);
}

function states(extraction: Extraction, relation: Relation, type: EdgeType, [source = '', target = '', ...status]: readonly string[]): boolean {
  if (relation.type !== type || !status.every((one) => one === relation.polarity || one === relation.modality)) return false;
  const { sourceMention, targetMention } = relation.evidence;
  const joins = (from: string, to: string): boolean =>
    isNamed(extraction, relation.source, sourceMention.text, from) && isNamed(extraction, relation.target, targetMention.text, to);
  return joins(source, target) || (EDGE_TYPES[type].symmetric && joins(target, source));
}

/** The listed edges of an entry that its example does not give. */
async function missedBy(trigger: Trigger): Promise<readonly string[]> {
  const extraction = await extract({ id: 'example', text: trigger.example }, { parser });
  return trigger.edges.filter((edge) => !extraction.relations.some((relation) => states(extraction, relation, trigger.type, edge)))
    .map((edge) => `${trigger.type} ${trigger.lemma}: ${edge.join(' → ')} in "${trigger.example}"`);
}

describe('the examples of the trigger lexicon', () => {
  it.each(TRIGGER_FILES)('%s: most of the listed edges are found', async (file) => {
    const triggers = triggersIn(file);
    const missed: string[] = [];
    for (const trigger of triggers) missed.push(...await missedBy(trigger));
    const listed = triggers.reduce((sum, trigger) => sum + trigger.edges.length, 0);
    const found = (listed - missed.length) / listed;
    if (process.env['SHOW_MISSED']) process.stdout.write(`${file}: ${(found * 100).toFixed(1)} % of ${listed}\n${missed.join('\n')}\n`);
    expect(found, `${file}: ${missed.length} of ${listed} edges are missed:\n${missed.join('\n')}\n`).toBeGreaterThanOrEqual(ENOUGH);
  }, 120_000);
});
