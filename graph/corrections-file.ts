// corrections.json on the disk: small, one correction a line, to be read and changed by hand.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NODE_TYPES } from '../src/model/vocabulary.ts';
import { DragomanError } from '../src/errors.ts';
import { writeAtomically } from './atomic-file.ts';
import { correctionsText, type Correction, type CorrectionsFile } from './corrections.ts';

/** Where the corrections of a graph file lie: beside it. */
export function correctionsPath(graphPath: string): string {
  return join(dirname(graphPath), 'corrections.json');
}

/**
 * The corrections beside a graph; none where there is no such file.
 * @throws DragomanError E_CORRECTIONS which says what is wrong with it, E_PERMISSION
 */
export function readCorrections(graphPath: string): readonly Correction[] {
  const text = correctionsBeside(graphPath);
  return text === undefined ? [] : parseCorrections(text, correctionsPath(graphPath)).corrections;
}

/**
 * The text of the corrections beside a graph, unread; undefined where there is no such file.
 * @throws DragomanError E_CORRECTIONS, E_PERMISSION where it cannot be had
 */
export function correctionsBeside(graphPath: string): string | undefined {
  const path = correctionsPath(graphPath);
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'EACCES' || code === 'EPERM') throw new DragomanError('E_PERMISSION', { what: path }, { cause });
    throw new DragomanError('E_CORRECTIONS', { what: path, why: 'it cannot be read' }, { cause });
  }
}

/**
 * Writes the corrections beside a graph, the file whole or not at all.
 * @throws DragomanError E_WRITE
 */
export function writeCorrections(graphPath: string, file: CorrectionsFile): void {
  writeAtomically(correctionsPath(graphPath), [correctionsText(file.corrections)]);
}

const LONGEST = 10_000;

/**
 * Reads and checks the text of corrections.json; `name` is what an error calls it.
 * @throws DragomanError E_CORRECTIONS with the first thing wrong
 */
export function parseCorrections(text: string, name: string): CorrectionsFile {
  const fail = (why: string, cause?: unknown): never => {
    throw new DragomanError('E_CORRECTIONS', { what: name, why }, { cause });
  };
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (cause) {
    fail('it is not JSON', cause);
  }
  if (!isObject(value) || value['format'] !== 1 || !Array.isArray(value['corrections'])) return fail('it is no {"format": 1, "corrections": […]}');
  return { format: 1, corrections: value['corrections'].map((item: unknown, index) => check(item) ?? fail(`correction ${index + 1}: ${flaw(item)}`)) };
}

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of each kind beside `do`. */
const FIELDS: Readonly<Record<Correction['do'], readonly (readonly string[])[]>> = {
  merge: [['node', 'into']], rename: [['node', 'label']], retype: [['node', 'type']], reject: [['edge']], note: [['node', 'text'], ['edge', 'text']],
};

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST;

/** The correction with its own fields only, in one order; undefined where something is wrong with it. */
function check(item: unknown): Correction | undefined {
  if (flaw(item) !== undefined || !isObject(item)) return undefined;
  const kind = item['do'] as Correction['do'];
  const fields = FIELDS[kind].find((names) => names.every((name) => isText(item[name]))) ?? [];
  return Object.fromEntries([['do', kind], ...fields.map((name) => [name, item[name]])]) as unknown as Correction;
}

function flaw(item: unknown): string | undefined {
  if (!isObject(item)) return 'it is no object';
  const kind = item['do'];
  if (typeof kind !== 'string' || !Object.hasOwn(FIELDS, kind)) return `"do" is not one of ${Object.keys(FIELDS).join(', ')}`;
  const choices = FIELDS[kind as Correction['do']];
  if (!choices.some((names) => names.every((name) => isText(item[name])))) return `"${kind}" needs ${choices.map((names) => names.join(' and ')).join(', or ')}`;
  if (kind === 'retype' && !Object.hasOwn(NODE_TYPES, String(item['type']))) return `${JSON.stringify(item['type'])} is no node type (${Object.keys(NODE_TYPES).join(', ')})`;
  if (kind === 'merge' && item['node'] === item['into']) return 'a node cannot be merged into itself';
  return undefined;
}
