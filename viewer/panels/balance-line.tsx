import type { JSX } from 'preact';
import type { Balance } from '../state/balance.ts';
import { TEXT } from '../strings.ts';

/** Cooperation against conflict as a bar with its numbers. */
export function BalanceLine({ balance: { cooperation, conflict } }: { readonly balance: Balance }): JSX.Element | null {
  const all = cooperation + conflict;
  if (all === 0) return null;
  return (
    <div class="balance">
      <span>{TEXT.cooperation} {cooperation}</span>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="part" data-class="material-cooperation" width={(cooperation / all) * 100} height="6" />
        <rect class="part" data-class="material-conflict" x={(cooperation / all) * 100} width={(conflict / all) * 100} height="6" />
      </svg>
      <span>{TEXT.conflict} {conflict}</span>
    </div>
  );
}
