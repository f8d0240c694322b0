import { applyFilters, daysOf, type View } from './apply-filters.ts';
import { dayText } from './dates.ts';
import { UNDATED, type FacetTable } from './facets.ts';
import { setDays, type Filters } from './filters.ts';
import type { GraphData } from './graph-data.ts';
import { classOf, EDGE_CLASS_LIST, type EdgeType } from './vocabulary.ts';

/** A stretch of time and how many events fall into it, by class in the order of EDGE_CLASS_LIST. */
export interface Bin {
  readonly first: number;
  readonly last: number;
  readonly counts: readonly number[];
}

export interface Timeline {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly bins: readonly Bin[];
  /** The highest sum of a bin. */
  readonly highest: number;
  /** Sentences without a date. */
  readonly undated: number;
  /** True where the first bin holds all that came long before, or the last all that comes long after. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** Rows of the evidence columns that carry a date, the class of each, and the columns of their days. */
interface Events {
  readonly rows: number[];
  readonly classes: number[];
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
}

const MOST_BINS = 120;
const FEW_EVENTS = 8;

/**
 * Events over time as all filters but that of the days leave them; a vague date counts in parts over all it covers.
 * `current` is what the filters leave, where the caller has it.
 */
export function timelineOf(data: GraphData, table: FacetTable, filters: Filters, current?: View): Timeline {
  const view = current !== undefined && filters.days === undefined ? current : applyFilters(data, table, setDays(filters, undefined));
  const classes = table.facets.edgeType.values.map((type) => EDGE_CLASS_LIST.indexOf(classOf(type as EdgeType)));
  const events: Events = { rows: [], classes: [], ...daysOf(table, filters) };
  let undated = 0;
  for (let edge = 0; edge < data.edges.length; edge += 1) {
    if (view.edgeShown[edge] === 0) continue;
    for (let row = table.evidenceStart[edge]!; row < table.evidenceStart[edge + 1]!; row += 1) {
      if (view.evidenceShown[row] === 0) continue;
      if (events.firstDay[row] === UNDATED) {
        undated += 1;
        continue;
      }
      events.rows.push(row);
      events.classes.push(classes[table.facets.edgeType.codes[edge]!]!);
    }
  }
  if (events.rows.length === 0) return { unit: 'day', bins: [], highest: 0, undated, isCutBefore: false, isCutAfter: false };
  const all = bounds(events);
  const { unit, borders } = divide(dense(events, all));
  const isCutBefore = all.first < borders[0]!;
  const isCutAfter = all.last >= borders.at(-1)!;
  if (isCutBefore) borders[0] = all.first;
  if (isCutAfter) borders[borders.length - 1] = all.last + 1;
  const counts = count(events, borders);
  const bins = counts.map((of, place) => ({ first: borders[place]!, last: borders[place + 1]! - 1, counts: of }));
  return { unit, bins, undated, isCutBefore, isCutAfter, highest: Math.max(...counts.map((of) => of.reduce((sum, part) => sum + part, 0))) };
}

const STEPS = 12;

/**
 * The days after some, as many bins of them; the first twelfth of all where none are chosen, undefined at the end.
 * In bins, for the first and last may be many times as long as the others.
 */
export function stepAfter(bins: readonly Bin[], days: Filters['days']): Filters['days'] {
  const from = days === undefined ? -1 : bins.findIndex((bin) => bin.last >= days.first);
  const to = days === undefined ? -1 : bins.findLastIndex((bin) => bin.first <= days.last);
  const length = days === undefined ? Math.ceil(bins.length / STEPS) : Math.max(1, to - from + 1);
  const [first, last] = [bins[to + 1], bins[Math.min(bins.length - 1, to + length)]];
  return first === undefined || last === undefined ? undefined : { first: first.first, last: last.last };
}

function bounds({ rows, firstDay, lastDay }: Events): { first: number; last: number } {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    first = Math.min(first, firstDay[row]!);
    last = Math.max(last, lastDay[row]!);
  }
  return { first, last };
}

const MUCH_LONGER = 4;
const MARGIN_DAYS = 14;

/**
 * The days between which nine in ten events begin, where the whole is much longer than that: one war of 1948 would
 * else press the week of the news into a single bar.
 */
function dense({ rows, firstDay }: Events, all: { first: number; last: number }): { first: number; last: number } {
  const days = Int32Array.from(rows, (row) => firstDay[row]!).sort();
  const at = (share: number): number => days[Math.round((days.length - 1) * share)]!;
  const [first, last] = [Math.max(all.first, at(0.05) - MARGIN_DAYS), Math.min(all.last, at(0.95) + MARGIN_DAYS)];
  return all.last - all.first > MUCH_LONGER * (last - first + 1) && days.length > FEW_EVENTS ? { first, last } : all;
}

/** Days, weeks, months or years, the finest that gives no more than 120 bins. Each border begins a bin; the last one ends it. */
function divide({ first, last }: { first: number; last: number }): { unit: Timeline['unit']; borders: number[] } {
  const days = last - first + 1;
  const monthOf = (day: number): number => Number(dayText(day).slice(0, 4)) * 12 + Number(dayText(day).slice(5, 7)) - 1;
  const steps = (from: number, to: number, step: number): number[] => Array.from({ length: Math.floor((to - from) / step) + 2 }, (_, place) => from + place * step);
  if (days <= MOST_BINS) return { unit: 'day', borders: steps(first, last, 1) };
  // 1970-01-01 was a Thursday: weeks begin on Mondays.
  const monday = first - ((((first + 3) % 7) + 7) % 7);
  if (days / 7 <= MOST_BINS) return { unit: 'week', borders: steps(monday, last, 7) };
  const months = monthOf(last) - monthOf(first) + 1;
  const unit = months <= MOST_BINS ? 'month' : 'year';
  const size = unit === 'month' ? 1 : 12;
  const from = Math.floor(monthOf(first) / size) * size;
  return { unit, borders: steps(from, monthOf(last), size).map((month) => Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000) };
}

function count({ rows, classes, firstDay, lastDay }: Events, borders: readonly number[]): number[][] {
  const counts = Array.from({ length: borders.length - 1 }, () => EDGE_CLASS_LIST.map(() => 0));
  for (let index = 0; index < rows.length; index += 1) {
    const from = binOf(borders, firstDay[rows[index]!]!);
    const to = binOf(borders, lastDay[rows[index]!]!);
    const share = 1 / (to - from + 1);
    for (let place = from; place <= to; place += 1) counts[place]![classes[index]!]! += share;
  }
  return counts;
}

/** The last bin whose border is not after the day. */
function binOf(borders: readonly number[], day: number): number {
  let [low, high] = [0, borders.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (borders[middle]! <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}
