import type { JSX } from 'preact';
import { COLOR_BY, LAYOUTS, SIZE_BY } from '../state/look.ts';
import { LOOK_NAMES, TEXT } from '../strings.ts';
import { useDesk } from './desk.ts';
import { useStore } from './use-store.ts';

/** What colour and size of the nodes stand for. */
export function LookSwitches(): JSX.Element {
  const { look: store } = useDesk().session;
  const look = useStore(store);
  return (
    <div class="look">
      <Choice label={TEXT.layout} value={look.layout} values={LAYOUTS} onChoose={(layout) => store.set({ ...look, layout })} />
      <PlayLayout />
      {look.layout === 'map' && <p class="faint">{TEXT.mapMeans}</p>}
      <Choice label={TEXT.colorBy} value={look.colorBy} values={COLOR_BY} onChoose={(colorBy) => store.set({ ...look, colorBy })} />
      <Choice label={TEXT.sizeBy} value={look.sizeBy} values={SIZE_BY} onChoose={(sizeBy) => store.set({ ...look, sizeBy })} />
    </div>
  );
}

/** Lets the running layout rest, and go on. */
function PlayLayout(): JSX.Element | null {
  const { motion: store } = useDesk().session;
  const motion = useStore(store);
  if (motion === 'none') return null;
  const isRunning = motion === 'running';
  return <button type="button" onClick={() => store.set(isRunning ? 'paused' : 'running')}>{isRunning ? `❚❚ ${TEXT.pauseLayout}` : `▶ ${TEXT.playLayout}`}</button>;
}

interface ChoiceProps<T extends keyof typeof LOOK_NAMES> {
  readonly label: string;
  readonly value: T;
  readonly values: readonly T[];
  readonly onChoose: (value: T) => void;
}

function Choice<T extends keyof typeof LOOK_NAMES>({ label, value, values, onChoose }: ChoiceProps<T>): JSX.Element {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChoose(values[event.currentTarget.selectedIndex]!)}>
        {values.map((name) => <option key={name} value={name}>{LOOK_NAMES[name]}</option>)}
      </select>
    </label>
  );
}
