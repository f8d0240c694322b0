import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { completeQuery, type Completion } from '../state/query-words.ts';
import { TEXT } from '../strings.ts';

interface QueryFieldProps { readonly value: string; readonly onInput: (text: string) => void; readonly onRun: () => void }

const NOTHING: Completion = { typed: 0, words: [] };

/** A field for Cypher with completion: arrows choose, Tab or Enter takes, Escape leaves it; Ctrl and Enter run. */
export function QueryField({ value, onInput, onRun }: QueryFieldProps): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null);
  const [offer, setOffer] = useState(NOTHING);
  const [active, setActive] = useState(0);
  const isOpen = offer.words.length > 0;
  const take = (word: string): void => {
    const { selectionStart, selectionEnd } = field.current!;
    field.current!.setRangeText(word, selectionStart - offer.typed, selectionEnd, 'end');
    setOffer(NOTHING);
    onInput(field.current!.value);
  };
  const move = (by: number): void => setActive((active + offer.words.length + by) % offer.words.length);
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1), ArrowUp: () => move(-1), Escape: () => setOffer(NOTHING),
    Enter: () => take(offer.words[active]!), Tab: () => take(offer.words[active]!),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isRun = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    const act = isRun ? onRun : isOpen && !event.shiftKey ? keys[event.key] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const typed = (element: HTMLTextAreaElement): void => {
    setOffer(completeQuery(element.value.slice(0, element.selectionStart)));
    setActive(0);
    onInput(element.value);
  };
  return (
    <div class="query-field" onFocusOut={() => setOffer(NOTHING)}>
      <textarea
        ref={field} rows={3} spellcheck={false} autocomplete="off" dir="ltr" aria-label={TEXT.query} aria-describedby="query-keys"
        aria-controls="query-words" aria-autocomplete="list" aria-activedescendant={isOpen ? `query-word-${active}` : undefined}
        value={value} onInput={(event) => typed(event.currentTarget)} onKeyDown={onKeyDown}
      />
      <ul id="query-words" role="listbox" aria-label={TEXT.completions} hidden={!isOpen}>
        {offer.words.map((word, place) => (
          <li key={word} id={`query-word-${place}`} role="option" aria-selected={place === active} onMouseDown={(event) => event.preventDefault()} onClick={() => take(word)}>{word}</li>
        ))}
      </ul>
      <p id="query-keys" class="visually-hidden">{TEXT.queryKeys}</p>
    </div>
  );
}
