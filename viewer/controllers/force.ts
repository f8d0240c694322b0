import type { GraphData } from '../state/graph-data.ts';
import type { Positions } from '../state/layouts.ts';
import type { ForceOrder, ForceReport } from './force.worker.ts';
// eslint-disable-next-line import/default -- Vite makes the class of a worker out of the file.
import ForceWorker from './force.worker.ts?worker&inline';

/** ForceAtlas2 running in a worker (Jacomy et al. 2014). */
export interface Force {
  readonly play: () => void;
  readonly pause: () => void;
  readonly end: () => void;
}

/** Below this part of the width a step moves nothing that one could see. */
const CALM = 0.0002;
const MANY_NODES = 1000;

/**
 * Starts the layout from some positions. `onMove` gets new positions, never before it is done with the last;
 * `onCalm` is called when nothing moves any more.
 */
export function startForce(data: GraphData, from: Positions, { onMove, onCalm }: { readonly onMove: (positions: Positions) => void; readonly onCalm: () => void }): Force {
  const worker = new ForceWorker();
  const send = (order: ForceOrder, transfer: Transferable[] = []): void => worker.postMessage(order, transfer);
  let isPlaying = true;
  let isWaiting = false;
  worker.addEventListener('message', ({ data: report }: MessageEvent<ForceReport>) => {
    isWaiting = false;
    onMove(report.positions);
    if (report.unrest < CALM) {
      isPlaying = false;
      onCalm();
    }
    // The page first draws what there is: the layout never runs ahead of the eye.
    requestAnimationFrame(next);
  });
  const next = (): void => {
    if (!isPlaying || isWaiting) return;
    isWaiting = true;
    send({ kind: 'next' });
  };
  const nodes = nodeRows(data, from);
  const edges = edgeRows(data);
  isWaiting = true;
  send({ kind: 'begin', nodes, edges, settings: settingsOf(data.nodes.length) }, [nodes.buffer, edges.buffer]);
  return {
    play() {
      isPlaying = true;
      next();
    },
    pause() {
      isPlaying = false;
    },
    end() {
      isPlaying = false;
      worker.terminate();
    },
  };
}

function settingsOf(count: number): object {
  return {
    linLogMode: false, outboundAttractionDistribution: false, adjustSizes: count <= MANY_NODES, edgeWeightInfluence: 1, scalingRatio: 10,
    strongGravityMode: false, gravity: 1, slowDown: 1 + Math.log(count), barnesHutOptimize: count > MANY_NODES, barnesHutTheta: 0.7,
  };
}

const NODE_ROW = 10;
const EDGE_ROW = 3;

/** Rows of x, y, four of movement, mass, convergence, size, fixed. Mass is the degree and one. */
function nodeRows(data: GraphData, from: Positions): Float32Array<ArrayBuffer> {
  const rows = new Float32Array(data.nodes.length * NODE_ROW);
  for (let node = 0; node < data.nodes.length; node += 1) {
    const at = node * NODE_ROW;
    rows.set([from[2 * node]!, from[2 * node + 1]!, 0, 0, 0, 0, 1 + data.incidentStart[node + 1]! - data.incidentStart[node]!, 1, data.nodes[node]!.attributes.size ?? 6, 0], at);
  }
  return rows;
}

/** Rows of source, target and weight, one for a pair: the root of how many edges it has. */
function edgeRows(data: GraphData): Float32Array<ArrayBuffer> {
  const pairs = new Map<number, number>();
  for (let edge = 0; edge < data.edges.length; edge += 1) {
    const [a, b] = [data.source[edge]!, data.target[edge]!];
    const pair = Math.min(a, b) * data.nodes.length + Math.max(a, b);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  const rows = new Float32Array(pairs.size * EDGE_ROW);
  let at = 0;
  for (const [pair, number] of pairs) {
    rows[at++] = Math.floor(pair / data.nodes.length) * NODE_ROW;
    rows[at++] = (pair % data.nodes.length) * NODE_ROW;
    rows[at++] = Math.sqrt(number);
  }
  return rows;
}
