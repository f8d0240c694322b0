import type { GraphData } from './graph-data.ts';

/** Where nodes stand: x of node n at 2n, y at 2n + 1, y running up. */
export type Positions = Float32Array;

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Between neighbours, in the unit of the file's own layout. */
const SPACING = 16;

/** The place of the nth point of a spiral that fills a disc evenly (Vogel 1979). */
export function spiral(index: number, spacing: number): { readonly x: number; readonly y: number } {
  const radius = spacing * Math.sqrt(index);
  return { x: radius * Math.cos(index * GOLDEN_ANGLE), y: radius * Math.sin(index * GOLDEN_ANGLE) };
}

/** The file's own layout; a spiral for a file without one. */
export function storedLayout(data: GraphData): Positions {
  const positions = new Float32Array(data.nodes.length * 2);
  data.nodes.forEach(({ attributes }, node) => {
    const fallback = spiral(node + 1, 10);
    positions[2 * node] = attributes.x ?? fallback.x;
    positions[2 * node + 1] = attributes.y ?? fallback.y;
  });
  return positions;
}

/** Nodes by their importance, equals as in the file. */
export function byMentions(data: GraphData, nodes: readonly number[]): number[] {
  return nodes.toSorted((a, b) => data.nodes[b]!.attributes.mentions - data.nodes[a]!.attributes.mentions || a - b);
}

/** Nodes of one community together; those without one last. */
function byCommunity(data: GraphData): number[][] {
  const groups = new Map<number, number[]>();
  data.nodes.forEach(({ attributes }, node) => {
    const community = attributes.community ?? -1;
    const group = groups.get(community);
    if (group === undefined) groups.set(community, [node]);
    else group.push(node);
  });
  return [...groups].toSorted(([a, as], [b, bs]) => Number(a === -1) - Number(b === -1) || bs.length - as.length || a - b).map(([, nodes]) => byMentions(data, nodes));
}

/** All nodes on a circle, community by community. */
export function circleLayout(data: GraphData): Positions {
  const order = byCommunity(data).flat();
  const radius = Math.max(80, (order.length * SPACING) / (2 * Math.PI));
  const positions = new Float32Array(order.length * 2);
  order.forEach((node, place) => {
    const angle = Math.PI / 2 - (2 * Math.PI * place) / order.length;
    positions[2 * node] = radius * Math.cos(angle);
    positions[2 * node + 1] = radius * Math.sin(angle);
  });
  return positions;
}

interface Disc { readonly x: number; readonly y: number; readonly radius: number }

/** Each community in a disc of its own, the most mentioned in its middle, the largest disc in the middle of all. */
export function communityLayout(data: GraphData): Positions {
  const positions = new Float32Array(data.nodes.length * 2);
  const discs: Disc[] = [];
  let turn = 0;
  for (const nodes of byCommunity(data)) {
    const radius = SPACING * (Math.sqrt(nodes.length) + 1.5);
    // Further along the spiral until there is room; what was full for a larger disc may have room for this one.
    turn = Math.floor(turn * 0.7);
    let centre = spiral(turn, SPACING);
    const touches = (disc: Disc): boolean => Math.hypot(disc.x - centre.x, disc.y - centre.y) < disc.radius + radius;
    while (discs.some(touches)) centre = spiral(++turn, SPACING);
    discs.push({ ...centre, radius });
    nodes.forEach((node, place) => {
      const { x, y } = spiral(place, SPACING);
      positions[2 * node] = centre.x + x;
      positions[2 * node + 1] = centre.y + y;
    });
  }
  return positions;
}
