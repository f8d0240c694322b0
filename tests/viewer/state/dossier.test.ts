import { describe, expect, it } from 'vitest';
import { applyFilters } from '../../../viewer/state/apply-filters.ts';
import { claimsOf, eventsOf, officesOf, viewOfNode } from '../../../viewer/state/dossier.ts';
import { tabulate } from '../../../viewer/state/facets.ts';
import { NO_FILTERS, setShown } from '../../../viewer/state/filters.ts';
import { indexGraph } from '../../../viewer/state/graph-data.ts';
import { smallGraph } from './fixture.ts';

const data = indexGraph(smallGraph());
const table = tabulate(data);
const all = applyFilters(data, table, NO_FILTERS);
const at = (key: string): number => data.nodeAt.get(key)!;

describe('the dossier of a node', () => {
  it('lists what the text attributes to it, as far as the filters show it', () => {
    const claims = claimsOf(data, table, all, at('person:leila-farahani'));
    expect(claims).toHaveLength(3);
    for (const { item } of claims) expect(item.attributedTo).toContain('person:leila-farahani');
    const [type] = claims.map(({ edge }) => data.edges[edge]!.attributes.type);
    const fewer = applyFilters(data, table, setShown(NO_FILTERS, 'edgeType', [type!], false));
    expect(claimsOf(data, table, fewer, at('person:leila-farahani')).length).toBeLessThan(3);
  });

  it('lists its dated events by date', () => {
    const dates = eventsOf(data, table, all, at('country:IL')).map(({ item }) => item.date!);
    expect(dates.length).toBeGreaterThan(0);
    expect(dates).toEqual(dates.toSorted());
  });

  it('dates its offices by the stories that name them', () => {
    const [office] = officesOf(data, at('person:rohan-mehta'));
    expect(office).toMatchObject({ role: { title: 'foreign secretary', of: 'country:IN' }, first: '2025-01-14', last: '2025-01-14' });
    expect(officesOf(data, at('country:IN'))).toEqual([]);
  });

  it('keeps of a view what the node has part in', () => {
    const own = viewOfNode(data, all, at('place:ae/dubai'));
    own.edgeShown.forEach((shown, edge) => {
      expect(shown).toBe(data.source[edge] === at('place:ae/dubai') || data.target[edge] === at('place:ae/dubai') ? 1 : 0);
    });
  });
});
