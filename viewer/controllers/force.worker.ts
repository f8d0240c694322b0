import iterate from 'graphology-layout-forceatlas2/iterate.js';

/** What the page sends: a graph to begin with, then `next` for each batch that it has drawn. */
export type ForceOrder = { readonly kind: 'begin'; readonly nodes: Float32Array<ArrayBuffer>; readonly edges: Float32Array<ArrayBuffer>; readonly settings: object } | { readonly kind: 'next' };

export interface ForceReport {
  readonly positions: Float32Array;
  /** Mean way of a node in the last step as a part of the whole's width. */
  readonly unrest: number;
}

const BATCH_MS = 40;
/** Numbers of a node and which of them are its place (graphology-layout-forceatlas2/iterate.js). */
const [ROW, X, Y] = [10, 0, 1];

let nodes = new Float32Array();
let edges = new Float32Array();
let settings = {};

function positionsOf(): Float32Array {
  const positions = new Float32Array((nodes.length / ROW) * 2);
  for (let at = 0, to = 0; at < nodes.length; at += ROW) {
    positions[to++] = nodes[at + X]!;
    positions[to++] = nodes[at + Y]!;
  }
  return positions;
}

function unrestBetween(before: Float32Array, after: Float32Array): number {
  let [way, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < after.length; at += 2) {
    way += Math.hypot(after[at]! - before[at]!, after[at + 1]! - before[at + 1]!);
    low = Math.min(low, after[at]!);
    high = Math.max(high, after[at]!);
  }
  return way / (after.length / 2) / Math.max(1e-9, high - low);
}

addEventListener('message', ({ data }: MessageEvent<ForceOrder>) => {
  if (data.kind === 'begin') ({ nodes, edges, settings } = data);
  const start = performance.now();
  let before = positionsOf();
  do {
    before = positionsOf();
    iterate(settings, nodes, edges);
  } while (performance.now() - start < BATCH_MS);
  const positions = positionsOf();
  const report: ForceReport = { positions, unrest: unrestBetween(before, positions) };
  postMessage(report, { transfer: [positions.buffer] });
});
