import type { JSX, TargetedInputEvent } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { search, type SearchHit } from '../state/search.ts';
import { NODE_TYPE_NAMES, TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';

const LIST = 'search-hits';

/** The search with completion: the combobox pattern of the ARIA Authoring Practices. */
export function SearchBox(): JSX.Element {
  const { session: { data, names }, flyTo } = useDesk();
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const hits = useMemo(() => search(data, names, query), [data, names, query]);
  const choose = (hit: SearchHit | undefined): void => {
    if (hit === undefined) return;
    setOpen(false);
    setQuery(data.nodes[hit.node]!.attributes.label);
    flyTo(hit.node);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (isOpen ? setActive((active + 1) % Math.max(1, hits.length)) : setOpen(true)),
    ArrowUp: () => setActive((active + hits.length - 1) % Math.max(1, hits.length)),
    Enter: () => (isOpen ? choose(hits[active]) : setOpen(true)),
    Escape: () => (isOpen ? setOpen(false) : setQuery('')),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const onInput = (event: TargetedInputEvent<HTMLInputElement>): void => {
    setQuery(event.currentTarget.value);
    setActive(0);
    setOpen(true);
  };
  const isShown = isOpen && query.trim() !== '';
  return (
    <div class="search" role="search" onFocusOut={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOpen(false); }}>
      <input
        ref={input} id="search" list={undefined} type="search" role="combobox" autocomplete="off" spellcheck={false} dir="auto"
        placeholder={TEXT.search} aria-label={TEXT.search} aria-expanded={isShown} aria-controls={LIST} aria-autocomplete="list"
        aria-activedescendant={isShown && hits.length > 0 ? `hit-${active}` : undefined}
        value={query} onInput={onInput} onKeyDown={onKeyDown} onFocus={() => input.current?.select()}
      />
      <kbd aria-hidden="true">/</kbd>
      <ul id={LIST} role="listbox" aria-label={TEXT.search} hidden={!isShown || hits.length === 0}>
        {hits.map((hit, place) => <Hit key={hit.node} hit={hit} place={place} isActive={place === active} onChoose={() => choose(hit)} />)}
      </ul>
      {isShown && hits.length === 0 && <p class="no-hit">{TEXT.noHit}</p>}
      <p class="visually-hidden" role="status">{isShown ? TEXT.hits(hits.length) : ''}</p>
    </div>
  );
}

interface HitProps { readonly hit: SearchHit; readonly place: number; readonly isActive: boolean; readonly onChoose: () => void }

function Hit({ hit, place, isActive, onChoose }: HitProps): JSX.Element {
  const { attributes } = useDesk().session.data.nodes[hit.node]!;
  // Pressing must not take the focus from the input before the click arrives.
  return (
    <li id={`hit-${place}`} role="option" aria-selected={isActive} onMouseDown={(event) => event.preventDefault()} onClick={onChoose}>
      <i class="dot" data-type={attributes.type} aria-hidden="true" />
      <span><bdi>{attributes.label}</bdi>{hit.matched !== undefined && <small><bdi>{hit.matched}</bdi></small>}</span>
      <small>{NODE_TYPE_NAMES[attributes.type][0]}</small>
    </li>
  );
}
