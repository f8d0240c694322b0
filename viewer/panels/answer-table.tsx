import type { JSX } from 'preact';
import { recordOf, type Answer, type AnswerValue } from '../state/answer.ts';
import { labelOf } from '../state/graph-data.ts';
import { TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { EdgeLink, NodeLink } from './links.tsx';

/** The rows of an answer; nodes and edges are links. */
export function AnswerTable({ answer: { columns, rows } }: { readonly answer: Answer }): JSX.Element {
  return (
    <div class="table-scroll" role="region" aria-label={TEXT.answer} tabIndex={0}>
      <table>
        <thead><tr>{columns.map((name, column) => <th key={column} scope="col">{name}</th>)}</tr></thead>
        <tbody>{rows.map((row, place) => <tr key={place}>{row.map((value, column) => <td key={column}><Value value={value} /></td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}

function Value({ value }: { readonly value: AnswerValue }): JSX.Element {
  const { data } = useDesk().session;
  if (value === null) return <span class="faint">–</span>;
  const record = recordOf(data, value);
  if (record?.kind === 'node') return <NodeLink node={data.nodes[record.index]!.key} />;
  if (record?.kind === 'edge') return <EdgeLink edge={record.index} />;
  if (Array.isArray(value)) return <>{value.map((part: AnswerValue, place) => <span key={place}>{place > 0 && ', '}<Value value={part} /></span>)}</>;
  if (typeof value !== 'object') return <span dir="auto">{String(value)}</span>;
  const { name, title, text } = value as Readonly<Record<string, AnswerValue>>;
  const shown = name ?? title ?? text;
  return typeof shown === 'string' ? <span dir="auto">{labelOf(data, shown)}</span> : <code>{JSON.stringify(value)}</code>;
}
