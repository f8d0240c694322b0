import type Graph from 'graphology';
import Sigma from 'sigma';
import type { GraphData } from '../state/graph-data.ts';
import { storedLayout } from '../state/layouts.ts';
import type { CameraView } from '../state/look.ts';
import { moveCamera, stateThatShows } from './camera.ts';
import { enableDrag } from './drag.ts';
import { drawnGraph, moveNodes, type DrawnEdge, type DrawnNode } from './drawn-graph.ts';
import { HairlineProgram } from './hairline-program.ts';
import { drawLabels } from './labels.ts';
import { largeGraph } from './limits.ts';
import { createOutlineLayer } from './outline.ts';
import { fanOut, groupParallel } from './parallel-edges.ts';
import type { PictureModel } from './picture-model.ts';
import { edgeColors, edgesApart, reduceEdge, reduceNode } from './reducers.ts';
import { createRibbonProgram } from './ribbon-program.ts';
import { pngOf, svgOf } from './snapshot.ts';

/** What a pointer is over or has clicked, by index. */
export type Target = { readonly kind: 'node' | 'edge'; readonly index: number } | undefined;

export interface PictureOptions {
  readonly data: GraphData;
  readonly model: PictureModel;
  readonly edgeLabel: (edge: number) => string;
  readonly onClick: (target: Target) => void;
  readonly onHover: (target: Target) => void;
}

/** The drawn graph. It knows nothing of filters or panels: it draws the model that it is given. */
export interface Picture {
  readonly draw: (model: PictureModel) => void;
  /** Brings nodes into view, by index; `isNear` where these may be a small part of the whole. */
  readonly show: (nodes: readonly number[], options?: { readonly atOnce?: boolean; readonly isNear?: boolean }) => void;
  /** Computes and draws everything at once, rather than with the next frame. */
  readonly refresh: () => void;
  /** Calls back when what was given last is drawn. */
  readonly settle: (then: () => void) => void;
  readonly zoom: (factor: number) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly camera: () => CameraView;
  readonly setCamera: (camera: CameraView) => void;
  readonly onCamera: (listener: (camera: CameraView) => void) => void;
  readonly png: () => Promise<Blob>;
  readonly svg: () => string;
  readonly destroy: () => void;
}

/** Draws a graph into an element that has a size. */
export function createPicture(container: HTMLElement, options: PictureOptions): Picture {
  const { data } = options;
  const stored = storedLayout(data);
  const graph = drawnGraph(data, options.model.placement.positions ?? stored);
  const groups = groupParallel(data);
  const isLarge = largeGraph(data);
  const scale = isLarge ? 0.5 : 1;
  const sizeOf = (node: number): number => (model.sizes?.[node] ?? graph.getNodeAttribute(String(node), 'size') / scale) * scale;
  const rank = (): number[] => data.nodes.map((_, index) => index).toSorted((a, b) => sizeOf(b) - sizeOf(a) || a - b);
  let { model } = options;
  let bySize = rank();
  let curvature = fanOut(data, groups, model.edgeShown);
  const colors = edgeColors(data);
  // Kept, for it is asked for with every name that is drawn.
  let shrink = smallness(container);
  let apart = edgesApart(data, model.placement.placed);

  const sigma = new Sigma(graph as unknown as Graph, container, {
    ...SETTINGS,
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio) * shrink,
    // Each pass over a hundred thousand edges costs seconds where software draws.
    enableEdgeEvents: !isLarge,
    hideEdgesOnMove: isLarge,
    nodeReducer: (key, attributes) => reduceNode(data, model, scale, Number(key), attributes as DrawnNode),
    edgeReducer: (key, attributes) => reduceEdge(model, curvature, colors(model), isLarge, apart, Number(key), attributes as DrawnEdge),
  });
  // sigma's own canvas for names, which it sizes and clears; its own names are off.
  const names = sigma.getCanvases()['labels']!.getContext('2d')!;
  const labels = () => drawLabels(names, { sigma, data, model, bySize, curvature, edgeLabel: options.edgeLabel });
  const land = createOutlineLayer(sigma);
  land.set(model.placement.outline);
  sigma.on('afterRender', () => {
    land.draw(model.palette);
    labels();
  });
  listen(sigma, options);
  enableDrag(sigma, graph);
  const resized = new ResizeObserver(() => {
    shrink = smallness(container);
    sigma.resize();
    sigma.scheduleRefresh();
  });
  resized.observe(container);
  labels();

  return {
    draw(next) {
      if (next.edgeShown !== model.edgeShown) curvature = fanOut(data, groups, next.edgeShown);
      const before = model;
      model = next;
      if (next.sizes !== before.sizes) bySize = rank();
      if (next.placement !== before.placement) {
        land.set(next.placement.outline);
        apart = edgesApart(data, next.placement.placed);
        // A node that was dragged has fixed the frame; another layout has its own.
        sigma.setCustomBBox(null);
        moveNodes(graph, next.placement.positions ?? stored);
      }
      if (isSameButRings(before, next)) sigma.scheduleRender();
      else sigma.scheduleRefresh();
    },
    ...cameraOf(sigma),
    refresh: () => void sigma.refresh(),
    settle(then) {
      sigma.once('afterRender', then);
      sigma.scheduleRender();
    },
    png: () => pngOf(sigma, model.palette.background),
    svg: () => svgOf(sigma, data, model, curvature),
    destroy() {
      resized.disconnect();
      sigma.kill();
    },
  };
}

