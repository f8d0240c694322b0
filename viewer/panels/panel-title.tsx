import type { ComponentChildren, JSX } from 'preact';

/** The heading of what is selected; focus comes here when it changes, so that a screen reader follows. */
export function PanelTitle({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <h2 id="panel-title" tabIndex={-1} dir="auto">{children}</h2>;
}
