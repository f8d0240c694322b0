import { byCodeUnit } from './keys.ts';

/** How often each value was said. What is taken away again leaves no trace, so that the order of both does not matter. */
export class Counts {
  readonly #times: Map<string, number>;

  constructor(entries: Iterable<readonly [string, number]> = []) {
    this.#times = new Map(entries);
  }

  static of(values: Iterable<string>): Counts {
    const counts = new Counts();
    for (const value of values) counts.add(value);
    return counts;
  }

  /** Says a value so often; a negative number takes it back. */
  add(value: string, times = 1): void {
    const now = (this.#times.get(value) ?? 0) + times;
    if (now) this.#times.set(value, now);
    else this.#times.delete(value);
  }

  entries(): [value: string, times: number][] {
    return [...this.#times];
  }

  /** The values, the most frequent first, equals by code unit. */
  ranked(): string[] {
    return this.entries().sort(([a, n], [b, m]) => m - n || byCodeUnit(a, b)).map(([value]) => value);
  }

  /** As `ranked`, with values that differ in letter case only counted as one and shown as most often written. */
  rankedFolded(): string[] {
    const groups = new Map<string, Counts>();
    const folded = new Counts();
    for (const [value, times] of this.#times) {
      const lower = value.toLowerCase();
      const group = groups.get(lower) ?? new Counts();
      groups.set(lower, group);
      group.add(value, times);
      folded.add(lower, times);
    }
    return folded.entries()
      .map(([lower, count]) => ({ shown: groups.get(lower)?.ranked()[0] ?? '', count }))
      .sort((a, b) => b.count - a.count || byCodeUnit(a.shown, b.shown))
      .map(({ shown }) => shown);
  }

  /** By value: the same counts are written the same. */
  toJSON(): [string, number][] {
    return this.entries().sort(([a], [b]) => byCodeUnit(a, b));
  }
}
