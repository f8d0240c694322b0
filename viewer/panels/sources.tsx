import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { NO_OUTLET, REPORTER, type FacetName } from '../state/facets.ts';
import { labelOf, storyOf } from '../state/graph-data.ts';
import { TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { FacetList } from './facet-list.tsx';
import { useStore } from './use-store.ts';

const FIRST = 8;

/** Filters by who claims it, by outlet and by story. */
export function Sources(): JSX.Element {
  const { data } = useDesk().session;
  return (
    <section>
      <h3>{TEXT.sources}</h3>
      <LongFacet facet="voice" title={TEXT.voice} nameOf={(value) => (value === REPORTER ? TEXT.reporterVoice : labelOf(data, value))} />
      <LongFacet facet="outlet" title={TEXT.outlet} nameOf={(value) => (value === NO_OUTLET ? TEXT.unknownOutlet : value)} />
      <LongFacet facet="story" title={TEXT.story} nameOf={(value) => storyOf(data, value)?.title || value} />
    </section>
  );
}

interface LongFacetProps { readonly facet: FacetName; readonly title: string; readonly nameOf: (value: string) => string }

/** A facet that may have thousands of values: the most frequent first, the rest on demand. */
function LongFacet({ facet, title, nameOf }: LongFacetProps): JSX.Element {
  const { session } = useDesk();
  const { counts } = useStore(session.view);
  const [limit, setLimit] = useState(FIRST);
  const [isOpen, setOpen] = useState(false);
  const { values } = session.table.facets[facet];
  const order = values.map((value, place) => ({ value, number: counts[facet][place]! })).toSorted((a, b) => b.number - a.number);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title} ({values.length})</summary>
      {isOpen && <FacetList facet={facet} label={title} values={order.slice(0, limit).map(({ value }) => ({ value, name: nameOf(value) }))} />}
      {isOpen && values.length > limit && <button type="button" class="linklike" onClick={() => setLimit(limit * 4)}>{TEXT.more(values.length - limit)}</button>}
    </details>
  );
}
