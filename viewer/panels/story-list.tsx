import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { storyOf } from '../state/graph-data.ts';
import { TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { Link } from './links.tsx';

interface StoryListProps {
  readonly title: string;
  readonly stories: readonly string[];
  /** Key of the node whose first mention is opened. */
  readonly about?: string;
}

const FIRST = 50;

/** Links to stories, the newest first. */
export function StoryList({ title, stories, about }: StoryListProps): JSX.Element {
  const { data } = useDesk().session;
  const [limit, setLimit] = useState(FIRST);
  const known = stories.flatMap((id) => storyOf(data, id) ?? []).toSorted((a, b) => ((a.published ?? '') < (b.published ?? '') ? 1 : -1));
  return (
    <section>
      <h3>{title} ({known.length})</h3>
      <ul class="plain stories">
        {known.slice(0, limit).map((story) => {
          const at = story.mentions?.find(([, , node]) => node === about)?.[0];
          return (
            <li key={story.id}>
              <Link to={at === undefined ? { kind: 'story', story: story.id } : { kind: 'story', story: story.id, at }}><span dir="auto">{story.title || TEXT.untitled}</span></Link>
              <span class="faint"> {[story.outlet, story.published].filter(Boolean).join(', ')}</span>
            </li>
          );
        })}
      </ul>
      {known.length > limit && <button type="button" class="linklike" onClick={() => setLimit(limit * 4)}>{TEXT.more(known.length - limit)}</button>}
    </section>
  );
}
