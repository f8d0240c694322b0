import { setTimeout as sleep } from 'node:timers/promises';

export interface GroupedWritesOptions<Item> {
  /** Writes some items together, all of them or none. */
  readonly writeAll: (items: readonly Item[]) => Promise<unknown>;
  /** True for errors that go away by themselves: the write is tried again, for as long as it takes. */
  readonly isPassing: (error: unknown) => boolean;
  /** Told once when such an error begins. */
  readonly onWaiting?: (error: unknown) => void;
  /** The longest pause before the next attempt, in milliseconds. */
  readonly longestPauseMs?: number;
}

interface Waiting<Item> {
  readonly item: Item;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Items that one write takes. */
const MOST = 64;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/**
 * One write at a time; what comes meanwhile goes together into the next one. Where a group fails its items are written one by one,
 * so that a bad one fails alone.
 */
export class GroupedWrites<Item> {
  readonly #options: GroupedWritesOptions<Item>;
  readonly #stopped = new AbortController();
  #waiting: Waiting<Item>[] = [];
  #isBusy = false;

  constructor(options: GroupedWritesOptions<Item>) {
    this.#options = options;
  }

  /** Resolves when the item is written. @throws what `writeAll` throws; a passing error only after `stopWaiting` */
  write(item: Item): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      void this.#run();
    });
  }

  /** From now on a passing error fails the write: nobody is to wait for a server that is away. */
  stopWaiting(): void {
    this.#stopped.abort();
  }

  async #run(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#waiting.length) await this.#writeGroup(this.#waiting.splice(0, MOST));
    this.#isBusy = false;
  }

  async #writeGroup(group: readonly Waiting<Item>[]): Promise<void> {
    try {
      await this.#persist(group.map(({ item }) => item));
      for (const { resolve } of group) resolve();
    } catch (error) {
      // Thrown only once nobody waits: those behind would fail in the same way, one timeout after the other.
      const isAway = this.#options.isPassing(error);
      if (group.length === 1 || isAway) for (const { reject } of isAway ? [...group, ...this.#waiting.splice(0)] : group) reject(error);
      else for (const one of group) await this.#writeGroup([one]);
    }
  }

  async #persist(items: readonly Item[]): Promise<void> {
    const { writeAll, isPassing, onWaiting, longestPauseMs = LONGEST_PAUSE_MS } = this.#options;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        await writeAll(items);
        return;
      } catch (error) {
        if (!isPassing(error) || this.#stopped.signal.aborted) throw error;
        if (pause === FIRST_PAUSE_MS) onWaiting?.(error);
        await sleep(pause, undefined, { signal: this.#stopped.signal }).catch(() => undefined);
      }
    }
  }
}
