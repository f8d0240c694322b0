import { mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { initProject } from '../../src/project/folder.ts';
import { lockProject } from '../../src/project/lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-lock-'));
const { project } = initProject(folder);
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

it('is held by one at a time', async () => {
  const lock = await lockProject(project, 'build');
  expect(lock.isHeld()).toBe(true);
  await expect(lockProject(project, 'build', 0)).rejects.toMatchObject({ code: 'E_BUSY' });
  await lock.release();
  await (await lockProject(project, 'build', 0)).release();
});

it('is another one for another kind of work', async () => {
  const build = await lockProject(project, 'build');
  const watch = await lockProject(project, 'watch', 0);
  await build.release();
  await expect(lockProject(project, 'watch', 0)).rejects.toMatchObject({ code: 'E_BUSY', message: expect.stringMatching(/another watch is at work/) as string });
  await watch.release();
});

it('is taken from a process that was killed long ago', async () => {
  const left = join(project.store, 'build.lock');
  mkdirSync(left);
  const hourAgo = new Date(Date.now() - 3_600_000);
  utimesSync(left, hourAgo, hourAgo);
  await (await lockProject(project, 'build', 0)).release();
});

it('says so where it cannot be written', async () => {
  const nowhere = { root: join(folder, 'gone'), store: join(folder, 'gone', '.dragoman') };
  await expect(lockProject(nowhere, 'build', 0)).rejects.toMatchObject({ code: 'E_WRITE' });
});
