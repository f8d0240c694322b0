import { FACET_NAMES, type FacetName } from './facets.ts';

export const UNDATED_WAYS = ['hide', 'keep', 'story'] as const;

/** What is left out. Everything is shown that no entry here leaves out. */
export interface Filters {
  /** Values switched off, by facet. */
  readonly hidden: Readonly<Record<FacetName, ReadonlySet<string>>>;
  /** 0 to 1. */
  readonly minConfidence: number;
  /** First and last day of the events to keep, days since 1970. */
  readonly days?: { readonly first: number; readonly last: number };
  /** What becomes of events without a date when there are `days`: left out, kept, or taken to be of their story's day. */
  readonly undated: (typeof UNDATED_WAYS)[number];
  /** Leaves out nodes that have no edge at all. */
  readonly hideUnconnected: boolean;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Everything is shown. */
export const NO_FILTERS: Filters = {
  hidden: Object.fromEntries(FACET_NAMES.map((name) => [name, NOTHING])) as Record<FacetName, ReadonlySet<string>>,
  minConfidence: 0,
  undated: 'hide',
  hideUnconnected: false,
};

/** True where anything is left out. */
export function isFiltering(filters: Filters): boolean {
  return filters.hideUnconnected || filters.hidden.nodeType.size > 0 || isFilteringEdges(filters);
}

/** True where edges are left out for what they themselves are. */
export function isFilteringEdges(filters: Filters): boolean {
  return filters.minConfidence > 0 || filters.days !== undefined || FACET_NAMES.some((name) => name !== 'nodeType' && filters.hidden[name].size > 0);
}

function withHidden(filters: Filters, facet: FacetName, hidden: ReadonlySet<string>): Filters {
  return { ...filters, hidden: { ...filters.hidden, [facet]: hidden } };
}

/** Shows or hides values of a facet. */
export function setShown(filters: Filters, facet: FacetName, values: readonly string[], shown: boolean): Filters {
  const hidden = new Set(filters.hidden[facet]);
  for (const value of values) {
    if (shown) hidden.delete(value);
    else hidden.add(value);
  }
  return withHidden(filters, facet, hidden);
}

/** Shows these values of a facet and hides all others of it. */
export function showOnly(filters: Filters, facet: FacetName, values: readonly string[], all: readonly string[]): Filters {
  const kept = new Set(values);
  return withHidden(filters, facet, new Set(all.filter((value) => !kept.has(value))));
}

/** Keeps the events of these days, or of all days where the range is absent. */
export function setDays(filters: Filters, days: Filters['days']): Filters {
  const { days: _, ...rest } = filters;
  return days === undefined ? rest : { ...rest, days };
}
