import { render } from 'preact';
import type { GraphFile } from '../graph/schema.ts';
import { addressOf, followAddress, isRolledUpInAddress } from './controllers/address.ts';
import { followDrops } from './controllers/drop.ts';
import { followKeys } from './controllers/keys.ts';
import { loadGraph } from './controllers/load-graph.ts';
import { sayBriefly, sayInstead } from './controllers/messages.ts';
import { controlPicture, type PictureControl } from './controllers/picture-control.ts';
import { followTheme } from './controllers/theme.ts';
import { App } from './panels/app.tsx';
import { DeskProvider, type Desk } from './panels/desk.ts';
import { GraphFormatError } from './state/read-graph.ts';
import { rollUp } from './state/roll-up.ts';
import { createSession, type Session } from './state/session.ts';
import { surroundings } from './state/surroundings.ts';
import { TEXT } from './strings.ts';
import './styles/theme.css';
import './styles/page.css';
import './styles/panels.css';
import './styles/legend.css';
import './styles/timeline.css';
import './styles/table.css';

const root = document.getElementById('app')!;
const theme = followTheme(document.documentElement);
let opened = 0;
let leave = (): void => root.replaceChildren();

/** Shows a graph as it is or rolled up, in place of the one shown before. */
function show(file: GraphFile, isRolledUp: boolean): void {
  if (file.nodes.length === 0) return sayInstead(root, TEXT.emptyGraph);
  const session = createSession(isRolledUp ? rollUp(file) : file, isRolledUp);
  leave();
  leave = followAddress(session);
  let picture: PictureControl | undefined;
  const mountPicture = (element: HTMLElement): PictureControl => {
    picture = controlPicture(element, session, theme);
    return picture;
  };
  const desk = deskOf(session, file, (nodes) => picture?.show(nodes));
  opened += 1;
  render(<DeskProvider key={opened} value={desk}><App theme={theme} mountPicture={mountPicture} /></DeskProvider>, root);
}

function deskOf(session: Session, file: GraphFile, bringIntoView: (nodes: readonly number[]) => void): Desk {
  return {
    session,
    open: (selection) => session.selection.set(selection),
    flyTo(node) {
      session.selection.set({ kind: 'node', node: session.data.nodes[node]!.key });
      bringIntoView(surroundings(session.data, node));
    },
    rollUp(isRolledUp) {
      // The camera belongs to the layout that is left.
      session.camera.set(undefined);
      history.replaceState(history.state, '', addressOf(session, isRolledUp));
      show(file, isRolledUp);
    },
  };
}

const cannotOpen = (error: unknown): string => TEXT.cannotOpen(error instanceof GraphFormatError ? error.reason : String(error));

followKeys();
followDrops((file) => show(file, false), (reason) => sayBriefly(TEXT.cannotOpen(reason)));
loadGraph().then((file) => show(file, isRolledUpInAddress())).catch((error: unknown) => sayInstead(root, cannotOpen(error)));
