import type { JSX } from 'preact';
import { sentencesShown } from '../state/apply-filters.ts';
import { dayRange } from '../state/dates.ts';
import { edgesBetween } from '../state/selection.ts';
import { TEXT } from '../strings.ts';
import { balanceOf } from '../state/balance.ts';
import { BalanceLine } from './balance-line.tsx';
import { Connections } from './connections.tsx';
import { useDesk } from './desk.ts';
import { DirectedEdge } from './directed-edge.tsx';
import { NodeLink } from './links.tsx';
import { PanelTitle } from './panel-title.tsx';
import { useStore } from './use-store.ts';

/** The dossier of a pair: every edge by date, what is undated last; who stands between them. */
export function PairPanel({ a, b }: { readonly a: number; readonly b: number }): JSX.Element {
  const { data, table, view: viewStore } = useDesk().session;
  const view = useStore(viewStore);
  const firstDay = (edge: number): number => dayRange(data.edges[edge]!.attributes.firstSeen)?.first ?? Number.MAX_SAFE_INTEGER;
  const isShown = (edge: number): boolean => view.edgeShown[edge] === 1;
  const edges = edgesBetween(data, a, b, isShown).toSorted((x, y) => firstDay(x) - firstDay(y) || x - y);
  return (
    <article>
      <PanelTitle><NodeLink node={data.nodes[a]!.key} /> – <NodeLink node={data.nodes[b]!.key} /></PanelTitle>
      <BalanceLine balance={balanceOf(data, edges, sentencesShown(table, view))} />
      <h3>{TEXT.allBetween} ({edges.length})</h3>
      {edges.length === 0 && <p class="faint">{TEXT.noDirectEdge}</p>}
      <ol class="pair-edges">
        {edges.map((edge) => {
          const { attributes } = data.edges[edge]!;
          return (
            <li key={edge}>
              {attributes.firstSeen !== undefined && <time>{attributes.firstSeen}</time>} <DirectedEdge edge={edge} from={a} />
              <blockquote dir="auto">{attributes.evidence[0]?.text}</blockquote>
            </li>
          );
        })}
      </ol>
      <Connections a={a} b={b} isShown={isShown} isDirect={edges.length > 0} />
    </article>
  );
}
