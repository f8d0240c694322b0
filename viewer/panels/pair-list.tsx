import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { sentencesShown } from '../state/apply-filters.ts';
import { pairsOf } from '../state/pairs.ts';
import { count, TEXT } from '../strings.ts';
import { BalanceLine } from './balance-line.tsx';
import { useDesk } from './desk.ts';
import { Link } from './links.tsx';
import { useStore } from './use-store.ts';

const MOST = 40;

/** Who deals with whom, and whether they cooperate or fight. */
export function PairList(): JSX.Element {
  const { data, table, view: viewStore } = useDesk().session;
  const view = useStore(viewStore);
  const pairs = useMemo(() => pairsOf(data, (edge) => view.edgeShown[edge] === 1, sentencesShown(table, view)).slice(0, MOST), [data, table, view]);
  return (
    <section>
      <h3>{TEXT.pairs}</h3>
      <ol class="plain">
        {pairs.map(({ a, b, edges, balance }) => (
          <li key={`${a} ${b}`}>
            <Link to={{ kind: 'pair', a: data.nodes[a]!.key, b: data.nodes[b]!.key }}><bdi>{data.nodes[a]!.attributes.label}</bdi> – <bdi>{data.nodes[b]!.attributes.label}</bdi></Link>
            <span class="faint"> {count(edges.length, 'edge')}</span>
            <BalanceLine balance={balance} />
          </li>
        ))}
      </ol>
    </section>
  );
}
