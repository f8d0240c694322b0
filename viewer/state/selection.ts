import { edgesBetween, edgesOf, otherEnd, type GraphData } from './graph-data.ts';
import { neighbourhood, shortestPaths } from './paths.ts';

export { edgesBetween } from './graph-data.ts';

/** What the side panel shows. */
export type Selection =
  | { readonly kind: 'none' }
  /** `depth`: how many steps around it stay bright, 1 where absent. */
  | { readonly kind: 'node'; readonly node: string; readonly depth?: 2 | 3 }
  | { readonly kind: 'edge'; readonly edge: string }
  | { readonly kind: 'pair'; readonly a: string; readonly b: string }
  | { readonly kind: 'story'; readonly story: string; readonly at?: number };

export const NO_SELECTION: Selection = { kind: 'none' };

/** Nodes and edges that stay bright while the rest is dimmed, by index. */
export interface Focus {
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
}

/** True where both show the same thing. */
export function isSameSelection(a: Selection, b: Selection): boolean {
  return writeSelection(a).toString() === writeSelection(b).toString();
}

/** The selection as parameters of the address. */
export function writeSelection(selection: Selection): URLSearchParams {
  const { kind, ...rest } = selection;
  const parameters = new URLSearchParams();
  if (kind === 'none') return parameters;
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) parameters.set(name, String(value));
  return parameters;
}

/** The selection that the parameters of an address name, if the graph has it. */
export function readSelection(data: GraphData, parameters: URLSearchParams): Selection {
  const [node, edge, story, a, b] = ['node', 'edge', 'story', 'a', 'b'].map((name) => parameters.get(name));
  if (node && data.nodeAt.has(node)) {
    const depth = ([2, 3] as const).find((steps) => String(steps) === parameters.get('depth'));
    return depth === undefined ? { kind: 'node', node } : { kind: 'node', node, depth };
  }
  if (edge && data.edgeAt.has(edge)) return { kind: 'edge', edge };
  if (a && b && data.nodeAt.has(a) && data.nodeAt.has(b)) return { kind: 'pair', a, b };
  if (story && data.storyAt.has(story)) {
    const at = Number(parameters.get('at') ?? Number.NaN);
    return Number.isInteger(at) ? { kind: 'story', story, at } : { kind: 'story', story };
  }
  return NO_SELECTION;
}

function focusOnNodes(data: GraphData, nodes: ReadonlySet<number>, isShown: (edge: number) => boolean): Focus {
  const around = new Set(nodes);
  const edges = new Set<number>();
  for (const node of nodes) {
    for (const edge of edgesOf(data, node)) {
      if (!isShown(edge)) continue;
      edges.add(edge);
      around.add(otherEnd(data, edge, node));
    }
  }
  return { nodes: around, edges };
}

function focusOnEdges(data: GraphData, edges: readonly number[]): Focus {
  return { nodes: new Set(edges.flatMap((edge) => [data.source[edge]!, data.target[edge]!])), edges: new Set(edges) };
}

/** What stands between two nodes: their edges, and where they have none the shortest ways from one to the other. */
function focusOnPair(data: GraphData, a: number, b: number, isShown: (edge: number) => boolean): Focus {
  const direct = edgesBetween(data, a, b, isShown);
  if (direct.length > 0) return { nodes: new Set([a, b]), edges: new Set(direct) };
  const { paths } = shortestPaths(data, a, b, isShown);
  const steps = paths.flatMap((path) => path.slice(1).map((node, place) => [path[place]!, node] as const));
  return { nodes: new Set([a, b, ...paths.flat()]), edges: new Set(steps.flatMap(([from, to]) => edgesBetween(data, from, to, isShown))) };
}

/** What a selection keeps bright; undefined where it dims nothing. */
export function focusOf(data: GraphData, selection: Selection, isShown: (edge: number) => boolean): Focus | undefined {
  switch (selection.kind) {
    case 'none':
      return undefined;
    case 'node': {
      const node = data.nodeAt.get(selection.node);
      return node === undefined ? undefined : focusOnNodes(data, neighbourhood(data, node, (selection.depth ?? 1) - 1, isShown), isShown);
    }
    case 'edge': {
      const edge = data.edgeAt.get(selection.edge);
      return edge === undefined ? undefined : focusOnEdges(data, [edge]);
    }
    case 'pair': {
      const [a, b] = [data.nodeAt.get(selection.a), data.nodeAt.get(selection.b)];
      if (a === undefined || b === undefined) return undefined;
      return focusOnPair(data, a, b, isShown);
    }
    case 'story': {
      const { story } = selection;
      const inStory = data.edges.flatMap((edge, index) => (isShown(index) && edge.attributes.evidence.some((item) => item.story === story) ? [index] : []));
      return focusOnEdges(data, inStory);
    }
  }
}
