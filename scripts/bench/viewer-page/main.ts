// What the benchmark measures within one page: the viewer's own parts, and a bare sigma with the same graph.

import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { readPalette } from '../../../viewer/render/palette.ts';
import { createPicture } from '../../../viewer/render/picture.ts';
import { applyFilters } from '../../../viewer/state/apply-filters.ts';
import { NO_FILTERS, setDays, setShown, type Filters } from '../../../viewer/state/filters.ts';
import { readGraph } from '../../../viewer/state/read-graph.ts';
import { search } from '../../../viewer/state/search.ts';
import { createSession, type Session } from '../../../viewer/state/session.ts';

const ROUNDS = 7;

/** Milliseconds of each round, sorted. */
function time(step: (round: number) => unknown, rounds = ROUNDS): number[] {
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

function measure(text: string): Record<string, readonly number[]> {
  const read = time(() => readGraph(text), 3);
  const file = readGraph(text);
  const session = createSession(file);
  const open = time(() => createSession(file), 3);
  const { data, table, names } = session;
  const filter = time((round) => applyFilters(data, table, FILTERS[round % FILTERS.length]!), FILTERS.length * 3);
  const names_ = time((round) => search(data, names, QUERIES[round % QUERIES.length]!), QUERIES.length * 3);
  session.findSentences('talks actor');
  const sentences = time(() => session.findSentences('never attacked nobody'), 5);
  const { nodeShown, edgeShown } = session.view.get();
  const picture = createPicture(document.getElementById('ours')!, {
    data,
    model: { nodeShown, edgeShown, ringed: new Set(), palette: readPalette(document.documentElement), placement: {}, colorBy: 'type' },
    edgeLabel: () => '', onClick: () => undefined, onHover: () => undefined,
  });
  const bare = bareSigma(session, document.getElementById('bare')!);
  picture.refresh();
  bare.refresh();
  // By turns, so that a busy machine slows both alike.
  const turns = Array.from({ length: ROUNDS }, () => ({ ours: time(() => picture.refresh(), 1)[0]!, bare: time(() => bare.refresh(), 1)[0]! }));
  const ours = turns.map((turn) => turn.ours).sort((a, b) => a - b);
  const plain = turns.map((turn) => turn.bare).sort((a, b) => a - b);
  return { read, open, filter, 'search names': names_, 'search sentences': sentences, 'refresh ours': ours, 'refresh bare': plain };
}

const results = fetch('graph.json').then((response) => response.text()).then(measure);
Object.assign(window, { results });
