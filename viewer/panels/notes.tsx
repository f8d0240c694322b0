import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';

/** What readers have noted about a node or an edge. */
export function Notes({ notes = [] }: { readonly notes?: readonly string[] | undefined }): JSX.Element | null {
  if (notes.length === 0) return null;
  return <section><h3>{TEXT.notes}</h3><ul class="plain notes">{notes.map((note) => <li key={note} dir="auto">{note}</li>)}</ul></section>;
}

/** A field for another note. */
export function AddNote({ about }: { readonly about: { readonly node: string } | { readonly edge: string } }): JSX.Element {
  const { correct } = useDesk();
  const [text, setText] = useState('');
  const add = (): void => {
    if (text.trim() === '') return;
    correct({ do: 'note', ...about, text: text.trim() });
    setText('');
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); add(); }}>
      <label>{TEXT.note} <textarea dir="auto" rows={2} maxLength={5000} value={text} onInput={(event) => setText(event.currentTarget.value)} /></label>
      <button type="submit" disabled={text.trim() === ''}>{TEXT.addNote}</button>
    </form>
  );
}
