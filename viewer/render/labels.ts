import type Sigma from 'sigma';
import type { GraphData } from '../state/graph-data.ts';
import { curvePoint } from './curve.ts';
import type { PictureModel } from './picture-model.ts';
import { withOpacity } from './palette.ts';

// Names are drawn by importance, each only where it covers none drawn before: what is in focus first, then the
// largest. That reads better than a grid of cells, and the edges' words keep clear of the names.

export interface LabelSource {
  readonly sigma: Sigma;
  readonly data: GraphData;
  readonly model: PictureModel;
  /** Nodes from the largest to the smallest. */
  readonly bySize: readonly number[];
  readonly curvature: Float32Array;
  /** Words to write along an edge. */
  readonly edgeLabel: (edge: number) => string;
}

interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
interface Place { readonly x: number; readonly y: number; readonly size: number }

/** Of a wide graph, a name for so many pixels of the picture; all that is in focus may have one. */
const ROOM_OF_NAME = 6500;
const NODE_LIMIT = 160;
const EDGE_LIMIT = 60;
const CANDIDATE_LIMIT = 1500;
const FEW_NODES = 150;
/** So many pixels for each node, at least, are a picture of few nodes. */
const ROOM_OF_FEW = 3000;
const LONGEST_NAME = 34;
const MARGIN = 3;
const BUTTONS = { width: 54, height: 138 };
/** To make one costs more than to use it on every name of a picture. */
const LETTERS = new Intl.Segmenter();

/** Draws the names of nodes and the words of edges for the present camera. */
export function drawLabels(context: CanvasRenderingContext2D, source: LabelSource): void {
  const { width, height } = source.sigma.getDimensions();
  context.clearRect(0, 0, width, height);
  context.lineJoin = 'round';
  context.textBaseline = 'middle';
  // The buttons of the camera lie over this corner.
  const taken: Box[] = [{ x: width - BUTTONS.width, y: height - BUTTONS.height, ...BUTTONS }];
  const ring = [...source.model.ringed].map((node) => placeOf(source, node));
  for (const place of ring) drawRing(context, place, source.model.palette.accent);
  drawNodeNames(context, source, taken);
  drawEdgeWords(context, source, taken);
}

function placeOf({ sigma }: LabelSource, node: number): Place {
  const display = sigma.getNodeDisplayData(String(node))!;
  const { x, y } = sigma.framedGraphToViewport(display);
  return { x, y, size: sigma.scaleSize(display.size) };
}

function drawRing(context: CanvasRenderingContext2D, { x, y, size }: Place, color: string): void {
  context.beginPath();
  context.arc(x, y, size + 4, 0, Math.PI * 2);
  context.strokeStyle = color;
  context.lineWidth = 2.5;
  context.stroke();
}

function covers(taken: readonly Box[], box: Box): boolean {
  return taken.some((other) => box.x < other.x + other.width && other.x < box.x + box.width && box.y < other.y + other.height && other.y < box.y + box.height);
}

function shorten(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= longest) return line;
  const letters = Array.from(LETTERS.segment(line.slice(0, longest * 4)), ({ segment }) => segment);
  return letters.length <= longest ? line : `${letters.slice(0, longest - 1).join('')}…`;
}

function halo(context: CanvasRenderingContext2D, text: string, x: number, y: number, color: string, background: string): void {
  context.strokeStyle = withOpacity(background, 0.88);
  context.lineWidth = 4;
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
}

