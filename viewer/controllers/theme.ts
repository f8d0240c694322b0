import { createStore, type Store } from '../state/store.ts';

export type Theme = 'light' | 'dark';

const KEY = 'dragoman-theme';

function remembered(): Theme | undefined {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : undefined;
  } catch {
    // Storage may be forbidden; the system's theme serves.
    return undefined;
  }
}

/** The theme in use: the reader's last choice, else the system's, which is followed until one is made. */
export function followTheme(root: HTMLElement): Store<Theme> {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const ofSystem = (): Theme => (system.matches ? 'dark' : 'light');
  const theme = createStore<Theme>(remembered() ?? ofSystem());
  const show = (now: Theme): void => {
    root.dataset['theme'] = now;
  };
  show(theme.get());
  let followsSystem = remembered() === undefined;
  system.addEventListener('change', () => {
    if (followsSystem) theme.set(ofSystem());
  });
  theme.subscribe((now) => {
    show(now);
    if (now === ofSystem()) return;
    followsSystem = false;
    try {
      localStorage.setItem(KEY, now);
    } catch {
      // The choice then lasts as long as the page.
    }
  });
  return theme;
}
