import { expect, it } from 'vitest';
import { createHistory } from '../../../viewer/state/history.ts';

it('goes back and forth, and forgets the future after a new step', () => {
  const history = createHistory('a');
  const seen: string[] = [];
  history.subscribe((value) => seen.push(value));
  history.set('b');
  history.update((value) => `${value}c`);
  history.set('bc');
  history.undo();
  expect([history.get(), history.canUndo(), history.canRedo()]).toEqual(['b', true, true]);
  history.undo();
  history.undo();
  expect([history.get(), history.canUndo()]).toEqual(['a', false]);
  history.redo();
  history.set('d');
  expect([history.get(), history.canRedo()]).toEqual(['d', false]);
  expect(seen).toEqual(['b', 'bc', 'b', 'a', 'b', 'd']);
});
