import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { DragomanError } from '../src/errors.ts';
import { makeFolder } from '../src/make-folder.ts';
import { isSystemError, readError, reasonOf, writeError } from '../src/system-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-system-'));
const file = join(folder, 'file.txt');
writeFileSync(file, 'text');
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

function caught(step: () => unknown): unknown {
  try {
    step();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

it.each([
  ['a folder', () => readFileSync(folder), 'E_UNREADABLE', 'it is a folder'],
  ['a name that is too long', () => readFileSync('x'.repeat(300)), 'E_UNREADABLE', 'its name is too long'],
  ['nothing', () => readFileSync(join(folder, 'none.txt')), 'E_NOT_FOUND', 'no such file or folder'],
  ['what would lie in a file', () => readFileSync(join(file, 'x')), 'E_NOT_FOUND', 'part of its path is a file'],
  ['what is locked', () => { throw Object.assign(new Error("EACCES: permission denied, open 'x'"), { code: 'EACCES', syscall: 'open' }); }, 'E_PERMISSION', 'no permission'],
])('says of %s why it cannot be read', (_, step, code, reason) => {
  const cause = caught(step);
  expect(isSystemError(cause)).toBe(true);
  expect(reasonOf(cause)).toBe(reason);
  const error = readError('x.txt', cause);
  expect(error.code).toBe(code);
  expect(error.message).not.toMatch(/E[A-Z]{4,}|syscall|open '/);
});

it('leaves what has been said already', () => {
  const said = new DragomanError('E_BINARY', { what: 'x' });
  expect(readError('y', said)).toBe(said);
  expect(writeError('y', said)).toBe(said);
  expect(isSystemError(said)).toBe(false);
});

it('makes folders one below the other, and again', () => {
  const deep = join(folder, 'a', 'b', 'c');
  makeFolder(deep);
  makeFolder(deep);
  writeFileSync(join(deep, 'x'), '');
});

it('ends where no folder can be made', () => {
  expect(caught(() => makeFolder(join(file, 'x')))).toMatchObject({ code: 'E_WRITE', message: `${join(file, 'x')}: could not be written: part of its path is a file` });
  if (process.platform === 'linux') expect(caught(() => makeFolder('/proc/none/of/these'))).toMatchObject({ code: 'E_WRITE', message: '/proc/none: could not be written: no folder can be made there' });
});
