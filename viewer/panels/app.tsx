import type { JSX } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import type { PictureControl } from '../controllers/picture-control.ts';
import type { Store } from '../state/store.ts';
import type { Theme } from '../controllers/theme.ts';
import { TEXT } from '../strings.ts';
import { Corrections } from './corrections.tsx';
import { useDesk } from './desk.ts';
import { Details } from './details.tsx';
import { Later } from './later.tsx';
import { Legend } from './legend.tsx';
import { Notice } from './notice.tsx';
import { PartLine } from './part-line.tsx';
import { PictureFrame } from './picture-frame.tsx';
import { SearchBox } from './search-box.tsx';
import { TableView } from './table-view.tsx';
import { Timeline } from './timeline.tsx';
import { Toolbar, type MainView } from './toolbar.tsx';
import { useStore } from './use-store.ts';

export interface AppProps {
  readonly theme: Store<Theme>;
  readonly mountPicture: (element: HTMLElement) => PictureControl;
}

const loadConsole = (): Promise<() => JSX.Element> => import('./console.tsx').then(({ Console }) => Console);

/** The page: header, filters, picture and side panel. */
export function App({ theme, mountPicture }: AppProps): JSX.Element {
  const { session } = useDesk();
  const selection = useStore(session.selection);
  const [isAsking, setAsking] = useState(false);
  const { view } = useStore(session.look);
  const setView = (next: MainView): void => session.look.update((look) => ({ ...look, view: next }));
  const picture = useRef<PictureControl | undefined>(undefined);
  const mount = useCallback((element: HTMLElement): PictureControl => {
    picture.current = mountPicture(element);
    return picture.current;
  }, [mountPicture]);
  const savePicture = (kind: 'png' | 'svg'): void => {
    setView('picture');
    // One that was hidden has a size only in the frame after.
    requestAnimationFrame(() => requestAnimationFrame(() => void picture.current?.save(kind)));
  };
  const [isNoticeOpen, setNoticeOpen] = useState(false);
  const [isLegendOpen, setLegendOpen] = useState(() => matchMedia('(min-width: 800px)').matches);
  return (
    <div class="page" data-panel={selection.kind === 'none' ? 'idle' : 'open'} data-legend={isLegendOpen ? 'open' : 'closed'} data-view={view} data-asking={isAsking ? '' : undefined}>
      <header>
        <a class="skip" href="#details" onClick={(event) => { event.preventDefault(); document.getElementById('details')?.focus(); }}>{TEXT.skip}</a>
        <h1>{TEXT.title}</h1>
        <SearchBox />
        <button type="button" class="filters-button" aria-expanded={isLegendOpen} aria-controls="legend" onClick={() => setLegendOpen(!isLegendOpen)}>{TEXT.filters}</button>
        <ThemeSwitch theme={theme} />
      </header>
      <nav id="legend" aria-label={TEXT.legend} hidden={!isLegendOpen}><h2 class="visually-hidden">{TEXT.legend}</h2><Legend /></nav>
      <main>
        <Toolbar view={view} onView={setView} isAsking={isAsking} onAsk={setAsking} onPicture={savePicture} />
        <PartLine />
        <PictureFrame mount={mount} isHidden={view !== 'picture'} />
        {view === 'table' && <TableView />}
        {isAsking ? <Later load={loadConsole} /> : <Timeline />}
      </main>
      <aside id="details" aria-label={TEXT.details} tabIndex={-1}><Details onNotice={() => setNoticeOpen(true)} /></aside>
      <footer>
        <Summary />
        <Corrections />
        <button type="button" class="linklike" onClick={() => setNoticeOpen(true)}>{TEXT.notice}</button>
      </footer>
      <Notice isOpen={isNoticeOpen} onClose={() => setNoticeOpen(false)} />
    </div>
  );
}

function Summary(): JSX.Element {
  const { summary } = useDesk().session;
  return <p class="summary">{TEXT.summary(summary.stories, summary.nodes, summary.edges)}{summary.from !== undefined && <> · <time>{summary.from}</time> – <time>{summary.to}</time></>}</p>;
}

function ThemeSwitch({ theme }: { readonly theme: Store<Theme> }): JSX.Element {
  const now = useStore(theme);
  const other: Theme = now === 'dark' ? 'light' : 'dark';
  return <button type="button" class="theme-button" aria-label={TEXT.theme[other]} title={TEXT.themeSwitch} onClick={() => theme.set(other)}>{now === 'dark' ? '☀' : '☾'}</button>;
}
