import { render } from 'preact';
import { applyCorrections, type Correction } from '../graph/corrections.ts';
import { addressOf, followAddress, isRolledUpInAddress } from './controllers/address.ts';
import { pageBook } from './controllers/correction-book.ts';
import { fileOpener, followDrops } from './controllers/drop.ts';
import { followKeys } from './controllers/keys.ts';
import { loadGraph, loadMore, type LoadedGraph } from './controllers/load-graph.ts';
import { sayBriefly, sayInstead } from './controllers/messages.ts';
import { followOwnView } from './controllers/page-template.ts';
import { controlPicture, type PictureControl } from './controllers/picture-control.ts';
import { followTheme } from './controllers/theme.ts';
import { App } from './panels/app.tsx';
import { DeskProvider, type Desk } from './panels/desk.ts';
import { storedLayout } from './state/layouts.ts';
import { GraphFormatError } from './state/read-graph.ts';
import { rollUp } from './state/roll-up.ts';
import type { Selection } from './state/selection.ts';
import { createSession, type Session } from './state/session.ts';
import { surroundings } from './state/surroundings.ts';
import { TEXT } from './strings.ts';
import './styles/theme.css';
import './styles/page.css';
import './styles/panels.css';
import './styles/legend.css';
import './styles/timeline.css';
import './styles/table.css';
import './styles/console.css';

const root = document.getElementById('app')!;
const theme = followTheme(document.documentElement);
const openFile = fileOpener((file) => {
  // What the address asks for is about the graph that is left.
  history.replaceState(null, '', '#');
  show({ file, book: pageBook(), isServed: false }, false);
}, (reason) => sayBriefly(TEXT.cannotOpen(reason)));
let opened = 0;
let leave = (): void => root.replaceChildren();

/** Shows a graph with its corrections, as it is or rolled up, in place of the one shown before; `isSame` keeps open what is open in the panels. */
function show(opening: LoadedGraph, isRolledUp: boolean, isSame = false): Session | undefined {
  const { file, book } = opening;
  const corrections = book.list.get();
  const { graph, unused } = corrections.length === 0 ? { graph: file, unused: [] } : applyCorrections(file, corrections);
  if (graph.nodes.length === 0) return sayInstead(root, TEXT.emptyGraph) as undefined;
  const session = createSession(isRolledUp ? rollUp(graph) : graph, isRolledUp);
  leave();
  const leaveAddress = followAddress(session);
  const leaveBook = book.list.subscribe((now, before) => {
    history.replaceState(history.state, '', addressOf(session));
    const next = show(opening, isRolledUp, true);
    const selected = selectionAfter(session.selection.get(), before, now);
    if (selected !== undefined) next?.selection.set(selected);
  });
  leave = () => {
    leaveAddress();
    leaveBook();
  };
  let picture: PictureControl | undefined;
  const mountPicture = (element: HTMLElement): PictureControl => {
    picture = controlPicture(element, session, theme);
    return picture;
  };
  const desk: Desk = {
    ...deskOf(session, opening, (nodes) => picture?.show(nodes)),
    // What names nothing in a part may well name something in the whole.
    unused: opening.whole === undefined ? unused : [], builtIn: file.attributes.corrections ?? [],
  };
  if (!isSame) opened += 1;
  render(<DeskProvider key={opened} value={desk}><App theme={theme} mountPicture={mountPicture} /></DeskProvider>, root);
  return session;
}

/** Who reads about a node that has just been merged goes on with the one that took it in. */
function selectionAfter(selection: Selection, before: readonly Correction[], now: readonly Correction[]): Selection | undefined {
  const last = now.length > before.length ? now.at(-1) : undefined;
  return last?.do === 'merge' && selection.kind === 'node' && selection.node === last.node ? { kind: 'node', node: last.into } : undefined;
}

function deskOf(session: Session, opening: LoadedGraph, bringIntoView: (nodes: readonly number[]) => void): Omit<Desk, 'unused' | 'builtIn'> {
  const { file, book, isServed, whole } = opening;
  let names: ReadonlyMap<string, string> | undefined;
  return {
    session,
    book,
    canAsk: isServed,
    openFile,
    open: (selection) => session.selection.set(selection),
    flyTo(node) {
      session.selection.set({ kind: 'node', node: session.data.nodes[node]!.key });
      bringIntoView(surroundings(session.data, node, session.placement.get().positions ?? storedLayout(session.data)));
    },
    flyToEdge(edge) {
      session.selection.set({ kind: 'edge', edge: session.data.edges[edge]!.key });
      bringIntoView([session.data.source[edge]!, session.data.target[edge]!]);
    },
    rollUp(isRolledUp) {
      // The camera belongs to the layout that is left.
      session.camera.set(undefined);
      history.replaceState(history.state, '', addressOf(session, { isRolledUp }));
      show(opening, isRolledUp);
    },
    whole,
    loadMore: async (edges) => {
      try {
        const more = await loadMore(opening, edges);
        // The frame grows with the graph: what the camera stood for is not there any more.
        session.camera.set(undefined);
        history.replaceState(history.state, '', addressOf(session, { isWhole: more.whole === undefined }));
        show(more, session.isRolledUp);
      } catch (error) {
        sayBriefly(cannotOpen(error));
      }
    },
    correct: (correction) => book.list.update((list) => [...list, correction]),
    nameOf(key) {
      names ??= new Map(file.nodes.map((node) => [node.key, node.attributes.label]));
      return names.get(key) ?? key;
    },
  };
}

const cannotOpen = (error: unknown): string => TEXT.cannotOpen(error instanceof GraphFormatError ? error.reason : String(error));

followOwnView();
followKeys();
followDrops(openFile);
loadGraph().then((opening) => void show(opening, isRolledUpInAddress())).catch((error: unknown) => sayInstead(root, cannotOpen(error)));
