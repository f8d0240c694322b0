import { render } from 'preact';
import { followAddress } from './controllers/address.ts';
import { followKeys } from './controllers/keys.ts';
import { loadGraph } from './controllers/load-graph.ts';
import { controlPicture, type PictureControl } from './controllers/picture-control.ts';
import { followTheme } from './controllers/theme.ts';
import { App } from './panels/app.tsx';
import { DeskProvider, type Desk } from './panels/desk.ts';
import { GraphFormatError } from './state/read-graph.ts';
import { surroundings } from './state/surroundings.ts';
import { createSession } from './state/session.ts';
import { TEXT } from './strings.ts';
import './styles/theme.css';
import './styles/page.css';
import './styles/panels.css';
import './styles/legend.css';
import './styles/timeline.css';
import './styles/table.css';

const root = document.getElementById('app')!;
const theme = followTheme(document.documentElement);

async function start(): Promise<void> {
  const session = createSession(await loadGraph());
  if (session.data.nodes.length === 0) return say(TEXT.emptyGraph);
  followAddress(session);
  followKeys();
  let picture: PictureControl | undefined;
  const desk: Desk = {
    session,
    open: (selection) => session.selection.set(selection),
    flyTo(node) {
      session.selection.set({ kind: 'node', node: session.data.nodes[node]!.key });
      picture?.show(surroundings(session.data, node));
    },
  };
  const mountPicture = (element: HTMLElement): PictureControl => {
    picture = controlPicture(element, session, theme);
    return picture;
  };
  root.replaceChildren();
  render(<DeskProvider value={desk}><App theme={theme} mountPicture={mountPicture} /></DeskProvider>, root);
}

function say(message: string): void {
  const line = document.createElement('p');
  line.className = 'message';
  line.role = 'alert';
  line.textContent = message;
  root.replaceChildren(line);
}

start().catch((error: unknown) => say(TEXT.cannotOpen(error instanceof GraphFormatError ? error.reason : String(error))));
