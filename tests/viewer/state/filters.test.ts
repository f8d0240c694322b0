import { describe, expect, it } from 'vitest';
import { applyFilters } from '../../../viewer/state/apply-filters.ts';
import { dayRange } from '../../../viewer/state/dates.ts';
import { REPORTER, tabulate, type FacetName } from '../../../viewer/state/facets.ts';
import { isFiltering, NO_FILTERS, setDays, setShown, showOnly, type Filters } from '../../../viewer/state/filters.ts';
import { indexGraph } from '../../../viewer/state/graph-data.ts';
import { smallGraph } from './fixture.ts';

const data = indexGraph(smallGraph());
const table = tabulate(data);
const run = (filters: Filters) => applyFilters(data, table, filters);
const only = (facet: FacetName, ...values: string[]): Filters => showOnly(NO_FILTERS, facet, values, table.facets[facet].values);
const keys = (filters: Filters): string[] => data.edges.filter((_, edge) => run(filters).edgeShown[edge] === 1).map((edge) => edge.key);
const nodeKeys = (filters: Filters): string[] => data.nodes.filter((_, node) => run(filters).nodeShown[node] === 1).map((node) => node.key);
const countOf = (filters: Filters, facet: FacetName, value: string): number => run(filters).counts[facet][table.facets[facet].values.indexOf(value)]!;

describe('applyFilters', () => {
  it('shows everything without filters', () => {
    const view = run(NO_FILTERS);
    expect([view.nodeCount, view.edgeCount]).toEqual([15, 25]);
    expect(isFiltering(NO_FILTERS)).toBe(false);
    expect(countOf(NO_FILTERS, 'nodeType', 'Country')).toBe(6);
    expect(countOf(NO_FILTERS, 'edgeType', 'HOLDS_ROLE_IN')).toBe(3);
  });

  it('hides the edges of a hidden node type and the nodes that are left without any', () => {
    const filters = setShown(NO_FILTERS, 'nodeType', ['Place'], false);
    expect(keys(filters).some((key) => key.includes('place:'))).toBe(false);
    expect(nodeKeys(filters)).not.toContain('country:AE');
    expect(nodeKeys(filters)).toContain('organisation:bobby-tables');
    expect(isFiltering(filters)).toBe(true);
    expect(setShown(filters, 'nodeType', ['Place'], true).hidden.nodeType.size).toBe(0);
  });

  it('filters by polarity, modality and status', () => {
    expect(keys(only('polarity', 'negated'))).toEqual(['country:IN|RECOGNISED|militia:taliban|negated|asserted']);
    expect(keys(only('modality', 'intended'))).toEqual(['country:IN|AIDED|country:AF|affirmed|intended']);
    expect(keys(only('status', 'disputed'))).toEqual(['country:PK|ATTACKED|country:AF|affirmed|asserted']);
  });

  it('filters sentences by who says it, by outlet and by story', () => {
    const byReporter = keys(only('voice', REPORTER));
    expect(byReporter).not.toContain('country:IN|RECOGNISED|militia:taliban|negated|asserted');
    expect(byReporter).toContain('country:PK|DENIED|organisation:in/ministry-of-external-affairs|affirmed|asserted');
    expect(keys(only('voice', 'person:rohan-mehta'))).toContain('country:IN|RECOGNISED|militia:taliban|negated|asserted');
    expect(keys(only('outlet', 'Sample Wire'))).toEqual(keys(only('story', 'sample-tehran-letters')));
    const met = data.edgeAt.get('person:gul-agha-noori|MET|person:rohan-mehta|affirmed|asserted')!;
    const view = run(only('story', 'sample-tehran-letters'));
    const rows = [table.evidenceStart[met]!, table.evidenceStart[met]! + 1];
    expect(rows.filter((row) => view.evidenceShown[row] === 1).length).toBe(1);
  });

  it('filters by confidence and by day', () => {
    expect(keys({ ...NO_FILTERS, minConfidence: 1.01 })).toEqual([]);
    const { first, last } = dayRange('2025-01')!;
    const dated = keys(setDays(NO_FILTERS, { first, last }));
    expect(dated).toContain('person:gul-agha-noori|MET|person:rohan-mehta|affirmed|asserted');
    expect(dated).not.toContain('country:IL|FOUGHT|country:IR|affirmed|asserted');
    expect(dated).not.toContain('country:AF|BORDERS|country:IR|affirmed|asserted');
    expect(keys({ ...setDays(NO_FILTERS, { first, last }), undated: 'keep' })).toContain('country:AF|BORDERS|country:IR|affirmed|asserted');
    expect(setDays(setDays(NO_FILTERS, { first, last }), undefined).days).toBeUndefined();
  });

  it('counts for each value what would be shown with it, the other filters as they are', () => {
    const noConflict = setShown(NO_FILTERS, 'edgeType', ['ATTACKED', 'FOUGHT'], false);
    expect(countOf(noConflict, 'edgeType', 'ATTACKED')).toBe(2);
    expect(countOf(noConflict, 'modality', 'hypothetical')).toBe(0);
    const both = setShown(noConflict, 'modality', ['hypothetical'], false);
    expect(countOf(both, 'edgeType', 'ATTACKED')).toBe(1);
    expect(countOf(both, 'modality', 'hypothetical')).toBe(0);
    expect(countOf(only('story', 'sample-tehran-letters'), 'story', 'sample-dubai-talks')).toBe(countOf(NO_FILTERS, 'story', 'sample-dubai-talks'));
  });

  // The counts promise what a switch will show: switch each value on alone and see.
  it.each(['edgeType', 'polarity', 'modality', 'status', 'voice', 'outlet', 'story'] as const)('counts of %s come true', (facet) => {
    const base = setShown(NO_FILTERS, 'nodeType', ['Event'], false);
    for (const value of table.facets[facet].values) {
      const alone = showOnly(base, facet, [value], table.facets[facet].values);
      expect([value, run(alone).edgeCount]).toEqual([value, countOf(base, facet, value)]);
    }
  });
});
