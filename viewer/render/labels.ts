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

const NODE_LIMIT = 160;
const EDGE_LIMIT = 60;
const LONGEST_NAME = 34;
const MARGIN = 3;

/** Draws the names of nodes and the words of edges for the present camera. */
export function drawLabels(context: CanvasRenderingContext2D, source: LabelSource): void {
  const { width, height } = source.sigma.getDimensions();
  context.clearRect(0, 0, width, height);
  context.lineJoin = 'round';
  context.textBaseline = 'middle';
  const taken: Box[] = [];
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
  const letters = [...line];
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
  let drawn = 0;
  for (const node of order) {
    if (drawn >= NODE_LIMIT) break;
    if (model.nodeShown[node] === 0) continue;
    const { x, y, size } = placeOf(source, node);
    if (x < -80 || x > width + 20 || y < -20 || y > height + 20) continue;
    const isRinged = ringed.has(node);
    context.font = `${isRinged ? 700 : 600} ${size > 12 ? 14 : 12.5}px ${palette.font}`;
    const name = shorten(data.nodes[node]!.attributes.label, LONGEST_NAME);
    const textWidth = context.measureText(name).width;
    const box = { x: x + size + MARGIN, y: y - 9, width: textWidth + 2, height: 18 };
    if (!isRinged && covers(taken, box)) continue;
    taken.push(box, { x: x - size, y: y - size, width: size * 2, height: size * 2 });
    halo(context, name, box.x, y, palette.text, palette.background);
    drawn += 1;
  }
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
    const free = Math.hypot(to.x - from.x, to.y - from.y) - from.size - to.size;
    if (free < textWidth + 16) continue;
    const { x, y, angle } = curvePoint(from, to, curvature[edge]!, 0.5);
    const [w, h] = [Math.abs(Math.cos(angle)) * textWidth + Math.abs(Math.sin(angle)) * 12, Math.abs(Math.sin(angle)) * textWidth + Math.abs(Math.cos(angle)) * 12];
    const box = { x: x - w / 2, y: y - h / 2, width: w, height: h };
    if (covers(taken, box)) continue;
    taken.push(box);
    context.save();
    context.translate(x, y);
    context.rotate(Math.abs(angle) > Math.PI / 2 ? angle + Math.PI : angle);
    halo(context, text, 0, 0, model.palette.faintText, model.palette.background);
    context.restore();
  }
  context.textAlign = 'start';
}
