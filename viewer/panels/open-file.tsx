import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';

/** The way to another graph file, for those who do not drag. */
export function OpenAnother(): JSX.Element {
  const { openFile } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const choose = (files: FileList | null): void => {
    if (files?.[0] !== undefined) openFile(files[0]);
    input.current!.value = '';
  };
  return (
    <section>
      <h3>{TEXT.anotherGraph}</h3>
      <p class="faint">{TEXT.dropMeans}</p>
      <input ref={input} type="file" hidden accept=".json,.jsonl" onChange={(event) => choose(event.currentTarget.files)} />
      <button type="button" onClick={() => input.current!.click()}>{TEXT.openFile}</button>
    </section>
  );
}