function drawNodeNames(context: CanvasRenderingContext2D, source: LabelSource, taken: Box[]): void {
  const { data, model, bySize, sigma } = source;
  const { width, height } = sigma.getDimensions();
  const { focus, palette, ringed } = model;
  const order = focus === undefined ? bySize : [...ringed, ...bySize.filter((node) => focus.nodes.has(node) && !ringed.has(node))];
  const onScreen = ({ x, y }: Place): boolean => x > -20 && x < width + 20 && y > -20 && y < height + 20;
  const candidates = order.filter((node) => model.nodeShown[node] === 1).slice(0, CANDIDATE_LIMIT)
    .map((node) => ({ node, place: placeOf(source, node) })).filter(({ place }) => onScreen(place));
  // Among few nodes a name keeps clear of every disc; among many that would silence the largest, which lie in the thick of it.
  const isRoomy = candidates.length <= Math.min(FEW_NODES, (width * height) / ROOM_OF_FEW);
  const obstacles = isRoomy ? candidates : candidates.slice(0, FEW_NODES / 10);
  for (const { place: { x, y, size } } of obstacles) taken.push({ x: x - size, y: y - size, width: size * 2, height: size * 2 });
  let drawn = 0;
  const limit = focus === undefined ? Math.min(NODE_LIMIT, (width * height) / ROOM_OF_NAME) : NODE_LIMIT;
  for (const { node, place } of candidates) {
    if (drawn >= limit) break;
    const isRinged = ringed.has(node);
    context.font = `${isRinged ? 700 : 600} ${place.size > 12 ? 14 : 12.5}px ${palette.font}`;
    const name = shorten(data.nodes[node]!.attributes.label, LONGEST_NAME);
    const boxes = boxesAround(place, context.measureText(name).width, width);
    const free = boxes.filter((option) => !covers(taken, option));
    // A name that the frame would cut is drawn only for what is chosen.
    const box = free.find((option) => option.x > 0 && option.x + option.width < width) ?? (isRinged ? free[0] ?? boxes[0] : undefined);
    if (box === undefined) continue;
    taken.push(box);
    halo(context, name, box.x, box.y + box.height / 2, palette.text, palette.background);
    drawn += 1;
  }
}

/** Where a name may stand: to the right of its disc, else to the left, below or above, there shifted into the picture. */
function boxesAround({ x, y, size }: Place, width: number, room: number): Box[] {
  const beside = { y: y - 8, width, height: 16 };
  const middle = { x: Math.max(MARGIN, Math.min(room - width - MARGIN, x - width / 2)), width, height: 16 };
  return [{ ...beside, x: x + size + MARGIN }, { ...beside, x: x - size - MARGIN - width }, { ...middle, y: y + size + 2 }, { ...middle, y: y - size - 18 }];
}

function edgesToLabel({ data, model }: LabelSource): readonly number[] {
  if (model.focus !== undefined) return model.focus.edges.size <= EDGE_LIMIT ? [...model.focus.edges] : [];
  if (data.edges.length > 2000) return [];
  const shown = data.edges.flatMap((_, edge) => (model.edgeShown[edge] === 1 ? [edge] : []));
  return shown.length <= EDGE_LIMIT ? shown : [];
}

function drawEdgeWords(context: CanvasRenderingContext2D, source: LabelSource, taken: Box[]): void {
  const { data, model, curvature } = source;
  context.font = `500 11px ${model.palette.font}`;
  context.textAlign = 'center';
  for (const edge of edgesToLabel(source)) {
    if (model.edgeShown[edge] === 0) continue;
    const from = placeOf(source, data.source[edge]!);
    const to = placeOf(source, data.target[edge]!);
    const text = source.edgeLabel(edge);
    const textWidth = context.measureText(text).width;
    const room = Math.hypot(to.x - from.x, to.y - from.y) - from.size - to.size;
    // The words of a single edge are always wanted; of many, those that fit.
    const isWanted = model.focus?.edges.size === 1;
    const isShort = room < textWidth + 16;
    if (isShort && !isWanted) continue;
    const { x, y, angle } = isShort ? below(from, to) : curvePoint(from, to, curvature[edge]!, 0.5);
    const [w, h] = [Math.abs(Math.cos(angle)) * textWidth + Math.abs(Math.sin(angle)) * 12, Math.abs(Math.sin(angle)) * textWidth + Math.abs(Math.cos(angle)) * 12];
    const box = { x: x - w / 2, y: y - h / 2, width: w, height: h };
    if (covers(taken, box) && !isWanted) continue;
    taken.push(box);
    context.save();
    context.translate(x, y);
    context.rotate(Math.abs(angle) > Math.PI / 2 ? angle + Math.PI : angle);
    halo(context, text, 0, 0, model.palette.faintText, model.palette.background);
    context.restore();
  }
  context.textAlign = 'start';
}

/** Beneath both ends and their names, for words that the line between them is too short to carry. */
function below(from: Place, to: Place): { x: number; y: number; angle: number } {
  return { x: (from.x + to.x) / 2, y: Math.max(from.y + from.size, to.y + to.size) + 30, angle: 0 };
}