/** Of a picture on a desk, in pixels. In a smaller one, as on a phone, discs and lines are smaller too. */
const FULL_SIZE = 700 * 600;

function smallness({ clientWidth, clientHeight }: HTMLElement): number {
  return Math.min(2, Math.max(1, Math.sqrt(FULL_SIZE / (clientWidth * clientHeight || FULL_SIZE))));
}

/** How near the camera may come to show few nodes of a wide map. */
const NEAREST = 0.04;

const SETTINGS = {
  allowInvalidContainer: true,
  renderLabels: false,
  renderEdgeLabels: false,
  zIndex: true,
  defaultEdgeType: 'straight',
  edgeProgramClasses: { straight: createRibbonProgram(1), curved: createRibbonProgram(14), hairline: HairlineProgram },
  // Names and rings are drawn by labels.ts.
  defaultDrawNodeHover: () => undefined,
  stagePadding: 40,
  minEdgeThickness: 1,
  minCameraRatio: 0.01,
  maxCameraRatio: 4,
  zoomingRatio: 1.4,
};

/** Rings are drawn with the names: without another change the items need not be computed anew. */
function isSameButRings(a: PictureModel, b: PictureModel): boolean {
  return a.focus === b.focus && a.nodeShown === b.nodeShown && a.edgeShown === b.edgeShown && a.palette === b.palette && a.colorBy === b.colorBy && a.sizes === b.sizes
    && a.placement.placed === b.placement.placed;
}

function listen(sigma: Sigma, { onClick, onHover }: PictureOptions): void {
  sigma.on('clickNode', ({ node }) => onClick({ kind: 'node', index: Number(node) }));
  sigma.on('clickEdge', ({ edge }) => onClick({ kind: 'edge', index: Number(edge) }));
  sigma.on('clickStage', () => onClick(undefined));
  sigma.on('enterNode', ({ node }) => onHover({ kind: 'node', index: Number(node) }));
  sigma.on('enterEdge', ({ edge }) => onHover({ kind: 'edge', index: Number(edge) }));
  sigma.on('leaveNode', () => onHover(undefined));
  sigma.on('leaveEdge', () => onHover(undefined));
}

function cameraOf(sigma: Sigma): Omit<Picture, 'draw' | 'refresh' | 'settle' | 'png' | 'svg' | 'destroy'> {
  const camera = sigma.getCamera();
  const state = (): CameraView => {
    const { x, y, ratio } = camera.getState();
    return { x, y, ratio };
  };
  return {
    show(nodes, { atOnce = false, isNear = false } = {}) {
      const next = stateThatShows(sigma, nodes.map(String), isNear ? NEAREST : undefined);
      if (next !== undefined) void moveCamera(sigma, next, atOnce ? 0 : 450);
    },
    zoom: (factor) => void moveCamera(sigma, { ...state(), ratio: sigma.getCamera().getBoundedRatio(state().ratio / factor) }, 200),
    pan(dx, dy) {
      const { x, y, ratio } = state();
      void moveCamera(sigma, { x: x + dx * ratio, y: y - dy * ratio, ratio }, 120);
    },
    camera: state,
    setCamera: (next) => camera.setState({ ...next, angle: 0 }),
    onCamera: (listener) => void camera.on('updated', () => listener(state())),
  };
}
