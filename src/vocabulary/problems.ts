import type { Country } from '../lexicon/countries.ts';
import { shippedData } from '../lexicon/jsonl.ts';
import { NODE_TYPES } from '../model/vocabulary.ts';
import type { Vocabulary } from './schema.ts';

/** Something wrong with a vocabulary: which part of it, and in what way. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly why: string;
}

/** "edgeTypes[0].class must be one of …", counted as the file reads. */
export function wordsOf({ path, why }: Problem): string {
  const field = path.map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : index ? `.${step}` : step)).join('');
  return `${field || 'the file'} ${why}`;
}

/** What one field alone does not show: names used twice, types that nobody defines. */
export function problemsOf(vocabulary: Vocabulary): readonly Problem[] {
  const nodeTypes = new Set([...Object.keys(NODE_TYPES), ...vocabulary.nodeTypes.map((type) => type.name)]);
  const out: Problem[] = [...repeated(vocabulary.nodeTypes, 'nodeTypes'), ...repeated(vocabulary.edgeTypes, 'edgeTypes')];
  const checkTypes = (at: object, path: readonly (string | number)[], fields: readonly string[]): void => {
    for (const field of fields) {
      const types = (at as Readonly<Record<string, readonly string[] | undefined>>)[field];
      types?.forEach((type, index) => {
        if (!nodeTypes.has(type)) out.push({ path: [...path, field, index], why: `"${type}" is no type of node` });
      });
    }
  };
  vocabulary.edgeTypes.forEach((type, i) => {
    checkTypes(type, ['edgeTypes', i], ['source', 'target']);
    type.triggers.forEach((trigger, j) => checkTypes(trigger, ['edgeTypes', i, 'triggers', j], ['sourceTypes', 'targetTypes']));
  });
  vocabulary.triggers.forEach((trigger, i) => checkTypes(trigger, ['triggers', i], ['sourceTypes', 'targetTypes']));
  return [...out, ...namesProblems(vocabulary, nodeTypes)];
}

function repeated(types: readonly { readonly name: string }[], list: string): readonly Problem[] {
  return types.flatMap(({ name }, index) => (types.findIndex((other) => other.name === name) < index ? [{ path: [list, index, 'name'], why: `"${name}" stands twice` }] : []));
}

function namesProblems({ names }: Vocabulary, nodeTypes: ReadonlySet<string>): readonly Problem[] {
  const seen = new Set<string>();
  const countries = names.length ? shippedData<Country>('countries.jsonl') : [];
  const codes = new Set(countries.map(({ iso }) => iso));
  const countryNames = new Set(countries.flatMap(({ iso, name, aliases }) => [iso, name, ...(aliases ?? [])]));
  return names.flatMap((one, index): Problem[] => {
    const path = ['names', index];
    const id = `${one.type} ${one.name.toLowerCase()}`;
    const twice = seen.has(id);
    seen.add(id);
    if (twice) return [{ path: [...path, 'name'], why: `"${one.name}" stands twice` }];
    if (!nodeTypes.has(one.type)) return [{ path: [...path, 'type'], why: `"${one.type}" is no type of node` }];
    if (one.type === 'Group') return [{ path: [...path, 'type'], why: 'may not be Group: an unnamed group has no name to list' }];
    if (one.country && !codes.has(one.country)) return [{ path: [...path, 'country'], why: `"${one.country}" is the code of no country` }];
    if (one.type === 'Country' && !countryNames.has(one.name)) return [{ path: [...path, 'name'], why: `"${one.name}" is no country that the lexicon knows; only further names of known ones can be added` }];
    if ((one.lat === undefined) !== (one.lon === undefined)) return [{ path, why: 'has lat without lon, or lon without lat' }];
    return [];
  });
}
