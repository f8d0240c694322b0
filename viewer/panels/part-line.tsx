import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';

const MORE = 4;

/** Says that only the most important part of a large graph is loaded, and loads more of it. */
export function PartLine(): JSX.Element | null {
  const { session: { summary }, whole, loadMore } = useDesk();
  const [isLoading, setLoading] = useState(false);
  if (whole === undefined) return null;
  const load = (edges?: number): void => {
    setLoading(true);
    void loadMore(edges).finally(() => setLoading(false));
  };
  const next = summary.edges * MORE;
  return (
    <p class="part-line">
      <span role="status">{isLoading ? TEXT.loading : TEXT.partOf(summary.nodes, summary.edges, whole.order, whole.size)}</span>
      {next < whole.size && <button type="button" class="linklike" disabled={isLoading} onClick={() => load(next)}>{TEXT.loadMore(next)}</button>}
      <button type="button" class="linklike" disabled={isLoading} onClick={() => load()}>{TEXT.loadAll(whole.size)}</button>
    </p>
  );
}
