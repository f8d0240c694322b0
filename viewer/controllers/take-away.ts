import type { Exporter } from '../../graph/export/index.ts';
import type { EdgeRecord, NodeRecord } from '../../graph/schema.ts';
import type { GraphSource } from '../../graph/source.ts';
import { NO_FILTERS } from '../state/filters.ts';
import { writeView } from '../state/permalink.ts';
import type { Session } from '../state/session.ts';
import { pageTemplate } from './page-template.ts';

/** The formats in which the visible part can be taken away. */
export const TAKE_AWAY = ['html', 'graphml', 'gexf', 'csv', 'jsonld', 'json'] as const;
export type TakeAwayFormat = (typeof TAKE_AWAY)[number];

/** Two decimals, as the file has them. */
const round = (value: number): number => Math.round(value * 100) / 100;
const byCodeUnit = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/**
 * The present view of what is visible. As the rest is left out, no filter need hide it; the nodes keep the places of
 * the present layout, of which only the map is more than places; the camera fits only where the frame stays.
 */
function viewOf({ data, view, table, selection, look: store, camera }: Session): string {
  const look = store.get();
  const isWhole = view.get().nodeCount === data.nodes.length;
  return writeView(table, {
    selection: selection.get(), filters: NO_FILTERS, look: look.layout === 'map' ? look : { ...look, layout: 'stored' }, camera: isWhole ? camera.get() : undefined,
  }).toString();
}

/** What the filters leave, as a graph: shown nodes at their present places, shown edges, of these the shown sentences, and their stories. */
export function visibleGraph({ data, table, view: store, placement }: Session): GraphSource {
  const view = store.get();
  const { positions } = placement.get();
  const placed = (node: NodeRecord, index: number): NodeRecord => (positions === undefined ? node : { ...node, attributes: { ...node.attributes, x: round(positions[2 * index]!), y: round(positions[2 * index + 1]!) } });
  const nodes: NodeRecord[] = data.nodes.map(placed).filter((_, index) => view.nodeShown[index] === 1).toSorted(byCodeUnit);
  const edges: EdgeRecord[] = data.edges.flatMap((edge, index) => {
    if (view.edgeShown[index] === 0) return [];
    const evidence = edge.attributes.evidence.filter((_, place) => view.evidenceShown[table.evidenceStart[index]! + place] === 1);
    return [{ ...edge, attributes: { ...edge.attributes, evidence, weight: evidence.length } }];
  }).toSorted(byCodeUnit);
  const cited = new Set(edges.flatMap((edge) => edge.attributes.evidence.map((item) => item.story)));
  const attributes = { ...data.attributes, stories: data.stories.filter((story) => cited.has(story.id)) };
  return { attributes, order: nodes.length, size: edges.length, nodes: () => nodes, edges: () => edges };
}

/** Hands the visible part to the browser as a file. The writers load when first used. */
export async function takeAway(session: Session, format: TakeAwayFormat): Promise<void> {
  const graph = visibleGraph(session);
  if (format === 'json') return saveFile('graph.json', 'application/json', [JSON.stringify(asFile(graph))]);
  const { exportFiles, exporterFor } = await import('../../graph/export/index.ts');
  const exporter: Exporter = exporterFor(format)!;
  const options = format === 'html' ? { template: await pageTemplate(viewOf(session)) } : {};
  for (const { name, chunks } of exportFiles(graph, exporter, options)) saveFile(name, exporter.mediaType, [...chunks]);
}

function asFile(graph: GraphSource): object {
  const options = { type: 'directed', multi: true, allowSelfLoops: false };
  return { attributes: graph.attributes, options, nodes: [...graph.nodes()], edges: [...graph.edges()] };
}

/** Starts a download; nothing leaves the machine. */
export function saveFile(name: string, type: string, parts: BlobPart[]): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
