import { createStore, type Store } from './store.ts';

const LONGEST = 100;

/** A store that can go back and forth through its own values. */
export interface History<T> extends Store<T> {
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** A store of one value with its past, at most 100 steps back. */
export function createHistory<T>(initial: T): History<T> {
  const store = createStore(initial);
  let past: T[] = [];
  let future: T[] = [];
  const set = (next: T): void => {
    if (Object.is(next, store.get())) return;
    past = [...past.slice(1 - LONGEST), store.get()];
    future = [];
    store.set(next);
  };
  const step = (from: T[], to: T[]): void => {
    const next = from.pop();
    if (next === undefined) return;
    to.push(store.get());
    store.set(next);
  };
  return {
    ...store,
    set,
    update: (change) => set(change(store.get())),
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
    undo: () => step(past, future),
    redo: () => step(future, past),
  };
}
