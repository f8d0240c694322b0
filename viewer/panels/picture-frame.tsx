import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PictureControl } from '../controllers/picture-control.ts';
import { TEXT } from '../strings.ts';

const STEP = 0.12;

/** The place of the picture and its buttons; the picture itself belongs to the controller. */
export function PictureFrame({ mount, isHidden }: { readonly mount: (element: HTMLElement) => PictureControl; readonly isHidden: boolean }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const [control, setControl] = useState<PictureControl>();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    try {
      const mounted = mount(place.current!);
      setControl(mounted);
      return () => mounted.destroy();
    } catch {
      // Without WebGL everything but the picture still works.
      setBroken(true);
      return undefined;
    }
  }, [mount]);
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => control?.pan(-STEP, 0), ArrowRight: () => control?.pan(STEP, 0),
    ArrowUp: () => control?.pan(0, -STEP), ArrowDown: () => control?.pan(0, STEP),
    '+': () => control?.zoom(1.5), '=': () => control?.zoom(1.5), '-': () => control?.zoom(1 / 1.5), 0: () => control?.fit(),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <div class="picture-frame" hidden={isHidden}>
      <div ref={place} class="picture" role="application" tabIndex={0} aria-label={TEXT.picture} onKeyDown={onKeyDown} />
      {isBroken && <p class="broken" role="alert">{TEXT.noWebgl}</p>}
      <div class="zoom" role="group" aria-label={TEXT.zoomGroup}>
        <button type="button" aria-label={TEXT.zoomIn} onClick={() => control?.zoom(1.5)}>+</button>
        <button type="button" aria-label={TEXT.zoomOut} onClick={() => control?.zoom(1 / 1.5)}>−</button>
        <button type="button" aria-label={TEXT.fit} onClick={() => control?.fit()}>⤢</button>
      </div>
    </div>
  );
}
