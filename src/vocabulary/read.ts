import { readFileSync, statSync } from 'node:fs';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { DragomanError } from '../errors.ts';
import { problemsOf, wordsOf, type Problem } from './problems.ts';
import { VOCABULARY, type Vocabulary } from './schema.ts';

const LARGEST = 5_000_000;

/**
 * Reads a vocabulary file (YAML, or JSON, which is YAML too) and checks it whole.
 * @throws DragomanError E_NOT_FOUND, E_PERMISSION, or E_VOCABULARY with the line of the first thing wrong and those of the others.
 */
export function readVocabulary(path: string): Vocabulary {
  return parseVocabulary(load(path), path);
}

/** The same of a text; `path` names it in errors. */
export function parseVocabulary(source: string, path: string): Vocabulary {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  if (document.errors.length) refuse(path, document.errors.map((error) => ({ line: lineAt(error.pos[0]), why: `no valid YAML: ${error.message}` })));
  const parsed = VOCABULARY.safeParse(plainValue(document, path));
  const located = (problem: Problem): { line: number; why: string } => ({ line: lineAt(offsetOf(document, problem.path)), why: wordsOf(problem) });
  if (!parsed.success) refuse(path, parsed.error.issues.flatMap(flatten).map(located));
  const problems = problemsOf(parsed.data);
  if (problems.length) refuse(path, problems.map(located));
  return parsed.data;
}

function load(path: string): string {
  try {
    if (statSync(path).size > LARGEST) throw new DragomanError('E_VOCABULARY', { what: path, why: `larger than ${LARGEST / 1e6} MB` });
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (cause) {
    if (cause instanceof DragomanError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new DragomanError('E_NOT_FOUND', { what: path }, { cause });
    if (code === 'EACCES' || code === 'EPERM') throw new DragomanError('E_PERMISSION', { what: path }, { cause });
    throw new DragomanError('E_VOCABULARY', { what: path, why: code === 'EISDIR' ? 'it is a folder' : 'it is no UTF-8 text' }, { cause });
  }
}

/** An empty file is an empty vocabulary; aliases that would unfold without end are refused. */
function plainValue(document: Document, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (cause) {
    throw new DragomanError('E_VOCABULARY', { what: path, why: cause instanceof Error ? cause.message : 'it cannot be unfolded' }, { cause });
  }
}

type Issue = NonNullable<ReturnType<typeof VOCABULARY.safeParse>['error']>['issues'][number];

const KINDS: Readonly<Record<string, string>> = { array: 'a list', object: 'a group of fields', string: 'text', boolean: 'true or false', number: 'a number' };

function flatten(issue: Issue): readonly Problem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], why: 'is no field here' }));
  if (issue.code === 'invalid_type') return [{ path, why: issue.message.endsWith('received undefined') ? 'is missing' : `must be ${KINDS[issue.expected] ?? `a ${issue.expected}`}` }];
  if (issue.code === 'invalid_value') return [{ path, why: `must be one of ${issue.values.map(String).join(', ')}` }];
  return [{ path, why: issue.message }];
}

/** Where the thing at a path stands; of what is missing, where it should. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const steps = path.slice(0, length);
    const holder: unknown = document.getIn(steps.slice(0, -1), true);
    const key = keyOffset(holder, steps.at(-1));
    if (key !== undefined) return key;
    const node: unknown = document.getIn(steps, true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/** Of a field, where its name stands. */
function keyOffset(holder: unknown, name: string | number | undefined): number | undefined {
  if (!isNode(holder) || !('items' in holder)) return undefined;
  for (const item of holder.items as readonly unknown[]) {
    if (typeof item !== 'object' || item === null || !('key' in item)) continue;
    const { key } = item;
    if (isNode(key) && 'value' in key && key.value === name && key.range) return key.range[0];
  }
  return undefined;
}

function refuse(path: string, found: readonly { readonly line: number; readonly why: string }[]): never {
  const [first, ...others] = found.toSorted((a, b) => a.line - b.line);
  const rest = [...new Set(others.map((one) => one.line))];
  const more = rest.length ? `; more in line${rest.length > 1 ? 's' : ''} ${rest.slice(0, 10).join(', ')}${rest.length > 10 ? ' …' : ''}` : '';
  throw new DragomanError('E_VOCABULARY', { what: `${path}:${first?.line ?? 1}`, why: `${first?.why ?? 'not a vocabulary'}${more}` });
}
