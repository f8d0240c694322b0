import type { JSX } from 'preact';
import type { Evidence, StoryRecord } from '../../graph/schema.ts';
import { segment, type Mark } from '../state/segments.ts';

export type EvidencePart = 'source' | 'target' | 'trigger';

function marksOf(item: Evidence): Mark<EvidencePart>[] {
  const { sourceMention, targetMention, trigger } = item;
  return [
    { start: sourceMention.start, end: sourceMention.end, value: 'source' },
    { start: targetMention.start, end: targetMention.end, value: 'target' },
    { start: trigger.start, end: trigger.end, value: 'trigger' },
  ];
}

/** One sentence of evidence with source, target and trigger marked by their offsets. */
export function EvidenceSentence({ item, story }: { readonly item: Evidence; readonly story: StoryRecord | undefined }): JSX.Element {
  // The offsets are into the story; where it is absent the sentence itself stands at the same place.
  const pieces = story === undefined
    ? segment(' '.repeat(item.start) + item.text, marksOf(item), item.start, item.end)
    : segment(story.text, marksOf(item), item.start, item.end);
  return (
    <blockquote dir="auto">
      {pieces.map(({ text, start, marks }) => (
        marks.length === 0 ? text : <mark key={start} class={marks.join(' ')}>{text}</mark>
      ))}
    </blockquote>
  );
}
