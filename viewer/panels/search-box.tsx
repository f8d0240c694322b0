import type { JSX, TargetedInputEvent } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { search, type SearchHit } from '../state/search.ts';
import type { SentenceHit } from '../state/sentence-search.ts';
import { NODE_TYPE_NAMES, TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { TypeDot } from './links.tsx';

interface NodeSearchProps {
  /** Unique in the page. */
  readonly id: string;
  readonly label: string;
  readonly onChoose: (node: number) => void;
  /** Where given, sentences are offered below the nodes; gets the edge that the chosen one states. */
  readonly onSentence?: (edge: number) => void;
}

type Choice = { readonly kind: 'node'; readonly hit: SearchHit } | { readonly kind: 'sentence'; readonly hit: SentenceHit };

/** The search of the page's header: flies to what is chosen. */
export function SearchBox(): JSX.Element {
  const desk = useDesk();
  return (
    <div class="main-search" role="search">
      <NodeSearch id="search" label={TEXT.search} onChoose={desk.flyTo} onSentence={desk.flyToEdge} />
      <kbd aria-hidden="true">/</kbd>
    </div>
  );
}

/** A field that finds nodes, with completion: the combobox pattern of the ARIA Authoring Practices. */
export function NodeSearch({ id, label, onChoose, onSentence }: NodeSearchProps): JSX.Element {
  const { session: { data, names, findSentences }, whole } = useDesk();
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const hits = useMemo((): Choice[] => [
    ...search(data, names, query).map((hit) => ({ kind: 'node', hit }) as const),
    ...(onSentence === undefined ? [] : findSentences(query)).map((hit) => ({ kind: 'sentence', hit }) as const),
  ], [data, names, findSentences, query, onSentence]);
  const choose = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    setOpen(false);
    if (choice.kind === 'sentence') return onSentence?.(choice.hit.edge);
    setQuery(data.nodes[choice.hit.node]!.attributes.label);
    onChoose(choice.hit.node);
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
    <div class="search" onFocusOut={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOpen(false); }}>
      <input
        ref={input} id={id} list={undefined} type="search" role="combobox" autocomplete="off" spellcheck={false} dir="auto"
        placeholder={label} aria-label={label} aria-expanded={isShown} aria-controls={`${id}-hits`} aria-autocomplete="list"
        aria-activedescendant={isShown && hits.length > 0 ? `${id}-hit-${active}` : undefined}
        value={query} onInput={onInput} onKeyDown={onKeyDown} onFocus={() => input.current?.select()}
      />
      <ul id={`${id}-hits`} role="listbox" aria-label={label} hidden={!isShown || hits.length === 0}>
        {hits.map((choice, place) => <Hit key={place} id={`${id}-hit-${place}`} choice={choice} isActive={place === active} onChoose={() => choose(choice)} />)}
      </ul>
      {isShown && hits.length === 0 && <p class="no-hit">{whole === undefined ? TEXT.noHit : TEXT.noHitInPart}</p>}
      <p class="visually-hidden" role="status">{isShown ? TEXT.hits(hits.length) : ''}</p>
    </div>
  );
}

interface HitProps { readonly id: string; readonly choice: Choice; readonly isActive: boolean; readonly onChoose: () => void }

function Hit({ id, choice, isActive, onChoose }: HitProps): JSX.Element {
  // Pressing must not take the focus from the input before the click arrives.
  return (
    <li id={id} role="option" aria-selected={isActive} onMouseDown={(event) => event.preventDefault()} onClick={onChoose}>
      {choice.kind === 'node' ? <NodeHit hit={choice.hit} /> : <SentenceLine hit={choice.hit} />}
    </li>
  );
}

function NodeHit({ hit }: { readonly hit: SearchHit }): JSX.Element {
  const { attributes } = useDesk().session.data.nodes[hit.node]!;
  return (
    <>
      <TypeDot type={attributes.type} />
      <span><bdi>{attributes.label}</bdi>{hit.matched !== undefined && <small><bdi>{hit.matched}</bdi></small>}</span>
      <small>{NODE_TYPE_NAMES[attributes.type][0]}</small>
    </>
  );
}

function SentenceLine({ hit }: { readonly hit: SentenceHit }): JSX.Element {
  const { attributes } = useDesk().session.data.edges[hit.edge]!;
  return <><span class="sentence-hit" dir="auto">{attributes.evidence[hit.place]!.text}</span><small>{TEXT.sentence}</small></>;
}
