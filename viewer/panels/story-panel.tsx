import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { StoryRecord } from '../../graph/schema.ts';
import { labelOf } from '../state/graph-data.ts';
import { segment, type Segment } from '../state/segments.ts';
import { contentsOf, markStory, wantedAt, type StoryMark } from '../state/story-marks.ts';
import { colourTypeOf } from '../state/vocabulary.ts';
import { EDGE_TYPE_NAMES, TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { EdgeLink, Link, NodeLink } from './links.tsx';
import { PanelTitle } from './panel-title.tsx';

/** A story in full, every mention and trigger a link; `at` is brought into view. */
export function StoryPanel({ story, at }: { readonly story: StoryRecord; readonly at: number | undefined }): JSX.Element {
  const { data } = useDesk().session;
  const marks = useMemo(() => [...markStory(data, story), ...(at === undefined ? [] : wantedAt(data, story, at))], [data, story, at]);
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    text.current?.querySelector('[data-at]')?.scrollIntoView({ block: 'center' });
  }, [story, at]);
  const lines = story.text.split('\n');
  let start = 0;
  return (
    <article>
      <PanelTitle>{story.title || TEXT.untitled}</PanelTitle>
      <StoryFacts story={story} />
      <div class="story-text" ref={text}>
        {lines.map((line) => {
          const from = start;
          start += line.length + 1;
          return <p key={from} dir="auto">{segment(story.text, marks, from, from + line.length).map((piece) => <Piece key={piece.start} piece={piece} />)}</p>;
        })}
      </div>
      <StoryEdges story={story.id} />
    </article>
  );
}

function StoryFacts({ story }: { readonly story: StoryRecord }): JSX.Element {
  // An address of another kind (javascript:, data:) is not made a link.
  const page = story.url !== undefined && /^https?:\/\//i.test(story.url) ? story.url : undefined;
  return (
    <p class="faint">
      <span dir="auto">{[story.outlet ?? TEXT.unknownOutlet, story.author, story.published].filter(Boolean).join(' · ')}</span>
      {page !== undefined && <> · <a href={page} target="_blank" rel="noreferrer noopener">{TEXT.originalPage}</a></>}
    </p>
  );
}

function Piece({ piece }: { readonly piece: Segment<StoryMark> }): JSX.Element {
  const { data } = useDesk().session;
  const isAt = piece.marks.some((mark) => mark.kind === 'wanted') ? '' : undefined;
  const mention = piece.marks.findLast((mark) => mark.kind === 'mention');
  const trigger = piece.marks.find((mark) => mark.kind === 'trigger');
  if (mention !== undefined) {
    const type = colourTypeOf(data.nodes[data.nodeAt.get(mention.node)!]!.attributes.type);
    return <Link to={{ kind: 'node', node: mention.node }} class="mention"><span data-type={type} data-at={isAt} title={labelOf(data, mention.node)}>{piece.text}</span></Link>;
  }
  if (trigger !== undefined) {
    const { source, target, attributes } = data.edges[data.edgeAt.get(trigger.edge)!]!;
    const title = `${labelOf(data, source)} ${EDGE_TYPE_NAMES[attributes.type]} ${labelOf(data, target)}`;
    return <Link to={{ kind: 'edge', edge: trigger.edge }} class="said"><span data-at={isAt} title={title}>{piece.text}</span></Link>;
  }
  return <span data-at={isAt}>{piece.text}</span>;
}

function StoryEdges({ story }: { readonly story: string }): JSX.Element {
  const { data } = useDesk().session;
  const { edges } = useMemo(() => contentsOf(data, story), [data, story]);
  return (
    <section>
      <h3>{TEXT.storyEdges} ({edges.length})</h3>
      <ul class="plain">
        {edges.map((edge) => {
          const { source, target } = data.edges[edge]!;
          return <li key={edge}><NodeLink node={source} /> <EdgeLink edge={edge} /> <NodeLink node={target} /></li>;
        })}
      </ul>
    </section>
  );
}
