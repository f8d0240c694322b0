import type Sigma from 'sigma';
import type { GraphData } from '../state/graph-data.ts';
import { classOf } from '../state/vocabulary.ts';
import { curvePoint } from './curve.ts';
import { edgeOpacity, edgeThickness } from './edge-style.ts';
import type { PictureModel } from './picture-model.ts';

/** The picture as it stands on the screen, as a PNG. */
export async function pngOf(sigma: Sigma, background: string): Promise<Blob> {
  const { width, height } = sigma.getDimensions();
  const scale = window.devicePixelRatio;
  const canvas = new OffscreenCanvas(width * scale, height * scale);
  const context = canvas.getContext('2d')!;
  context.fillStyle = background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  // WebGL keeps its pixels only until the frame ends: draw and copy at once.
  sigma.refresh();
  const layers = sigma.getCanvases();
  for (const name of ['map', 'edges', 'nodes', 'labels', 'hovers']) {
    const layer = layers[name];
    if (layer !== undefined) context.drawImage(layer, 0, 0, canvas.width, canvas.height);
  }
  return canvas.convertToBlob({ type: 'image/png' });
}

const NAMESPACE = 'http://www.w3.org/2000/svg';

function make(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

const DASHES = { asserted: '', intended: '6.5 4.5', possible: '2 4', hypothetical: '2 9' } as const;

/** The picture as an SVG drawing with every shown node, its name and every shown edge. Built by the DOM, so that no name becomes markup. */
export function svgOf(sigma: Sigma, data: GraphData, model: PictureModel, curvature: Float32Array): string {
  const { width, height } = sigma.getDimensions();
  const root = make('svg', { xmlns: NAMESPACE, width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': 'sans-serif', 'font-size': 12 });
  root.append(make('rect', { width, height, fill: model.palette.background }));
  const place = (node: number): { x: number; y: number; size: number; color: string } => {
    const display = sigma.getNodeDisplayData(String(node))!;
    return { ...sigma.framedGraphToViewport(display), size: sigma.scaleSize(display.size), color: display.color };
  };
  data.edges.forEach((_, edge) => {
    if (model.edgeShown[edge] === 1) root.append(...edgeShapes(data, model, edge, place(data.source[edge]!), place(data.target[edge]!), curvature[edge]!));
  });
  const names: SVGElement[] = [];
  data.nodes.forEach(({ attributes }, node) => {
    if (model.nodeShown[node] === 0) return;
    const { x, y, size, color } = place(node);
    const name = make('text', { x: (x + size + 3).toFixed(1), y: (y + 4).toFixed(1), fill: model.palette.text, stroke: model.palette.background, 'stroke-width': 3, 'paint-order': 'stroke' });
    name.textContent = attributes.label;
    root.append(make('circle', { cx: x.toFixed(1), cy: y.toFixed(1), r: size.toFixed(1), fill: color }));
    names.push(name);
  });
  root.append(...names);
  return new XMLSerializer().serializeToString(root);
}

interface End { readonly x: number; readonly y: number; readonly size: number }

function edgeShapes(data: GraphData, model: PictureModel, edge: number, from: End, to: End, bend: number): SVGElement[] {
  const { attributes } = data.edges[edge]!;
  const color = model.palette.edge[classOf(attributes.type)];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const control = { x: (from.x + to.x) / 2 + (to.y - from.y) * bend, y: (from.y + to.y) / 2 - (to.x - from.x) * bend };
  const isFaint = model.focus !== undefined && !model.focus.edges.has(edge);
  const look = { stroke: isFaint ? model.palette.dimEdge : color, 'stroke-opacity': edgeOpacity(attributes), 'stroke-width': edgeThickness(attributes.weight).toFixed(1), 'stroke-dasharray': DASHES[attributes.modality], fill: 'none' };
  const path = make('path', { ...look, d: `M${from.x.toFixed(1)} ${from.y.toFixed(1)}Q${control.x.toFixed(1)} ${control.y.toFixed(1)} ${to.x.toFixed(1)} ${to.y.toFixed(1)}` });
  const shapes = [path];
  if (attributes.symmetric !== true) {
    const tip = curvePoint(from, to, bend, 1 - to.size / length);
    const turn = (tip.angle * 180) / Math.PI;
    shapes.push(make('path', { d: 'M0 0L-9 -4V4Z', fill: look.stroke, transform: `translate(${tip.x.toFixed(1)} ${tip.y.toFixed(1)}) rotate(${turn.toFixed(1)})` }));
  }
  if (attributes.polarity === 'negated') {
    const middle = curvePoint(from, to, bend, 0.5);
    shapes.push(make('path', { d: 'M-3 -5L-3 5M3 -5L3 5', stroke: look.stroke, 'stroke-width': 1.6, transform: `translate(${middle.x.toFixed(1)} ${middle.y.toFixed(1)}) rotate(${((middle.angle * 180) / Math.PI).toFixed(1)})` }));
  }
  return shapes;
}
