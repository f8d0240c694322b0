import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { NodeType } from '../../graph/schema.ts';
import { NODE_TYPE_LIST } from '../state/vocabulary.ts';
import { NODE_TYPE_NAMES, TEXT } from '../strings.ts';
import { AddNote } from './notes.tsx';
import { useDesk } from './desk.ts';
import { NodeSearch } from './search-box.tsx';

/** What a reader can put right about a node: its name, its type, that it is the same as another; a note. */
export function CorrectNode({ node }: { readonly node: number }): JSX.Element | null {
  const { session: { data, isRolledUp } } = useDesk();
  // Rolled-up nodes stand for many of the file's: there is nothing single to correct.
  if (isRolledUp) return null;
  const { key, attributes } = data.nodes[node]!;
  return (
    <details class="correct">
      <summary>{TEXT.correct}</summary>
      <Rename key={`name ${attributes.label}`} node={key} label={attributes.label} />
      <Retype key={`type ${attributes.type}`} node={key} type={attributes.type} />
      <Merge node={key} />
      <AddNote about={{ node: key }} />
    </details>
  );
}

const onSubmit = (act: () => void) => (event: TargetedSubmitEvent<HTMLFormElement>): void => {
  event.preventDefault();
  act();
};

function Rename({ node, label }: { readonly node: string; readonly label: string }): JSX.Element {
  const { correct } = useDesk();
  const [name, setName] = useState(label);
  const isNew = name.trim() !== '' && name.trim() !== label;
  return (
    <form onSubmit={onSubmit(() => isNew && correct({ do: 'rename', node, label: name.trim() }))}>
      <label>{TEXT.name} <input type="text" dir="auto" maxLength={300} value={name} onInput={(event) => setName(event.currentTarget.value)} /></label>
      <button type="submit" disabled={!isNew}>{TEXT.rename}</button>
    </form>
  );
}

function Retype({ node, type }: { readonly node: string; readonly type: NodeType }): JSX.Element {
  const { correct } = useDesk();
  const [chosen, setChosen] = useState<NodeType>(type);
  return (
    <form onSubmit={onSubmit(() => correct({ do: 'retype', node, type: chosen }))}>
      <label>
        {TEXT.type}{' '}
        <select value={chosen} onChange={(event) => setChosen(NODE_TYPE_LIST[event.currentTarget.selectedIndex]!)}>
          {NODE_TYPE_LIST.map((name) => <option key={name} value={name}>{NODE_TYPE_NAMES[name][0]}</option>)}
        </select>
      </label>
      <button type="submit" disabled={chosen === type}>{TEXT.retype}</button>
    </form>
  );
}

function Merge({ node }: { readonly node: string }): JSX.Element {
  const { session: { data }, correct } = useDesk();
  const [into, setInto] = useState<string>();
  const at = into === undefined ? undefined : data.nodeAt.get(into);
  const isOther = into !== node && at !== undefined;
  return (
    <form onSubmit={onSubmit(() => isOther && into !== undefined && correct({ do: 'merge', node, into }))}>
      <NodeSearch id="merge" label={TEXT.sameAs} onChoose={(other) => setInto(data.nodes[other]!.key)} />
      <button type="submit" disabled={!isOther}>{isOther ? TEXT.mergeInto(data.nodes[at]!.attributes.label) : TEXT.merge}</button>
    </form>
  );
}
