import type { JSX } from 'preact';
import type { FacetName } from '../state/facets.ts';
import { setShown, showOnly } from '../state/filters.ts';
import { TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { useStore } from './use-store.ts';

export interface FacetValue {
  readonly value: string;
  readonly name: string;
  /** The sign that stands for it in the picture. */
  readonly sign?: JSX.Element | undefined;
}

interface FacetListProps { readonly facet: FacetName; readonly values: readonly FacetValue[]; readonly label: string }

/** Switches for the values of a facet, each with the number that is shown or would be. */
export function FacetList({ facet, values, label }: FacetListProps): JSX.Element {
  return <ul class="facet" aria-label={label}>{values.map((value) => <FacetRow key={value.value} facet={facet} {...value} />)}</ul>;
}

function FacetRow({ facet, value, name, sign }: FacetValue & { readonly facet: FacetName }): JSX.Element {
  const { session } = useDesk();
  const filters = useStore(session.filters);
  const { counts } = useStore(session.view);
  const { values } = session.table.facets[facet];
  const shown = !filters.hidden[facet].has(value);
  const number = counts[facet][values.indexOf(value)] ?? 0;
  return (
    <li class={number === 0 ? 'empty' : ''}>
      <label>
        <input type="checkbox" checked={shown} onChange={() => session.filters.update((now) => setShown(now, facet, [value], !shown))} />
        {sign}
        <span class="name" dir="auto">{name}</span>
        <span class="number">{number}</span>
      </label>
      <button type="button" class="only" aria-label={TEXT.onlyThis(name)} onClick={() => session.filters.update((now) => showOnly(now, facet, [value], values))}>{TEXT.only}</button>
    </li>
  );
}
