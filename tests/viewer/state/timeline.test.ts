import { describe, expect, it } from 'vitest';
import { dayRange, dayText } from '../../../viewer/state/dates.ts';
import { tabulate } from '../../../viewer/state/facets.ts';
import { NO_FILTERS, setDays, setShown } from '../../../viewer/state/filters.ts';
import { indexGraph } from '../../../viewer/state/graph-data.ts';
import { stepAfter, timelineOf } from '../../../viewer/state/timeline.ts';
import { EDGE_TYPE_LIST } from '../../../viewer/state/vocabulary.ts';
import { smallGraph } from './fixture.ts';

const withDates = (...dates: string[]) => {
  const file = smallGraph();
  const [edge] = file.edges;
  edge!.attributes.evidence = dates.map((date) => ({ ...edge!.attributes.evidence[0]!, date }));
  const data = indexGraph({ ...file, edges: [edge!] });
  return timelineOf(data, tabulate(data), NO_FILTERS);
};
const total = (timeline: ReturnType<typeof withDates>): number => timeline.bins.flatMap((bin) => bin.counts).reduce((sum, part) => sum + part, 0);

describe('timelineOf', () => {
  it.each([
    ['day', ['2025-01-01', '2025-01-20'], 20],
    ['week', ['2024-01-01', '2025-01-20'], 56],
    ['month', ['2020-03-05', '2024-02-01'], 48],
    ['year', ['1948-05-14', '2024-02-01'], 77],
  ] as const)('divides by %s', (unit, dates, bins) => {
    const timeline = withDates(...dates);
    expect([timeline.unit, timeline.bins.length]).toEqual([unit, bins]);
    expect(total(timeline)).toBeCloseTo(2, 9);
    for (const [place, bin] of timeline.bins.slice(1).entries()) expect(bin.first).toBe(timeline.bins[place]!.last + 1);
  });

  it('counts a vague date in parts over all it covers', () => {
    const timeline = withDates('2025-02', '2025-02-03');
    expect(timeline.bins.length).toBe(28);
    expect(timeline.highest).toBeCloseTo(1 + 1 / 28, 9);
    expect(dayText(timeline.bins[0]!.first)).toBe('2025-02-01');
  });

  it('gives what lies far off one bar, so that the rest keeps its own', () => {
    const week = Array.from({ length: 30 }, (_, day) => `2025-02-${String((day % 28) + 1).padStart(2, '0')}`);
    const timeline = withDates('1948-05-14', ...week);
    expect([timeline.unit, timeline.isCutBefore, timeline.isCutAfter]).toEqual(['day', true, false]);
    expect(dayText(timeline.bins[0]!.first)).toBe('1948-05-14');
    expect(timeline.bins[0]!.counts.reduce((sum, part) => sum + part, 0)).toBe(1);
    expect(total(timeline)).toBeCloseTo(31, 9);
  });

  it('heeds all filters but that of the days', () => {
    const data = indexGraph(smallGraph());
    const table = tabulate(data);
    const all = timelineOf(data, table, NO_FILTERS);
    expect(all.undated).toBe(22);
    expect(timelineOf(data, table, setDays(NO_FILTERS, dayRange('2024')))).toEqual(all);
    expect(timelineOf(data, table, setShown(NO_FILTERS, 'edgeType', EDGE_TYPE_LIST, false))).toMatchObject({ bins: [], highest: 0, undated: 0 });
  });
});

describe('stepAfter', () => {
  it('moves on by as many bars as are chosen, whatever their length, to the end', () => {
    // The first bar holds all that came long before.
    const bins = [[0, 9999], [10_000, 10_000], [10_001, 10_001], [10_002, 10_002]].map(([first, last]) => ({ first: first!, last: last!, counts: [] }));
    expect(stepAfter(bins, undefined)).toEqual({ first: 0, last: 9999 });
    expect(stepAfter(bins, { first: 0, last: 9999 })).toEqual({ first: 10_000, last: 10_000 });
    expect(stepAfter(bins, { first: 0, last: 10_000 })).toEqual({ first: 10_001, last: 10_002 });
    expect(stepAfter(bins, { first: 10_000, last: 10_001 })).toEqual({ first: 10_002, last: 10_002 });
    expect(stepAfter(bins, { first: 10_002, last: 10_002 })).toBeUndefined();
    expect(stepAfter([], undefined)).toBeUndefined();
  });
});
