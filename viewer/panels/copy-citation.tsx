import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Evidence, StoryRecord } from '../../graph/schema.ts';
import { cite } from '../state/citation.ts';
import { TEXT } from '../strings.ts';

/** Puts the sentence with its story, outlet and date on the clipboard. */
export function CopyCitation({ item, story }: { readonly item: Evidence; readonly story: StoryRecord | undefined }): JSX.Element {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(cite(item, story));
    setCopied(true);
  };
  return <button type="button" class="linklike" onClick={() => void copy()}><span role="status">{isCopied ? TEXT.copied : TEXT.copyCitation}</span></button>;
}
