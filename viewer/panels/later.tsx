import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { TEXT } from '../strings.ts';

/** A part of the page that is fetched when it is first used. `load` must be the same function at each drawing. */
export function Later({ load }: { readonly load: () => Promise<() => JSX.Element> }): JSX.Element {
  const [part, setPart] = useState<{ readonly Part: () => JSX.Element }>();
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    let isWanted = true;
    load().then((Part) => isWanted && setPart({ Part }), () => setLost(true));
    return () => {
      isWanted = false;
    };
  }, [load]);
  if (isLost) return <p role="alert">{TEXT.noAnswer}</p>;
  return part === undefined ? <p class="faint" role="status">…</p> : <part.Part />;
}
