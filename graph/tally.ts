import { byCodeUnit } from './keys.ts';

/** Distinct values, the most frequent first, equals by code unit: the same for any order of the input. */
export function byFrequency(values: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || byCodeUnit(a, b)).map(([value]) => value);
}

/** The most frequent value, of equals the smallest; undefined where there is none. */
export function mostFrequent(values: Iterable<string>): string | undefined {
  return byFrequency(values)[0];
}

/** As `byFrequency`, with values that differ in letter case only counted as one and shown as most often written. */
export function byFrequencyFolded(values: Iterable<string>): string[] {
  return [...groupFolded(values).values()]
    .map((group) => ({ shown: mostFrequent(group) ?? '', count: group.length }))
    .sort((a, b) => b.count - a.count || byCodeUnit(a.shown, b.shown))
    .map(({ shown }) => shown);
}

function groupFolded(values: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const value of values) {
    const folded = value.toLowerCase();
    const group = groups.get(folded);
    if (group) group.push(value);
    else groups.set(folded, [value]);
  }
  return groups;
}
