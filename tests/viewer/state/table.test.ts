import { describe, expect, it } from 'vitest';
import { applyFilters } from '../../../viewer/state/apply-filters.ts';
import { tabulate } from '../../../viewer/state/facets.ts';
import { NO_FILTERS, setShown } from '../../../viewer/state/filters.ts';
import { indexGraph } from '../../../viewer/state/graph-data.ts';
import { arrange, EDGE_COLUMNS, edgeRows, NODE_COLUMNS, nodeRows } from '../../../viewer/state/table.ts';
import { smallGraph } from './fixture.ts';

const data = indexGraph(smallGraph());
const table = tabulate(data);
const words = { type: (type: string) => type.toLowerCase(), how: (edge: { polarity: string }) => edge.polarity };

describe('the table', () => {
  it('lists what is shown and nothing else', () => {
    const view = applyFilters(data, table, setShown(NO_FILTERS, 'nodeType', ['Place'], false));
    expect(edgeRows(data, view, words).length).toBe(view.edgeCount);
    expect(nodeRows(data, view, String).length).toBe(view.nodeCount);
  });

  it('counts the shown edges of a node', () => {
    const view = applyFilters(data, table, setShown(NO_FILTERS, 'edgeType', ['BORDERS'], false));
    const iran = nodeRows(data, view, String).find((row) => row.cells[0] === 'Iran')!;
    expect(iran.cells[NODE_COLUMNS.indexOf('edges')]).toBe(5);
  });

  it('finds words in any column and sorts numbers as numbers, text without regard to case', () => {
    const rows = edgeRows(data, applyFilters(data, table, NO_FILTERS), words);
    expect(arrange(rows, 'noori MET', 0, false).map((row) => row.cells[2])).toEqual(['Rohan Mehta']);
    const sorted = arrange(rows, '', EDGE_COLUMNS.indexOf('confidence'), true).map((row) => Number(row.cells[EDGE_COLUMNS.indexOf('confidence')]));
    expect(sorted).toEqual(sorted.toSorted((a, b) => b - a));
    expect(arrange(rows, '', 0, false)[0]!.cells[0]).toBe('Afghanistan');
    expect(arrange(rows, 'no such thing', 0, false)).toEqual([]);
  });
});
