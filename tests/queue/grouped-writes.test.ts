import { expect, it } from 'vitest';
import { GroupedWrites } from '../../src/queue/grouped-writes.ts';

const AWAY = new Error('away');
const isPassing = (error: unknown): boolean => error === AWAY;

it('writes what comes during a write together, in one next write', async () => {
  const groups: (readonly number[])[] = [];
  let release = (): void => undefined;
  const first = new Promise<void>((resolve) => { release = resolve; });
  const writes = new GroupedWrites<number>({ isPassing, writeAll: async (items) => { groups.push(items); if (groups.length === 1) await first; } });
  const all = [1, 2, 3, 4].map((item) => writes.write(item));
  release();
  await Promise.all(all);
  expect(groups).toEqual([[1], [2, 3, 4]]);
});

it('lets a bad item fail alone', async () => {
  const written: number[] = [];
  const writes = new GroupedWrites<number>({
    isPassing,
    writeAll: async (items) => {
      if (items.includes(3)) throw new Error('three is bad');
      written.push(...items);
    },
  });
  const results = await Promise.allSettled([1, 2, 3, 4].map((item) => writes.write(item)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(written).toEqual([1, 2, 4]);
});

it('tries again after an error that passes, and says so once', async () => {
  let attempts = 0;
  const told: unknown[] = [];
  const writes = new GroupedWrites<number>({
    isPassing, longestPauseMs: 1, onWaiting: (error) => { told.push(error); },
    writeAll: async () => { if (++attempts < 3) throw AWAY; },
  });
  await writes.write(1);
  expect([attempts, told]).toEqual([3, [AWAY]]);
});

it('fails instead once nobody is to wait', async () => {
  const writes = new GroupedWrites<number>({ isPassing, onWaiting: () => writes.stopWaiting(), writeAll: async () => { throw AWAY; } });
  await expect(writes.write(1)).rejects.toBe(AWAY);
  await expect(writes.write(2)).rejects.toBe(AWAY);
});
