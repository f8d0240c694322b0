import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { canGoBack } from '../controllers/address.ts';
import { storyOf } from '../state/graph-data.ts';
import { isSameSelection, NO_SELECTION, type Selection } from '../state/selection.ts';
import { TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { EdgePanel } from './edge-panel.tsx';
import { NodePanel } from './node-panel.tsx';
import { Overview } from './overview.tsx';
import { PairPanel } from './pair-panel.tsx';
import { StoryPanel } from './story-panel.tsx';
import { useStore } from './use-store.ts';

/** The side panel: whatever is selected. */
export function Details({ onNotice }: { readonly onNotice: () => void }): JSX.Element {
  const { session, open } = useDesk();
  const selection = useStore(session.selection);
  useFocusOnChange(selection);
  return (
    <>
      {selection.kind !== 'none' && (
        <p class="panel-tools">
          <button type="button" disabled={!canGoBack()} onClick={() => history.back()}>‹ {TEXT.back}</button>
          <button type="button" aria-label={TEXT.close} onClick={() => open(NO_SELECTION)}>×</button>
        </p>
      )}
      <Selected selection={selection} onNotice={onNotice} />
    </>
  );
}

/**
 * Moves the focus to the panel's heading when something else is selected, and the panel to its top. At once, with the panel: a moment later
 * on a slow machine the reader already types in a field of the panel, and would lose it.
 */
function useFocusOnChange(selection: Selection): void {
  const last = useRef(selection);
  useLayoutEffect(() => {
    if (isSameSelection(last.current, selection)) return;
    const isSameNode = last.current.kind === 'node' && selection.kind === 'node' && last.current.node === selection.node;
    last.current = selection;
    if (isSameNode) return;
    if (selection.kind !== 'story') document.getElementById('details')?.scrollTo(0, 0);
    document.getElementById('panel-title')?.focus({ preventScroll: true });
  }, [selection]);
}

function Selected({ selection, onNotice }: { readonly selection: Selection; readonly onNotice: () => void }): JSX.Element {
  const { data } = useDesk().session;
  switch (selection.kind) {
    case 'none':
      return <Overview />;
    case 'node':
      return <NodePanel key={selection.node} node={data.nodeAt.get(selection.node)!} />;
    case 'edge':
      return <EdgePanel key={selection.edge} edge={data.edgeAt.get(selection.edge)!} onNotice={onNotice} />;
    case 'pair':
      return <PairPanel a={data.nodeAt.get(selection.a)!} b={data.nodeAt.get(selection.b)!} />;
    case 'story': {
      const story = storyOf(data, selection.story);
      return story === undefined ? <p>{TEXT.unknownStory}</p> : <StoryPanel key={story.id} story={story} at={selection.at} />;
    }
  }
}
