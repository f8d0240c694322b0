import type { GraphData } from './graph-data.ts';
import { byMentions, spiral, type Positions } from './layouts.ts';
import { actorsOf } from './roll-up.ts';

// Equal Earth (Šavrič, Patterson, Jenny 2018): areas true, the outline rounded, no pole a line of the full width.
const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
const M = Math.sqrt(3) / 2;
const SCALE = 150;
const WIDTH = SCALE * 5.41;

/** A place on the map, of degrees; y runs up. */
export function project(lon: number, lat: number): { readonly x: number; readonly y: number } {
  const theta = Math.asin(M * Math.sin((lat * Math.PI) / 180));
  const square = theta * theta;
  const sixth = square * square * square;
  const x = ((lon * Math.PI) / 180) * Math.cos(theta) / (M * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)));
  return { x: SCALE * x, y: SCALE * theta * (A1 + A2 * square + sixth * (A3 + A4 * square)) };
}

/** Around a country's point: near enough to be seen as its own. */
const AROUND = 3;
/** Those who stand for no country lie in rows south of all land. */
const ROW = { length: 60, step: 12, lat: -62 };

/**
 * Countries and places at their coordinates; people, organisations and groups around the country that they stand for
 * or belong to; all others in rows below the map, which are not among the `placed`.
 */
export function mapLayout(data: GraphData): { readonly positions: Positions; readonly placed: readonly number[] } {
  const positions = new Float32Array(data.nodes.length * 2);
  const anchors = anchorsOf(data);
  const taken = new Map<number, number>();
  let homeless = 0;
  const middle = ((Math.min(ROW.length, anchors.filter((anchor) => anchor === undefined).length) - 1) * ROW.step) / 2;
  for (const node of byMentions(data, data.nodes.map((_, index) => index))) {
    const anchor = anchors[node];
    const place = anchor === undefined ? { x: (homeless % ROW.length) * ROW.step - middle, y: project(0, ROW.lat).y - Math.floor(homeless / ROW.length) * ROW.step } : placeOf(data, anchor);
    if (anchor === undefined) homeless += 1;
    const around = anchor === undefined || anchor === node ? 0 : (taken.get(anchor) ?? 0) + 1;
    if (anchor !== undefined && anchor !== node) taken.set(anchor, around);
    const { x, y } = spiral(around, AROUND);
    positions[2 * node] = place.x + x;
    positions[2 * node + 1] = place.y + y;
  }
  return { positions, placed: data.nodes.flatMap((_, node) => (anchors[node] === undefined ? [] : [node])) };
}

const hasPlace = ({ lat, lon }: GraphData['nodes'][number]['attributes']): boolean => lat !== undefined && lon !== undefined;

function placeOf(data: GraphData, node: number): { readonly x: number; readonly y: number } {
  const { lat, lon } = data.nodes[node]!.attributes;
  return project(lon!, lat!);
}

/** The node with coordinates at which each stands: itself, else its country; undefined for none. */
function anchorsOf(data: GraphData): (number | undefined)[] {
  const countries = new Map(data.nodes.flatMap(({ attributes }, node) => (attributes.type === 'Country' && attributes.country !== undefined && hasPlace(attributes) ? [[attributes.country, node] as const] : [])));
  const actors = actorsOf(data.nodes);
  return data.nodes.map(({ key, attributes }, node) => {
    if (hasPlace(attributes)) return node;
    const actor = data.nodeAt.get(actors.get(key) ?? '');
    const country = attributes.country ?? (actor === undefined ? undefined : data.nodes[actor]!.attributes.country);
    return country === undefined ? undefined : countries.get(country);
  });
}

/** The part of a TopoJSON file that an outline needs. */
export interface Topology {
  readonly transform: { readonly scale: readonly number[]; readonly translate: readonly number[] };
  /** Points of each arc, every one but the first as a step from the one before. */
  readonly arcs: readonly (readonly (readonly number[])[])[];
  readonly objects: { readonly countries: { readonly geometries: readonly { readonly type: string; readonly arcs?: unknown }[] } };
}

/** Closed lines on the map: x and y by turns. */
export type Outline = readonly Float32Array[];

/** The borders of all countries (TopoJSON Format 1), projected. */
export function outlineOf({ transform, arcs, objects }: Topology): Outline {
  const [scaleX, scaleY] = transform.scale as [number, number];
  const [originX, originY] = transform.translate as [number, number];
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      x += dx!;
      y += dy!;
      return project(x * scaleX + originX, y * scaleY + originY);
    });
  });
  const rings = objects.countries.geometries.flatMap(({ type, arcs: of }) => (type === 'Polygon' ? (of as number[][]) : type === 'MultiPolygon' ? (of as number[][][]).flat() : []));
  return rings.flatMap((ring) => splitAtEdge(ring.flatMap((arc) => (arc >= 0 ? lines[arc]! : lines[~arc]!.toReversed()))))
    .map((ring) => Float32Array.from(ring.flatMap(({ x, y }) => [x, y])));
}

/** Cuts a line where it leaves the map on one side to go on at the other. */
function splitAtEdge(line: readonly { readonly x: number; readonly y: number }[]): { readonly x: number; readonly y: number }[][] {
  const pieces: { readonly x: number; readonly y: number }[][] = [[]];
  line.forEach((point, place) => {
    const before = line[place - 1];
    if (before !== undefined && Math.abs(point.x - before.x) > WIDTH / 2) pieces.push([]);
    pieces.at(-1)!.push(point);
  });
  return pieces;
}
