import { describe, expect, it } from 'vitest';
import { asCsv, asJson, asTable, type QueryTable } from '../../../graph/query/index.ts';

const iran = { _label: 'Entity', key: 'country:IR', name: 'Iran' };
const pakistan = { _label: 'Entity', key: 'country:PK', name: 'Pakistan' };
const TABLE: QueryTable = {
  columns: ['name', 'count', 'path'],
  rows: [
    ['عبد "x", y', 7, { _nodes: [iran, pakistan], _rels: [{ _label: 'MET' }] }],
    ['two\nlines \u001B[31mred', 12.5, null],
    ['中文', null, ['a', iran]],
  ],
};

describe('asTable', () => {
  it('lines columns up, shows nodes by name and lets no control character through', () => {
    expect(asTable(TABLE)).toBe([
      'name               count  path',
      '─────────────────  ─────  ───────────────────',
      'عبد "x", y             7  Iran ─MET─ Pakistan',
      'two lines [31mred   12.5',
      '中文                      [a, Iran]',
      '',
    ].join('\n'));
  });

  it('cuts long text, and shows the columns of no rows', () => {
    expect(asTable({ columns: ['x'], rows: [['a'.repeat(100)]] }).split('\n')[2]).toBe(`${'a'.repeat(59)}…`);
    expect(asTable({ columns: ['x', 'y'], rows: [] })).toBe('x  y\n─  ─\n');
  });
});

it('asJson gives a list of objects that reads back', () => {
  expect(JSON.parse(asJson(TABLE))).toEqual(TABLE.rows.map(([name, count, path]) => ({ name, count, path })));
  expect(JSON.parse(asJson({ columns: ['x'], rows: [] }))).toEqual([]);
});

it('asCsv quotes what a spreadsheet would split', () => {
  expect(asCsv({ columns: ['a', 'b,c'], rows: [['x "y"', null], [1, ['p', 'q']]] })).toBe('a,"b,c"\n"x ""y""",\n1,"[""p"",""q""]"\n');
});
