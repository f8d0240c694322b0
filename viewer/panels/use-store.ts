import { useLayoutEffect, useReducer } from 'preact/hooks';
import type { Store } from '../state/store.ts';

/** The value of a store; draws the component again when it changes. Another store counts from the same drawing on. */
export function useStore<T>(store: Store<T>): T {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const value = store.get();
  useLayoutEffect(() => {
    if (!Object.is(store.get(), value)) redraw(undefined);
    return store.subscribe(() => redraw(undefined));
  }, [store]);
  return value;
}
