// Sample cases of the whole extraction: each folder of samples/ holds a story about one construction, and what it must
// and must not give.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createParser, extract, type Extraction, type Relation } from '../src/index.ts';

/** Label of the source, type, label of the target, then polarity, modality, labels of those who claim it, and more. */
type ExpectedEdge = readonly [source: string, type: string, target: string, polarity?: string, modality?: string, attributedTo?: readonly string[], circumstance?: Circumstance];

/** `null` where the story must not give one. */
interface Circumstance {
  readonly date?: string | null;
  readonly dateText?: string | null;
  /** Label of the place. */
  readonly place?: string | null;
}

interface Expected {
  readonly published?: string;
  /** Label and node type. */
  readonly entities?: readonly (readonly [string, string])[];
  readonly edges?: readonly ExpectedEdge[];
  readonly absent?: readonly ExpectedEdge[];
}

const FOLDER = new URL('./samples/', import.meta.url);
const parser = await createParser();
const cases = readdirSync(FOLDER).sort();

function labelOf(extraction: Extraction, key: string): string {
  return extraction.entities.find((entity) => entity.key === key)?.label ?? key;
}

function holds(extraction: Extraction, relation: Relation, expected: ExpectedEdge): boolean {
  const [source, type, target, polarity, modality, attributedTo, circumstance = {}] = expected;
  const name = (key: string): string => labelOf(extraction, key);
  const { evidence } = relation;
  const found: Circumstance = { date: evidence.date ?? null, dateText: evidence.dateText ?? null, place: evidence.place ? name(evidence.place) : null };
  return name(relation.source) === source && relation.type === type && name(relation.target) === target
    && (polarity === undefined || relation.polarity === polarity)
    && (modality === undefined || relation.modality === modality)
    && (attributedTo === undefined || attributedTo.join('|') === evidence.attributedTo.map(name).join('|'))
    && Object.entries(circumstance).every(([field, value]) => found[field as keyof Circumstance] === value);
}

function described(extraction: Extraction): readonly string[] {
  const name = (key: string): string => labelOf(extraction, key);
  return extraction.relations.map(({ source, type, target, polarity, modality, evidence }) =>
    JSON.stringify([name(source), type, name(target), polarity, modality, evidence.attributedTo.map(name), { date: evidence.date, dateText: evidence.dateText, place: evidence.place && name(evidence.place) }]));
}

describe('sample cases', () => {
  it.each(cases)('%s', async (name) => {
    const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, FOLDER), 'utf8')) as Expected;
    const text = readFileSync(new URL(`${name}/story.txt`, FOLDER), 'utf8');
    const extraction = await extract({ id: name, text, ...(expected.published ? { published: expected.published } : {}) }, { parser });
    const missing = (expected.edges ?? []).filter((edge) => !extraction.relations.some((relation) => holds(extraction, relation, edge)));
    const wrong = (expected.absent ?? []).filter((edge) => extraction.relations.some((relation) => holds(extraction, relation, edge)));
    const lost = (expected.entities ?? []).filter(([label, type]) => !extraction.entities.some((entity) => entity.label === label && entity.type === type));
    expect({ missing, wrong, lost, found: missing.length || wrong.length ? described(extraction) : [] }).toEqual({ missing: [], wrong: [], lost: [], found: [] });
    for (const { evidence } of extraction.relations) expect(extraction.story.text.slice(evidence.start, evidence.end)).toBe(evidence.text);
  });
});
