import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { claimsOf, eventsOf, officesOf, viewOfNode, type Office, type Row } from '../state/dossier.ts';
import { setDays } from '../state/filters.ts';
import { labelOf, otherEnd, storyOf } from '../state/graph-data.ts';
import { timelineOf } from '../state/timeline.ts';
import { ROLE_STATUS_NAMES, TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { DirectedEdge } from './directed-edge.tsx';
import { EdgeLink, NodeLink } from './links.tsx';
import { EvidenceSentence } from './marked-text.tsx';
import { Bars } from './timeline.tsx';
import { useStore } from './use-store.ts';

/** The offices of a person over time. */
export function Offices({ node }: { readonly node: number }): JSX.Element | null {
  const { data } = useDesk().session;
  const offices = useMemo(() => officesOf(data, node), [data, node]);
  if (offices.length === 0) return null;
  return <section><h3>{TEXT.roles}</h3><ul class="plain">{offices.map((office) => <OfficeLine key={JSON.stringify(office.role)} office={office} />)}</ul></section>;
}

function OfficeLine({ office: { role, first, last } }: { readonly office: Office }): JSX.Element {
  const term = role.since === undefined && role.until === undefined ? '' : `${role.since ?? ''} – ${role.until ?? ''}`.trim();
  const told = first === undefined ? '' : TEXT.inStoriesOf([...new Set([first, last])].join(' – '));
  const notes = [ROLE_STATUS_NAMES[role.status], term, told].filter((note) => note !== '');
  return <li><span dir="auto">{role.title}</span>, <NodeLink node={role.of} />{notes.length > 0 && <span class="faint"> ({notes.join('; ')})</span>}</li>;
}

/** What a node has part in, day by day, and what it claims. */
export function Dossier({ node }: { readonly node: number }): JSX.Element {
  const { data, table, view: viewStore } = useDesk().session;
  const view = useStore(viewStore);
  const events = useMemo(() => eventsOf(data, table, view, node), [data, table, view, node]);
  const claims = useMemo(() => claimsOf(data, table, view, node), [data, table, view, node]);
  return (
    <>
      {events.length > 0 && (
        <section class="node-timeline">
          <h3>{TEXT.nodeTimeline} ({events.length})</h3>
          <NodeBars node={node} />
          <Rows rows={events} draw={(row) => <Event row={row} node={node} />} />
        </section>
      )}
      {claims.length > 0 && (
        <section>
          <h3>{TEXT.statements} ({claims.length})</h3>
          <Rows rows={claims} draw={(row) => <Claim row={row} />} />
        </section>
      )}
    </>
  );
}

const FIRST = 5;

function Rows({ rows, draw }: { readonly rows: readonly Row[]; readonly draw: (row: Row) => JSX.Element }): JSX.Element {
  const [limit, setLimit] = useState(FIRST);
  return (
    <>
      <ol class="pair-edges">{rows.slice(0, limit).map((row) => <li key={`${row.edge} ${row.item.story} ${row.item.start} ${row.item.trigger.start}`}>{draw(row)}</li>)}</ol>
      {rows.length > limit && <button type="button" class="linklike" onClick={() => setLimit(limit * 4)}>{TEXT.more(rows.length - limit)}</button>}
    </>
  );
}

/** The node's own events over time; a brush here chooses a time for the whole page. */
function NodeBars({ node }: { readonly node: number }): JSX.Element | null {
  const { data, table, view: viewStore, filters } = useDesk().session;
  const view = useStore(viewStore);
  const timeline = useMemo(() => timelineOf(data, table, setDays(filters.get(), undefined), viewOfNode(data, view, node)), [data, table, view, filters, node]);
  if (timeline.bins.length < 2) return null;
  return <Bars timeline={timeline} days={undefined} onRange={(days) => filters.update((now) => setDays(now, days))} />;
}

function Event({ row: { edge, item }, node }: { readonly row: Row; readonly node: number }): JSX.Element {
  const { data } = useDesk().session;
  return (
    <>
      <time>{item.date?.replace('/', ' – ')}</time> <DirectedEdge edge={edge} from={node} /> <NodeLink node={data.nodes[otherEnd(data, edge, node)]!.key} />
    </>
  );
}

function Claim({ row: { edge, item } }: { readonly row: Row }): JSX.Element {
  const { data } = useDesk().session;
  const { source, target } = data.edges[edge]!;
  return (
    <>
      {item.date !== undefined && <><time>{item.date.replace('/', ' – ')}</time> </>}
      <bdi>{labelOf(data, source)}</bdi> <EdgeLink edge={edge} /> <bdi>{labelOf(data, target)}</bdi>
      <EvidenceSentence item={item} story={storyOf(data, item.story)} />
    </>
  );
}
