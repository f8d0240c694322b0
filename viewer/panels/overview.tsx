import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { NodeLink } from './links.tsx';
import { OpenAnother } from './open-file.tsx';
import { PairList } from './pair-list.tsx';
import { StoryList } from './story-list.tsx';

const MOST = 12;

/** What the side panel shows while nothing is selected. */
export function Overview(): JSX.Element {
  const { data, isRolledUp } = useDesk().session;
  const most = useMemo(() => data.nodes.toSorted((a, b) => b.attributes.mentions - a.attributes.mentions || (a.key < b.key ? -1 : 1)).slice(0, MOST), [data]);
  return (
    <article>
      <h2 class="visually-hidden">{TEXT.details}</h2>
      <p class="hint">{TEXT.nothingSelected}</p>
      {isRolledUp && <PairList />}
      <section>
        <h3>{TEXT.mostMentioned}</h3>
        <ol class="plain most">{most.map((node) => <li key={node.key}><NodeLink node={node.key} /> <span class="faint">{node.attributes.mentions}</span></li>)}</ol>
      </section>
      <StoryList title={TEXT.mentionedIn} stories={data.stories.map((story) => story.id)} />
      <OpenAnother />
    </article>
  );
}
