import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { EdgeRecord } from '../../graph/schema.ts';
import type { Selection } from '../state/selection.ts';
import { arrange, EDGE_COLUMNS, edgeRows, NODE_COLUMNS, nodeRows, type ColumnName, type EdgeWords, type Row } from '../state/table.ts';
import { COLUMN_NAMES, count, EDGE_TYPE_NAMES, NODE_TYPE_NAMES, percent, shades, TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { Link } from './links.tsx';
import { useStore } from './use-store.ts';

const PAGE = 200;
const EDGE_WORDS: EdgeWords = { type: (type) => EDGE_TYPE_NAMES[type], how: (edge) => shades(edge).join(', ') };

/** What the picture shows, as a table of edges or nodes: the equal alternative, also for screen readers. */
export function TableView(): JSX.Element {
  const { data, view: viewStore } = useDesk().session;
  const view = useStore(viewStore);
  const [of, setOf] = useState<'edges' | 'nodes'>('edges');
  const [query, setQuery] = useState('');
  const rows = useMemo(() => (of === 'edges' ? edgeRows(data, view, EDGE_WORDS) : nodeRows(data, view, (type) => NODE_TYPE_NAMES[type][0])), [data, view, of]);
  return (
    <section class="table-view" aria-label={TEXT.table}>
      <div class="table-tools">
        <div class="segmented" role="group" aria-label={TEXT.rows}>
          <button type="button" aria-pressed={of === 'edges'} onClick={() => setOf('edges')}>{TEXT.edges}</button>
          <button type="button" aria-pressed={of === 'nodes'} onClick={() => setOf('nodes')}>{TEXT.nodes}</button>
        </div>
        <input type="search" aria-label={TEXT.findInTable} placeholder={TEXT.findInTable} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      </div>
      <Rows key={of} of={of} rows={rows} query={query} columns={of === 'edges' ? EDGE_COLUMNS : NODE_COLUMNS} />
    </section>
  );
}

interface RowsProps { readonly of: 'edges' | 'nodes'; readonly rows: readonly Row[]; readonly query: string; readonly columns: readonly ColumnName[] }

function Rows({ of, rows, query, columns }: RowsProps): JSX.Element {
  const [sort, setSort] = useState(of === 'edges' ? { column: 6, isDescending: true } : { column: 3, isDescending: true });
  const [limit, setLimit] = useState(PAGE);
  const arranged = useMemo(() => arrange(rows, query, sort.column, sort.isDescending), [rows, query, sort]);
  return (
    // A scrolled region must be reachable by keyboard.
    <div class="table-scroll" role="region" aria-label={TEXT.rows} tabIndex={0}>
      <table>
        <caption>{count(arranged.length, of === 'edges' ? 'edge' : 'node')}</caption>
        <thead>
          <tr>
            {columns.map((name, column) => (
              <th key={name} scope="col" aria-sort={sort.column !== column ? 'none' : sort.isDescending ? 'descending' : 'ascending'}>
                <button type="button" onClick={() => setSort({ column, isDescending: sort.column === column ? !sort.isDescending : false })}>
                  {COLUMN_NAMES[name]}<span aria-hidden="true">{sort.column !== column ? '' : sort.isDescending ? ' ▾' : ' ▴'}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{arranged.slice(0, limit).map((row) => <TableRow key={row.index} of={of} row={row} columns={columns} />)}</tbody>
      </table>
      {arranged.length > limit && <button type="button" onClick={() => setLimit(limit + PAGE * 5)}>{TEXT.more(arranged.length - limit)}</button>}
    </div>
  );
}

function TableRow({ of, row, columns }: { readonly of: 'edges' | 'nodes'; readonly row: Row; readonly columns: readonly ColumnName[] }): JSX.Element {
  const { data } = useDesk().session;
  const links = of === 'edges' ? edgeLinks(data.edges[row.index]!) : [{ kind: 'node', node: data.nodes[row.index]!.key } as const];
  return (
    <tr>
      {row.cells.map((cell, column) => {
        const text = columns[column] === 'confidence' ? percent(Number(cell)) : String(cell);
        return <td key={columns[column]} dir={typeof cell === 'number' ? undefined : 'auto'} class={typeof cell === 'number' ? 'number' : undefined}>{links[column] === undefined ? text : <Link to={links[column]}>{text}</Link>}</td>;
      })}
    </tr>
  );
}

/** What the first cells of an edge's row lead to. */
const edgeLinks = ({ key, source, target }: EdgeRecord): Selection[] => [{ kind: 'node', node: source }, { kind: 'edge', edge: key }, { kind: 'node', node: target }];
