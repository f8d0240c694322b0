import { UndirectedGraph } from 'graphology';
import { forceAtlas2, noverlap } from './algorithms.ts';
import type { Spot, Tie, TieGraph } from './ties.ts';

/** Room for a node and its name, in the unit of `size`: n nodes fill a circle of this radius times √n. */
export const ROOM = 32;

const MARGIN = 4;
/** Between one seed of a sunflower and the next. */
export const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** The share of nodes that the circle holds: a few far ends of chains must not press the rest together. */
const BODY = 0.95;

/**
 * Lays out one connected part around 0, 0: ForceAtlas2 (Jacomy et al. 2014) from a sunflower of its nodes, the best
 * connected in the middle, then freed of overlaps. It draws no random number.
 */
export function arrange(ties: TieGraph, nodes: readonly string[]): TieGraph {
  const part = sunflower(ties, nodes);
  if (nodes.length > 2) {
    forceAtlas2.assign(part, { iterations: stepsFor(part.order), settings: settingsFor(part), getEdgeWeight: 'weight' });
    centre(part);
    scale(part, (ROOM * Math.sqrt(part.order)) / (bodyRadius(part) || 1));
    noverlap.assign(part, {
      maxIterations: part.order > 5000 ? 30 : 150,
      settings: { margin: MARGIN, ratio: 1, gridSize: Math.max(4, Math.ceil(Math.sqrt(part.order) / 2)) },
    });
  }
  centre(part);
  return part;
}

/** Enough steps to unfold a small graph, few enough to finish a large one: 10,000 nodes take some seconds. */
const stepsFor = (order: number): number => Math.round(Math.min(600, Math.max(40, 4000 / Math.sqrt(order))));

function settingsFor(part: TieGraph): ReturnType<typeof forceAtlas2.inferSettings> {
  return { ...forceAtlas2.inferSettings(part), barnesHutOptimize: part.order > 1000 };
}

function sunflower(ties: TieGraph, nodes: readonly string[]): TieGraph {
  const part: TieGraph = new UndirectedGraph<Spot, Tie>();
  const ranked = nodes.toSorted((a, b) => ties.degree(b) - ties.degree(a));
  for (const [index, key] of ranked.entries()) {
    const distance = ROOM * Math.sqrt(index);
    const angle = index * GOLDEN_ANGLE;
    part.addNode(key, { ...ties.getNodeAttributes(key), x: distance * Math.cos(angle), y: distance * Math.sin(angle) });
  }
  for (const key of nodes) {
    ties.forEachEdge(key, (_, tie, a, b) => {
      if (key === a && part.hasNode(b)) part.mergeEdge(a, b, tie);
    });
  }
  return part;
}

/** Moves the mean of all places to 0, 0. */
function centre(part: TieGraph): void {
  let [x, y] = [0, 0];
  part.forEachNode((_, spot) => {
    x += spot.x / part.order;
    y += spot.y / part.order;
  });
  part.updateEachNodeAttributes((_, spot) => ({ ...spot, x: spot.x - x, y: spot.y - y }));
}

function scale(part: TieGraph, factor: number): void {
  part.updateEachNodeAttributes((_, spot) => ({ ...spot, x: spot.x * factor, y: spot.y * factor }));
}

/** Radius around 0, 0 of the circle that holds nearly all nodes. */
export function bodyRadius(part: TieGraph): number {
  const distances = part.mapNodes((_, { x, y }) => Math.hypot(x, y)).sort((a, b) => a - b);
  return distances[Math.floor(BODY * (distances.length - 1))] ?? 0;
}

/** Radius around 0, 0 of the circle that holds every node whole. */
export function fullRadius(part: TieGraph): number {
  return part.reduceNodes((radius, _, { x, y, size }) => Math.max(radius, Math.hypot(x, y) + size), 0);
}
