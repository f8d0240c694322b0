import type Sigma from 'sigma';
import type { Outline } from '../state/world.ts';
import type { Palette } from './palette.ts';

const LAYER = 'map';

/** The land below the graph; drawn on a layer of its own that is made when first needed. */
export interface OutlineLayer {
  readonly set: (outline: Outline | undefined) => void;
  readonly draw: (palette: Palette) => void;
}

export function createOutlineLayer(sigma: Sigma): OutlineLayer {
  let path: Path2D | undefined;
  let canvas: HTMLCanvasElement | undefined;
  const layer = (): CanvasRenderingContext2D => {
    canvas ??= sigma.createCanvas(LAYER, { beforeLayer: 'edges', style: { width: '100%', height: '100%' } });
    const [width, height] = [canvas.clientWidth * devicePixelRatio, canvas.clientHeight * devicePixelRatio].map(Math.round) as [number, number];
    // To set a size clears the canvas, which is wanted at each drawing.
    canvas.width = width;
    canvas.height = height;
    return canvas.getContext('2d')!;
  };
  return {
    set(outline) {
      path = outline === undefined ? undefined : pathOf(outline);
    },
    draw(palette) {
      if (path === undefined && canvas === undefined) return;
      const context = layer();
      if (path === undefined) return;
      const origin = sigma.graphToViewport({ x: 0, y: 0 });
      const unit = sigma.graphToViewport({ x: 1, y: 1 });
      const scale = unit.x - origin.x;
      context.scale(devicePixelRatio, devicePixelRatio);
      context.transform(scale, 0, 0, unit.y - origin.y, origin.x, origin.y);
      context.fillStyle = palette.land;
      context.fill(path);
      context.strokeStyle = palette.border;
      context.lineWidth = 0.8 / scale;
      context.stroke(path);
    },
  };
}

function pathOf(outline: Outline): Path2D {
  const path = new Path2D();
  for (const ring of outline) {
    path.moveTo(ring[0]!, ring[1]!);
    for (let at = 2; at < ring.length; at += 2) path.lineTo(ring[at]!, ring[at + 1]!);
    path.closePath();
  }
  return path;
}
