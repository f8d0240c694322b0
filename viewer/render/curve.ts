interface Point { readonly x: number; readonly y: number }

/**
 * The point at `t` (0 to 1) of an edge's curve on the screen and the direction there in radians. The same curve
 * as in the shader, whose y runs up where the screen's runs down.
 */
export function curvePoint(from: Point, to: Point, curvature: number, t: number): { x: number; y: number; angle: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const control = { x: (from.x + to.x) / 2 + dy * curvature, y: (from.y + to.y) / 2 - dx * curvature };
  const u = 1 - t;
  const at = (a: number, b: number, c: number): number => u * u * a + 2 * u * t * b + t * t * c;
  const slope = (a: number, b: number, c: number): number => u * (b - a) + t * (c - b);
  return {
    x: at(from.x, control.x, to.x),
    y: at(from.y, control.y, to.y),
    angle: Math.atan2(slope(from.y, control.y, to.y), slope(from.x, control.x, to.x)),
  };
}
