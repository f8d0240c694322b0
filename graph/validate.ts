// Hand-written checks of a graph file: the first thing wrong, in one line. A schema library would say it less clearly.

import { EDGE_TYPES, NODE_TYPES } from '../src/model/vocabulary.ts';
import { isOwnTypes } from './own-types.ts';
import type { EdgeRecord, GraphAttributes, NodeRecord } from './schema.ts';

/** What is wrong with a file; the reader adds the file's name. */
export class GraphFlaw extends Error {}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isStrings = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');
const isText = (value: unknown): boolean => typeof value === 'string';
const isName = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
const isSpan = (value: unknown): boolean => isObject(value) && isText(value['text']) && isCount(value['start']) && isCount(value['end']);
const isTypeOf = (types: Readonly<Record<string, unknown>>): Check => (value) => typeof value === 'string' && Object.hasOwn(types, value);
const isOneOf = (names: readonly string[]) => (value: unknown): boolean => typeof value === 'string' && names.includes(value);
const optional = (check: Check): Check => (value) => value === undefined || check(value);

type Check = (value: unknown) => boolean;
type Rules = readonly (readonly [field: string, check: Check, wanted: string])[];

function enforce(where: string, value: unknown, rules: Rules): void {
  if (!isObject(value)) throw new GraphFlaw(`${where} has no attributes`);
  for (const [field, check, wanted] of rules) {
    if (!check(value[field])) throw new GraphFlaw(`${where}: ${field} is not ${wanted}`);
  }
}

const STORY: Rules = [
  ['id', isName, 'a name'], ['title', isText, 'text'], ['text', isText, 'text'],
];

const NODE: Rules = [
  ['label', isText, 'text'],
  ['type', isTypeOf(NODE_TYPES), 'a node type'],
  ['aliases', isStrings, 'a list of names'],
  ['mentions', isCount, 'a count'],
  ['stories', isStrings, 'a list of story ids'],
  ['roles', optional(Array.isArray), 'a list'],
  ['lat', optional(isNumber), 'a number'],
  ['lon', optional(isNumber), 'a number'],
  ['x', optional(isNumber), 'a number'],
  ['y', optional(isNumber), 'a number'],
  ['size', optional(isNumber), 'a number'],
];

const EDGE: Rules = [
  ['type', isTypeOf(EDGE_TYPES), 'an edge type'],
  ['polarity', isOneOf(['affirmed', 'negated']), 'a polarity'],
  ['modality', isOneOf(['asserted', 'intended', 'possible', 'hypothetical']), 'a modality'],
  ['weight', isNumber, 'a number'],
  ['confidence', isNumber, 'a number'],
  ['status', isOneOf(['reported', 'claimed', 'disputed']), 'a status'],
  ['titles', optional(isStrings), 'a list of titles'],
  ['evidence', Array.isArray, 'a list'],
];

const EVIDENCE: Rules = [
  ['story', isName, 'a story id'],
  ['sentence', isCount, 'a count'],
  ['start', isCount, 'an offset'],
  ['end', isCount, 'an offset'],
  ['text', isText, 'text'],
  ['trigger', isSpan, 'a span of text'],
  ['sourceMention', isSpan, 'a span of text'],
  ['targetMention', isSpan, 'a span of text'],
  ['attributedTo', isStrings, 'a list of node keys'],
  ['rule', isText, 'text'],
  ['confidence', isNumber, 'a number'],
];

/** @throws GraphFlaw */
export function checkAttributes(value: unknown): asserts value is GraphAttributes {
  if (!isObject(value)) throw new GraphFlaw('it has no graph attributes');
  const { format, stories, vocabulary } = value;
  if (format === undefined) throw new GraphFlaw('its attributes have no format');
  if (format !== 1) throw new GraphFlaw(`its format is ${JSON.stringify(format)}, this version reads format 1`);
  if (!Array.isArray(stories)) throw new GraphFlaw('its attributes have no list of stories');
  if (vocabulary !== undefined && !isOwnTypes(vocabulary)) throw new GraphFlaw('its vocabulary is no list of node and edge types');
  for (const [index, story] of stories.entries()) enforce(`story ${index + 1}`, story, STORY);
}

/** @throws GraphFlaw */
export function checkNode(value: unknown, number: number): asserts value is NodeRecord {
  if (!isObject(value) || !isName(value['key'])) throw new GraphFlaw(`node ${number} has no key`);
  enforce(`node ${JSON.stringify(value['key'])}`, value['attributes'], NODE);
}

/** @throws GraphFlaw */
export function checkEdge(value: unknown, number: number): asserts value is EdgeRecord {
  if (!isObject(value) || !isName(value['key'])) throw new GraphFlaw(`edge ${number} has no key`);
  const where = `edge ${JSON.stringify(value['key'])}`;
  if (!isName(value['source']) || !isName(value['target'])) throw new GraphFlaw(`${where} lacks an end`);
  if (value['source'] === value['target']) throw new GraphFlaw(`${where} runs from a node to itself`);
  enforce(where, value['attributes'], EDGE);
  for (const item of (value as unknown as EdgeRecord).attributes.evidence) enforce(`${where}, its evidence`, item, EVIDENCE);
}
