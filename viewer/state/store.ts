/** A value that can be watched. `set` with an equal value tells nobody. */
export interface Store<T> {
  readonly get: () => T;
  readonly set: (next: T) => void;
  readonly update: (change: (value: T) => T) => void;
  /** Calls back after each change; returns the function that ends it. */
  readonly subscribe: (listener: (value: T, before: T) => void) => () => void;
}

/** A store of one value. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<(value: T, before: T) => void>();
  const set = (next: T): void => {
    if (Object.is(next, value)) return;
    const before = value;
    value = next;
    // A copy: who begins to listen meanwhile has seen the new value.
    for (const listener of [...listeners]) listener(next, before);
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
