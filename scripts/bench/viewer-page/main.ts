// What the benchmark measures within a page, as ?measure= says: the viewer's state, its picture, or a bare sigma with the same graph.

import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { readPalette } from '../../../viewer/render/palette.ts';
import { createPicture } from '../../../viewer/render/picture.ts';
import { applyFilters } from '../../../viewer/state/apply-filters.ts';
import { NO_FILTERS, setDays, setShown, type Filters } from '../../../viewer/state/filters.ts';
import { readGraph } from '../../../viewer/state/read-graph.ts';
import { search } from '../../../viewer/state/search.ts';
import { createSession, type Session } from '../../../viewer/state/session.ts';

/** Milliseconds of each round, sorted. */
function time(step: (round: number) => unknown, rounds: number): number[] {
  return Array.from({ length: rounds }, (_, round) => {
    const start = performance.now();
    step(round);
    return performance.now() - start;
  }).sort((a, b) => a - b);
}

const FILTERS: readonly Filters[] = [
  setShown(NO_FILTERS, 'edgeType', ['MET', 'ATTACKED'], false),
  setShown(NO_FILTERS, 'nodeType', ['Person'], false),
  setShown(NO_FILTERS, 'voice', ['reporter'], false),
  { ...NO_FILTERS, minConfidence: 0.7 },
  setDays(NO_FILTERS, { first: 17_000, last: 18_000 }),
];
const QUERIES = ['actor 77', 'alias', 'actro 512', 'nobody of this name', '9'];

function bareSigma({ data }: Session, container: HTMLElement): Sigma {
  const graph = new MultiDirectedGraph();
  for (const { key, attributes } of data.nodes) graph.addNode(key, { x: attributes.x, y: attributes.y, size: (attributes.size ?? 6) / 2, label: attributes.label, color: '#2465ad' });
  for (const { key, source, target } of data.edges) graph.addDirectedEdgeWithKey(key, source, target, { size: 1, color: '#cccccc' });
  return new Sigma(graph, container);
}

function measureState(text: string): Record<string, readonly number[]> {
  const file = readGraph(text);
  const read = time(() => readGraph(text), 3);
  const open = time(() => createSession(file), 3);
  const { data, table, names, findSentences } = createSession(file);
  findSentences('talks actor');
  return {
    read,
    open,
    filter: time((round) => applyFilters(data, table, FILTERS[round % FILTERS.length]!), FILTERS.length * 3),
    'search names': time((round) => search(data, names, QUERIES[round % QUERIES.length]!), QUERIES.length * 3),
    'search sentences': time(() => findSentences('never attacked nobody'), 5),
  };
}

/** The viewer's picture of the graph, or a bare sigma's: one of them a page, so that neither warms up the other. */
function draw(session: Session, isBare: boolean): { readonly refresh: () => unknown } {
  const stage = document.getElementById('stage')!;
  if (isBare) return bareSigma(session, stage);
  const { nodeShown, edgeShown } = session.view.get();
  return createPicture(stage, {
    data: session.data,
    model: { nodeShown, edgeShown, ringed: new Set(), palette: readPalette(document.documentElement), placement: {}, colorBy: 'type' },
    edgeLabel: () => '', onClick: () => undefined, onHover: () => undefined,
  });
}

const kind = new URLSearchParams(location.search).get('measure');
const text = await (await fetch('graph.json')).text();
if (kind === 'state') Object.assign(window, { results: measureState(text) });
else {
  const picture = draw(createSession(readGraph(text)), kind === 'bare');
  Object.assign(window, { redraw: () => time(() => picture.refresh(), 1)[0] });
}
document.title = 'ready';
