import { foldName } from '../lexicon/fold-name.ts';
import type { Extraction, Relation } from '../model/extraction.ts';
import type { Vocabulary } from './schema.ts';

/** A sentence of a vocabulary, and the edges that it should give. */
export interface Example {
  readonly type: string;
  readonly text: string;
  /** Source, target and, where it matters, polarity and modality; without any, one edge of the type will do. */
  readonly edges: readonly (readonly string[])[];
}

/** What reading an example showed. */
export interface ExampleOutcome {
  readonly example: Example;
  /** The edges that were not read; "any" where one of the type would have done. */
  readonly missing: readonly string[];
}

/** All examples of a vocabulary in the order of the file. */
export function examplesOf({ edgeTypes, triggers }: Vocabulary): readonly Example[] {
  const ofTrigger = (type: string, { example, edges }: { readonly example?: string | undefined; readonly edges?: Example['edges'] | undefined }): readonly Example[] =>
    (example === undefined ? [] : [{ type, text: example, edges: edges ?? [] }]);
  return [
    ...edgeTypes.flatMap(({ name, triggers: own, examples = [] }) => [...own.flatMap((trigger) => ofTrigger(name, trigger)), ...examples.map((text): Example => ({ type: name, text, edges: [] }))]),
    ...triggers.flatMap((trigger) => ofTrigger(trigger.type, trigger)),
  ];
}

/** Reads an example as a story of its own; the vocabulary must be in use. */
export async function readExample(example: Example, extract: (text: string) => Promise<Extraction>): Promise<ExampleOutcome> {
  const extraction = await extract(example.text);
  const found = extraction.relations.filter(({ type }) => type === example.type);
  const missing = example.edges.filter((wanted) => !found.some((relation) => says(extraction, relation, wanted))).map((edge) => edge.join(' · '));
  return { example, missing: example.edges.length || found.length ? missing : ['any'] };
}

function says({ entities }: Extraction, { source, target, polarity, modality, evidence }: Relation, [from = '', to = '', ...rest]: readonly string[]): boolean {
  const isNamed = (key: string, mention: string, name: string): boolean => {
    const entity = entities.find((one) => one.key === key);
    return [mention, entity?.label, ...(entity?.aliases ?? [])].some((form) => form !== undefined && foldName(form) === foldName(name));
  };
  const joins = (a: string, b: string): boolean => isNamed(source, evidence.sourceMention.text, a) && isNamed(target, evidence.targetMention.text, b);
  return joins(from, to) && rest.every((shade) => shade === polarity || shade === modality);
}
