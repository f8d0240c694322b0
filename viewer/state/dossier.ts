import type { Evidence, Role } from '../../graph/schema.ts';
import type { View } from './apply-filters.ts';
import { dayRange } from './dates.ts';
import type { FacetTable } from './facets.ts';
import { edgesOf, storyOf, type GraphData } from './graph-data.ts';

/** One sentence of one edge. */
export interface Row {
  readonly edge: number;
  readonly item: Evidence;
}

function rowsOf(table: FacetTable, view: View, edges: Iterable<number>): Row[] {
  const rows: Row[] = [];
  for (const edge of edges) {
    if (view.edgeShown[edge] === 0) continue;
    for (let row = table.evidenceStart[edge]!; row < table.evidenceStart[edge + 1]!; row += 1) {
      if (view.evidenceShown[row] === 1) rows.push({ edge, item: table.evidence[row]! });
    }
  }
  return rows;
}

const firstDay = ({ item }: Row): number => dayRange(item.date)?.first ?? Number.MAX_SAFE_INTEGER;

/** What a node is said to claim: the shown sentences that the text attributes to it, by date, those without one last. */
export function claimsOf(data: GraphData, table: FacetTable, view: View, node: number): Row[] {
  const { key } = data.nodes[node]!;
  return rowsOf(table, view, data.edges.keys()).filter(({ item }) => item.attributedTo.includes(key)).toSorted((a, b) => firstDay(a) - firstDay(b));
}

/** The dated events of a node by date, each with the sentence that tells it. */
export function eventsOf(data: GraphData, table: FacetTable, view: View, node: number): Row[] {
  return rowsOf(table, view, edgesOf(data, node)).filter(({ item }) => dayRange(item.date) !== undefined).toSorted((a, b) => firstDay(a) - firstDay(b));
}

/** Only what a node has part in, of what the filters leave. */
export function viewOfNode(data: GraphData, view: View, node: number): View {
  const edgeShown = new Uint8Array(view.edgeShown.length);
  for (const edge of edgesOf(data, node)) edgeShown[edge] = view.edgeShown[edge]!;
  return { ...view, edgeShown };
}

/** An office and the days of the stories that name its holder by it. */
export interface Office {
  readonly role: Role;
  /** YYYY-MM-DD; absent where no dated story says so. */
  readonly first?: string;
  readonly last?: string;
}

/** The offices of a node, the present ones first, then the latest. */
export function officesOf(data: GraphData, node: number): Office[] {
  const offices = (data.nodes[node]!.attributes.roles ?? []).map((role): Office => {
    const days = daysOfOffice(data, node, role);
    return days.length === 0 ? { role } : { role, first: days[0]!, last: days.at(-1)! };
  });
  const latest = ({ role, last }: Office): string => role.until ?? last ?? role.since ?? '';
  const isOver = ({ role }: Office): number => (role.status === 'former' ? 1 : 0);
  return offices.toSorted((a, b) => isOver(a) - isOver(b) || (latest(a) < latest(b) ? 1 : latest(a) > latest(b) ? -1 : 0));
}

function daysOfOffice(data: GraphData, node: number, { of, title }: Role): string[] {
  const at = data.nodeAt.get(of);
  const edges = [...edgesOf(data, node)].filter((edge) => data.edges[edge]!.attributes.type === 'HOLDS_ROLE_IN' && data.source[edge] === node && data.target[edge] === at);
  const sentences = edges.flatMap((edge) => data.edges[edge]!.attributes.evidence);
  const naming = sentences.filter((item) => item.text.toLowerCase().includes(title.toLowerCase()));
  return (naming.length > 0 ? naming : sentences).flatMap((item) => storyOf(data, item.story)?.published ?? []).toSorted();
}
