import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { MEASURED_PRECISION, TEXT } from '../strings.ts';

/** What "machine-read" means, as a dialog. */
export function Notice({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} aria-labelledby="notice-title" onClose={onClose}>
      <h2 id="notice-title">{TEXT.notice}</h2>
      {TEXT.aboutText.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
      {MEASURED_PRECISION !== '' && <p>{TEXT.precision(MEASURED_PRECISION)}</p>}
      <button type="button" onClick={onClose}>{TEXT.close}</button>
    </dialog>
  );
}
