import { createPicture, type Target } from '../render/picture.ts';
import type { PictureModel } from '../render/picture-model.ts';
import { largeGraph } from '../render/limits.ts';
import { readPalette } from '../render/palette.ts';
import { measure } from '../state/centrality.ts';
import type { CameraView, Look } from '../state/look.ts';
import { focusOf, isSameSelection, NO_SELECTION, type Focus, type Selection } from '../state/selection.ts';
import type { Session } from '../state/session.ts';
import type { Store } from '../state/store.ts';
import { EDGE_TYPE_NAMES, shades } from '../strings.ts';
import { nodesToBegin, nodesToFit, onceSized } from './framing.ts';
import { controlLayout } from './layout-control.ts';
import { saveFile } from './take-away.ts';
import type { Theme } from './theme.ts';

/** What the page may ask of the picture. */
export interface PictureControl {
  readonly zoom: (factor: number) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly fit: () => void;
  readonly show: (nodes: readonly number[]) => void;
  /** Saves the picture as a file. */
  readonly save: (kind: 'png' | 'svg') => Promise<void>;
  readonly destroy: () => void;
}

/** Draws the session's graph into an element and keeps both in step: filters, selection and theme go in, clicks come out. */
export function controlPicture(element: HTMLElement, session: Session, theme: Store<Theme>): PictureControl {
  const { data, view, selection, hover } = session;
  let palette = readPalette(document.documentElement);
  const sizes = sizesOf(session);
  const focus = focusFinder(session);
  const model = (): PictureModel => ({
    ...shownOf(session), focus: focus(), ringed: ringedBy(session), palette, colorBy: session.look.get().colorBy, sizes: sizes(session.look.get().sizeBy), placement: session.placement.get(),
  });
  const picture = createPicture(element, {
    data,
    model: model(),
    edgeLabel: (edge) => edgeLabel(session, edge),
    onClick: (target) => selection.set(selectionAt(session, target)),
    onHover: hover.set,
  });
  const draw = (): void => picture.draw(model());
  const endings = [
    view.subscribe(draw),
    selection.subscribe(draw),
    hover.subscribe((target) => markOver(element, target)),
    hover.subscribe(draw),
    session.answered.subscribe(draw),
    session.look.subscribe(draw),
    session.placement.subscribe(draw),
    session.camera.subscribe((camera) => {
      if (camera !== undefined && !isSameCamera(camera, picture.camera())) picture.setCamera(camera);
    }),
    theme.subscribe(() => {
      palette = readPalette(document.documentElement);
      draw();
    }),
  ];
  const fit = (): void => picture.show(nodesToFit(session), { isNear: session.placement.get().outline !== undefined });
  const camera = session.camera.get();
  if (camera === undefined) endings.push(onceSized(element, () => picture.show(nodesToBegin(session), { atOnce: true })));
  else picture.setCamera(camera);
  // A camera that came with the address belongs to the layout that came with it.
  const unlessGiven = skippingFirst(camera !== undefined);
  endings.push(controlLayout(session, {
    onPlaced: unlessGiven(() => picture.settle(fit)),
    // While it runs the frame follows its extent: the camera that shows all does so all the time.
    onStart: unlessGiven(() => picture.setCamera({ x: 0.5, y: 0.5, ratio: 1.05 })),
  }));
  picture.onCamera((now) => session.camera.set(now));
  return {
    zoom: picture.zoom,
    pan: picture.pan,
    show: (nodes) => picture.show(nodes),
    fit,
    async save(kind) {
      if (kind === 'png') saveFile('graph.png', 'image/png', [await picture.png()]);
      else saveFile('graph.svg', 'image/svg+xml', [picture.svg()]);
    },
    destroy() {
      for (const end of endings) end();
      picture.destroy();
    },
  };
}

/** Lets the style sheet and tests know what the pointer rests on. */
function markOver({ dataset }: HTMLElement, target: Target): void {
  if (target === undefined) delete dataset['over'];
  else dataset['over'] = target.kind;
}

/** Wraps moves of which the first to be asked for is left out, where `skips`. */
function skippingFirst(skips: boolean): (move: () => void) => () => void {
  let isFirst = skips;
  return (move) => () => {
    if (!isFirst) move();
    isFirst = false;
  };
}

const isSameCamera = (a: CameraView, b: CameraView): boolean => a.x === b.x && a.y === b.y && a.ratio === b.ratio;

const [SMALLEST, LARGEST] = [4, 17];

/** Radii by a measure, the area growing with it; of the file's own for the mentions. Each is computed once. */
function sizesOf({ data }: Session): (by: Look['sizeBy']) => Float32Array | undefined {
  const known = new Map<Look['sizeBy'], Float32Array>();
  return (by) => {
    if (by === 'mentions') return undefined;
    let sizes = known.get(by);
    if (sizes === undefined) {
      const numbers = measure(data, by);
      const highest = numbers.reduce((best, number) => Math.max(best, number), 0) || 1;
      sizes = Float32Array.from(numbers, (number) => SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(number / highest));
      known.set(by, sizes);
    }
    return sizes;
  };
}

function shownOf({ view }: Session): Pick<PictureModel, 'nodeShown' | 'edgeShown'> {
  const { nodeShown, edgeShown } = view.get();
  return { nodeShown, edgeShown };
}

/**
 * What the pointer rests on dims the rest; without it what is selected does, else what a query has named. In a large graph the pointer does not:
 * to redraw a hundred thousand edges at each step of it would be slower than the hand. The same for the same causes.
 */
function focusFinder({ data, view, selection, hover, answered }: Session): () => Focus | undefined {
  let last: { readonly view: unknown; readonly cause: Selection; readonly focus: Focus | undefined } | undefined;
  return () => {
    const now = view.get();
    const cause = (largeGraph(data) ? undefined : hoverAsSelection(data, hover.get())) ?? selection.get();
    if (last === undefined || last.view !== now || !isSameSelection(last.cause, cause)) {
      last = { view: now, cause, focus: focusOf(data, cause, (edge) => now.edgeShown[edge] === 1) };
    }
    return last.focus ?? answered.get();
  };
}

function hoverAsSelection(data: Session['data'], target: Target): Selection | undefined {
  if (target === undefined) return undefined;
  return target.kind === 'node' ? { kind: 'node', node: data.nodes[target.index]!.key } : { kind: 'edge', edge: data.edges[target.index]!.key };
}

function selectionAt({ data }: Session, target: Target): Selection {
  return hoverAsSelection(data, target) ?? NO_SELECTION;
}

function ringedBy({ data, selection, hover }: Session): ReadonlySet<number> {
  const ringed = new Set<number>();
  const target = hover.get();
  if (target?.kind === 'node') ringed.add(target.index);
  const chosen = selection.get();
  if (chosen.kind === 'node') ringed.add(data.nodeAt.get(chosen.node)!);
  if (chosen.kind === 'edge') {
    const edge = data.edgeAt.get(chosen.edge)!;
    ringed.add(data.source[edge]!).add(data.target[edge]!);
  }
  if (chosen.kind === 'pair') ringed.add(data.nodeAt.get(chosen.a)!).add(data.nodeAt.get(chosen.b)!);
  return ringed;
}

function edgeLabel({ data }: Session, edge: number): string {
  const { attributes } = data.edges[edge]!;
  const extra = shades(attributes);
  return EDGE_TYPE_NAMES[attributes.type] + (extra.length > 0 ? ` (${extra.join(', ')})` : '');
}
