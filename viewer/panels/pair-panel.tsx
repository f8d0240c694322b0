import type { JSX } from 'preact';
import { dayRange } from '../state/dates.ts';
import { edgesBetween } from '../state/selection.ts';
import { TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { DirectedEdge } from './directed-edge.tsx';
import { NodeLink } from './links.tsx';
import { PanelTitle } from './panel-title.tsx';
import { useStore } from './use-store.ts';

/** Everything between two nodes, by date, what is undated last. */
export function PairPanel({ a, b }: { readonly a: number; readonly b: number }): JSX.Element {
  const { data, view: viewStore } = useDesk().session;
  const view = useStore(viewStore);
  const firstDay = (edge: number): number => dayRange(data.edges[edge]!.attributes.firstSeen)?.first ?? Number.MAX_SAFE_INTEGER;
  const edges = edgesBetween(data, a, b, (edge) => view.edgeShown[edge] === 1).toSorted((x, y) => firstDay(x) - firstDay(y) || x - y);
  return (
    <article>
      <PanelTitle><NodeLink node={data.nodes[a]!.key} /> – <NodeLink node={data.nodes[b]!.key} /></PanelTitle>
      <ul class="chips"><li>{TEXT.allBetween}</li></ul>
      {edges.length === 0 && <p class="faint">{TEXT.noEdges}</p>}
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
    </article>
  );
}
