/** A value that can be watched. `set` with an equal value tells nobody. */
export interface Store<T> {
  readonly get: () => T;
  readonly set: (next: T) => void;
  readonly update: (change: (value: T) => T) => void;
  /** Calls back after each change; returns the function that ends it. */
  readonly subscribe: (listener: (value: T, before: T) => void) => () => void;
}

/** A store of one value. Who begins to listen during a change hears of the next one. */
export function createStore<T>(initial: T): Store<T> {
  type Listener = (value: T, before: T) => void;
  let value = initial;
  let listeners: readonly Listener[] = [];
  const set = (next: T): void => {
    if (Object.is(next, value)) return;
    const before = value;
    value = next;
    for (const listener of listeners) listener(next, before);
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe(listener) {
      listeners = [...listeners, listener];
      return () => {
        listeners = listeners.filter((other) => other !== listener);
      };
    },
  };
}
