import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Correction } from '../../graph/corrections.ts';
import { downloadCorrections, type Keeping } from '../controllers/correction-book.ts';
import { partsOfEdgeKey } from '../state/edge-key.ts';
import { EDGE_TYPE_NAMES, NODE_TYPE_NAMES, shades, TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { useStore } from './use-store.ts';

/** How many corrections there are and where they are kept; undo, redo and the list of them. */
export function Corrections(): JSX.Element | null {
  const { book } = useDesk();
  const list = useStore(book.list);
  const keeping = useStore(book.keeping);
  const [isOpen, setOpen] = useState(false);
  const isIdle = list.length === 0 && !book.list.canUndo() && !book.list.canRedo();
  if (isIdle && keeping.kind !== 'failed') return null;
  return (
    <div class="corrections" role="group" aria-label={TEXT.corrections}>
      <button type="button" class="linklike" onClick={() => setOpen(true)}>{TEXT.correctionCount(list.length)}</button>
      <button type="button" class="linklike" disabled={!book.list.canUndo()} onClick={book.list.undo}>{TEXT.undoCorrection}</button>
      <button type="button" class="linklike" disabled={!book.list.canRedo()} onClick={book.list.redo}>{TEXT.redoCorrection}</button>
      <span role="status" class={keeping.kind === 'failed' ? 'unsaved' : ''}>{keepingText(keeping)}</span>
      <CorrectionDialog list={list} isOpen={isOpen} onClose={() => setOpen(false)} />
    </div>
  );
}

function keepingText(keeping: Keeping): string {
  return keeping.kind === 'failed' ? TEXT.notSaved(keeping.reason) : TEXT.keeping[keeping.kind];
}

interface DialogProps { readonly list: readonly Correction[]; readonly isOpen: boolean; readonly onClose: () => void }

function CorrectionDialog({ list, isOpen, onClose }: DialogProps): JSX.Element {
  const { book, unused, builtIn } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  const without = (place: number): void => book.list.set(list.filter((_, other) => other !== place));
  const isBuiltIn = builtIn.some((item) => !list.some((other) => JSON.stringify(other) === JSON.stringify(item)));
  return (
    <dialog ref={dialog} aria-labelledby="corrections-title" onClose={onClose}>
      <h2 id="corrections-title">{TEXT.corrections}</h2>
      <p>{TEXT.correctionsMean}</p>
      <ol class="correction-list">
        {list.map((correction, place) => (
          <li key={`${place} ${JSON.stringify(correction)}`}>
            <CorrectionLine correction={correction} />{unused.includes(correction) && <span class="faint"> ({TEXT.noEffect})</span>}{' '}
            <button type="button" class="linklike" onClick={() => without(place)}>{TEXT.takeBack}</button>
          </li>
        ))}
      </ol>
      {isBuiltIn && <p class="faint">{TEXT.builtIn}</p>}
      <p class="tools">
        <button type="button" onClick={() => downloadCorrections(book)}>{TEXT.downloadCorrections}</button>
        <button type="button" onClick={onClose}>{TEXT.close}</button>
      </p>
    </dialog>
  );
}

function CorrectionLine({ correction }: { readonly correction: Correction }): JSX.Element {
  const { nameOf } = useDesk();
  const name = (key: string): JSX.Element => <bdi>{nameOf(key)}</bdi>;
  switch (correction.do) {
    case 'merge':
      return <>{name(correction.node)} {TEXT.done.merge} {name(correction.into)}</>;
    case 'rename':
      return <>{name(correction.node)} {TEXT.done.rename} <bdi>{correction.label}</bdi></>;
    case 'retype':
      return <>{name(correction.node)} {TEXT.done.retype} {NODE_TYPE_NAMES[correction.type]?.[0] ?? correction.type}</>;
    case 'reject':
      return <>{TEXT.done.reject} <EdgeName edge={correction.edge} /></>;
    case 'note':
      return <>{TEXT.done.note} {'edge' in correction ? <EdgeName edge={correction.edge} /> : name(correction.node)}: <q dir="auto">{correction.text}</q></>;
  }
}

function EdgeName({ edge }: { readonly edge: string }): JSX.Element {
  const { nameOf } = useDesk();
  const parts = partsOfEdgeKey(edge);
  if (parts === undefined) return <code>{edge}</code>;
  const extra = shades({ ...parts, status: 'reported' });
  return <><bdi>{nameOf(parts.source)}</bdi> {EDGE_TYPE_NAMES[parts.type]} <bdi>{nameOf(parts.target)}</bdi>{extra.length > 0 && ` (${extra.join(', ')})`}</>;
}
