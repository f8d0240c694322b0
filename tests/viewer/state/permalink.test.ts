import { describe, expect, it } from 'vitest';
import { dayRange } from '../../../viewer/state/dates.ts';
import { tabulate } from '../../../viewer/state/facets.ts';
import { NO_FILTERS, setDays, setShown, showOnly } from '../../../viewer/state/filters.ts';
import { indexGraph } from '../../../viewer/state/graph-data.ts';
import { DEFAULT_LOOK } from '../../../viewer/state/look.ts';
import { readView, writeView, type SharedView } from '../../../viewer/state/permalink.ts';
import { NO_SELECTION } from '../../../viewer/state/selection.ts';
import { smallGraph } from './fixture.ts';

const data = indexGraph(smallGraph());
const table = tabulate(data);
const start: SharedView = { selection: NO_SELECTION, filters: NO_FILTERS, look: DEFAULT_LOOK, camera: undefined };
const through = (view: SharedView): SharedView => readView(data, table, new URLSearchParams(writeView(table, view).toString()));

describe('permalink', () => {
  it('is empty at the start', () => {
    expect(writeView(table, start).toString()).toBe('');
    expect(through(start)).toEqual(start);
  });

  it('restores selection, filters, look and camera', () => {
    let filters = setShown(NO_FILTERS, 'nodeType', ['Place', 'Event'], false);
    filters = showOnly(filters, 'voice', ['person:leila-farahani'], table.facets.voice.values);
    filters = showOnly(filters, 'status', [], table.facets.status.values);
    filters = { ...setDays(filters, dayRange('2025-01')!), undated: 'keep', hideUnconnected: true, minConfidence: 0.55 };
    const view: SharedView = {
      selection: { kind: 'pair', a: 'country:IN', b: 'country:PK' },
      filters,
      look: { layout: 'map', colorBy: 'community', sizeBy: 'betweenness', view: 'table' },
      camera: { x: 0.25, y: 0.5, ratio: 0.1234 },
    };
    expect(through(view)).toEqual(view);
    expect(writeView(table, view).get('only.voice')).toBe('person:leila-farahani');
  });

  it('leaves out what nobody can read', () => {
    const read = readView(data, table, new URLSearchParams('node=x&hide.nodeType=Toaster&confidence=9&days=never&camera=1,2&size=weight'));
    expect(read).toEqual(start);
  });
});
