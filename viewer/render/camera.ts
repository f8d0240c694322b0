import type Sigma from 'sigma';

const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Moves the camera, at once where the reader wants no motion. */
export async function moveCamera(sigma: Sigma, state: { x: number; y: number; ratio: number }, duration = 450): Promise<void> {
  const camera = sigma.getCamera();
  if (reducedMotion() || duration === 0) camera.setState({ ...state, angle: 0 });
  else await camera.animate({ ...state, angle: 0 }, { duration });
}

/** Room around what is shown, in pixels; a name stands to the right of its node. */
const ROOM = { left: 30, right: 110, top: 40, bottom: 40 };

/** The camera state that shows these nodes with room for their names; undefined for none. */
export function stateThatShows(sigma: Sigma, nodes: readonly string[], closest = 0.25): { x: number; y: number; ratio: number } | undefined {
  const graph = sigma.getGraph();
  // Not by getNodeDisplayData: between a refresh and its render that gives the layout's own coordinates.
  const places = nodes.map((node) => {
    const { x, y } = graph.getNodeAttributes(node) as { x: number; y: number };
    return sigma.viewportToFramedGraph(sigma.graphToViewport({ x, y }));
  });
  if (places.length === 0) return undefined;
  const [x, y] = [extent(places.map((place) => place.x)), extent(places.map((place) => place.y))];
  const { width, height } = sigma.getDimensions();
  // How many pixels a unit of the framed graph takes at ratio 1, whatever the present camera.
  const start = { cameraState: { x: 0.5, y: 0.5, angle: 0, ratio: 1 } };
  const unit = sigma.framedGraphToViewport({ x: 1, y: 0 }, start).x - sigma.framedGraphToViewport({ x: 0, y: 0 }, start).x;
  const across = (x.length * unit) / Math.max(80, width - ROOM.left - ROOM.right);
  const down = (y.length * unit) / Math.max(80, height - ROOM.top - ROOM.bottom);
  const ratio = Math.max(closest, across, down);
  return { x: x.middle + ((ROOM.right - ROOM.left) / 2 / unit) * ratio, y: y.middle, ratio };
}

function extent(values: readonly number[]): { length: number; middle: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { length: high - low, middle: (low + high) / 2 };
}
