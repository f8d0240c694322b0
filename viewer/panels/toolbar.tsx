import type { JSX } from 'preact';
import { sayBriefly } from '../controllers/messages.ts';
import { TAKE_AWAY, takeAway, type TakeAwayFormat } from '../controllers/take-away.ts';
import type { Look } from '../state/look.ts';
import { FORMAT_NAMES, TEXT } from '../strings.ts';
import { CopyButton } from './copy-button.tsx';
import { useDesk } from './desk.ts';

export type MainView = Look['view'];

interface ToolbarProps {
  readonly view: MainView;
  readonly onView: (view: MainView) => void;
  readonly isAsking: boolean;
  readonly onAsk: (isAsking: boolean) => void;
  readonly onPicture: (kind: 'png' | 'svg') => void;
}

/** Picture or table, and ways to take the view away. */
export function Toolbar({ view, onView, isAsking, onAsk, onPicture }: ToolbarProps): JSX.Element {
  const { canAsk } = useDesk();
  return (
    <div class="toolbar" role="toolbar" aria-label={TEXT.viewTools}>
      <div class="segmented" role="group" aria-label={TEXT.showAs}>
        <button type="button" aria-pressed={view === 'picture'} onClick={() => onView('picture')}>{TEXT.pictureShort}</button>
        <button type="button" aria-pressed={view === 'table'} onClick={() => onView('table')}>{TEXT.table}</button>
      </div>
      <RollUp />
      {canAsk && <button type="button" class="toggle" aria-pressed={isAsking} onClick={() => onAsk(!isAsking)}>{TEXT.askShort}</button>}
      <span class="spring" />
      <CopyButton label={TEXT.share} textOf={() => location.href} />
      <TakeAway onPicture={onPicture} />
    </div>
  );
}

function RollUp(): JSX.Element {
  const { session, rollUp } = useDesk();
  return (
    <div class="segmented" role="group" aria-label={TEXT.level}>
      <button type="button" aria-pressed={!session.isRolledUp} onClick={() => session.isRolledUp && rollUp(false)}>{TEXT.asWritten}</button>
      <button type="button" aria-pressed={session.isRolledUp} onClick={() => session.isRolledUp || rollUp(true)}>{TEXT.rolledUp}</button>
    </div>
  );
}

/** A list of formats that resets itself: choosing one starts its download. */
function TakeAway({ onPicture }: Pick<ToolbarProps, 'onPicture'>): JSX.Element {
  const { session } = useDesk();
  const choose = (select: HTMLSelectElement): void => {
    const format = select.value;
    select.value = '';
    if (format === 'png' || format === 'svg') onPicture(format);
    else if (format !== '') takeAway(session, format as TakeAwayFormat).catch((error: unknown) => sayBriefly(TEXT.cannotTake(error instanceof Error ? error.message : String(error))));
  };
  return (
    <select aria-label={TEXT.takeAway} onChange={(event) => choose(event.currentTarget)}>
      <option value="">{TEXT.takeAway}</option>
      {(['png', 'svg', ...TAKE_AWAY] as const).map((format) => <option key={format} value={format}>{FORMAT_NAMES[format]}</option>)}
    </select>
  );
}
