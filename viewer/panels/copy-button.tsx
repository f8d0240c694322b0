import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TEXT } from '../strings.ts';

const SAID_MS = 2000;

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ label, textOf, class: className }: { readonly label: string; readonly textOf: () => string; readonly class?: string }): JSX.Element {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(textOf());
    setCopied(true);
    setTimeout(() => setCopied(false), SAID_MS);
  };
  return (
    <>
      <button type="button" class={className} onClick={() => void copy()}>{isCopied ? TEXT.copied : label}</button>
      <span class="visually-hidden" role="status">{isCopied ? TEXT.copied : ''}</span>
    </>
  );
}
