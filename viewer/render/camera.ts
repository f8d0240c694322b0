import type Sigma from 'sigma';

interface Rectangle { readonly width: number; readonly height: number }

const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Moves the camera, at once where the reader wants no motion. */
export async function moveCamera(sigma: Sigma, state: { x: number; y: number; ratio: number }, duration = 450): Promise<void> {
  const camera = sigma.getCamera();
  if (reducedMotion() || duration === 0) camera.setState({ ...state, angle: 0 });
  else await camera.animate({ ...state, angle: 0 }, { duration });
}

/** The camera state that shows these nodes with room for their names; undefined for none. */
export function stateThatShows(sigma: Sigma, nodes: readonly string[], closest = 0.25): { x: number; y: number; ratio: number } | undefined {
  const places = nodes.flatMap((node) => sigma.getNodeDisplayData(node) ?? []);
  if (places.length === 0) return undefined;
  const [x, y] = [extent(places.map((place) => place.x)), extent(places.map((place) => place.y))];
  const ratio = Math.max(closest, ratioFor(sigma.getDimensions(), x.length, y.length) * 1.25);
  return { x: x.middle, y: y.middle, ratio };
}

/** The framed graph is the unit square in the smaller side of the screen. */
function ratioFor({ width, height }: Rectangle, spanX: number, spanY: number): number {
  const side = Math.min(width, height);
  return Math.max((spanX * side) / width, (spanY * side) / height);
}

function extent(values: readonly number[]): { length: number; middle: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { length: high - low, middle: (low + high) / 2 };
}
