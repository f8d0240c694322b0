import type { JSX } from 'preact';
import { TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { AddNote } from './notes.tsx';

/** What a reader can put right about an edge: that it was misread; a note. */
export function CorrectEdge({ edge }: { readonly edge: number }): JSX.Element | null {
  const { session: { data, isRolledUp }, correct } = useDesk();
  if (isRolledUp) return null;
  const { key } = data.edges[edge]!;
  return (
    <details class="correct">
      <summary>{TEXT.correct}</summary>
      <p>{TEXT.rejectMeans} <button type="button" onClick={() => correct({ do: 'reject', edge: key })}>{TEXT.reject}</button></p>
      <AddNote about={{ edge: key }} />
    </details>
  );
}
