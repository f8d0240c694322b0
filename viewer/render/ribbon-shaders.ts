// A ribbon along the curve from source to target: its vertices follow the curve, so that the place along it in
// pixels is known in every fragment, which dashes, strokes and arrowheads need. It also fills no more than itself,
// where a program that paints the curve's bounding box fills most of the screen in a dense graph.

/** What the vertices hand to the fragments: the same in both shaders. */
const VARYINGS = /* glsl */ `varying vec4 v_color;
varying float v_across;
varying float v_along;
varying float v_from;
varying float v_to;
varying float v_half;
varying float v_style;`;

export const RIBBON_VERTEX_SHADER = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_sourceRadius;
attribute float a_targetRadius;
attribute float a_thickness;
attribute float a_curvature;
attribute float a_style;
attribute vec4 a_color;
attribute vec4 a_id;
attribute float a_step;
attribute float a_side;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform vec2 u_dimensions;
uniform float u_minThickness;

${VARYINGS}

const float bias = 255.0 / 254.0;

vec2 toPixels(vec2 position) {
  return ((u_matrix * vec3(position, 1.0)).xy + 1.0) * 0.5 * u_dimensions;
}

vec2 tangent(vec2 a, vec2 b, vec2 c, float t) {
  return 2.0 * ((1.0 - t) * (b - a) + t * (c - b));
}

// Length of the curve from 0 to t: Gauss-Legendre quadrature of three points.
float lengthTo(vec2 a, vec2 b, vec2 c, float t) {
  float h = 0.5 * t;
  return h * (
    0.5555556 * length(tangent(a, b, c, h * 0.2254033)) +
    0.8888889 * length(tangent(a, b, c, h)) +
    0.5555556 * length(tangent(a, b, c, h * 1.7745967))
  );
}

void main() {
  vec2 source = toPixels(a_source);
  vec2 target = toPixels(a_target);
  vec2 delta = target - source;
  if (a_thickness == 0.0 || dot(delta, delta) < 0.01) {
    gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
    return;
  }
  vec2 control = 0.5 * (source + target) + vec2(-delta.y, delta.x) * a_curvature;
  float u = 1.0 - a_step;
  vec2 point = u * u * source + 2.0 * u * a_step * control + a_step * a_step * target;
  vec2 direction = normalize(tangent(source, control, target, a_step));

  float total = lengthTo(source, control, target, 1.0);
  v_half = 0.5 * max(u_minThickness, a_thickness / u_sizeRatio) * u_pixelRatio;
  v_along = lengthTo(source, control, target, a_step);
  v_from = a_sourceRadius * u_pixelRatio / u_sizeRatio;
  v_to = total - a_targetRadius * u_pixelRatio / u_sizeRatio;
  v_style = a_style;

  float reach = max(v_half * 3.0, 5.5 * u_pixelRatio) + 1.0;
  v_across = reach * a_side;
  point += vec2(-direction.y, direction.x) * v_across;
  gl_Position = vec4(point / u_dimensions * 2.0 - 1.0, 0.0, 1.0);

  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

export const RIBBON_FRAGMENT_SHADER = /* glsl */ `
precision highp float;

${VARYINGS}

uniform float u_pixelRatio;

// 1 within the first "on" pixels of each period, with soft ends.
float pattern(float at, float period, float on) {
  float place = mod(at, period);
  return smoothstep(0.0, u_pixelRatio, place) * (1.0 - smoothstep(on, on + u_pixelRatio, place));
}

void main() {
  float style = floor(v_style + 0.5);
  float dash = mod(style, 4.0);
  bool struck = mod(floor(style / 4.0), 2.0) == 1.0;
  bool doubled = mod(floor(style / 8.0), 2.0) == 1.0;
  bool arrow = style >= 16.0;

  float at = v_along - v_from;
  float toTip = v_to - v_along;
  if (at < 0.0 || toTip < 0.0) discard;
  float across = abs(v_across);

  float headHalf = max(v_half * 2.6, 4.2 * u_pixelRatio);
  float headLength = min(headHalf * 2.2, (v_to - v_from) * 0.6);
  bool inHead = arrow && toTip < headLength;

  #ifdef PICKING_MODE
  // Easier to hit than it is wide.
  if (across > max(v_half, 4.0 * u_pixelRatio)) discard;
  gl_FragColor = v_color;
  #else
  float half_ = doubled ? max(v_half, 2.2 * u_pixelRatio) : v_half;
  float ink = 1.0;
  if (inHead) {
    half_ = headHalf * toTip / headLength;
  } else {
    if (dash == 1.0) ink = pattern(at, 11.0 * u_pixelRatio, 6.5 * u_pixelRatio);
    else if (dash == 2.0) ink = pattern(at, 6.0 * u_pixelRatio, 2.0 * u_pixelRatio);
    else if (dash == 3.0) ink = pattern(at, 11.0 * u_pixelRatio, 2.0 * u_pixelRatio);
    if (doubled) ink *= smoothstep(half_ * 0.35, half_ * 0.35 + u_pixelRatio * 0.5, across);
    if (struck) {
      float bar = pattern(at + 6.0 * u_pixelRatio, 14.0 * u_pixelRatio, 1.6 * u_pixelRatio);
      if (bar > 0.0) {
        ink = max(bar, across < half_ ? ink : 0.0);
        half_ = max(v_half * 2.4, 4.0 * u_pixelRatio);
      }
    }
  }
  float edge = 0.6 * u_pixelRatio;
  float alpha = v_color.a * ink * (1.0 - smoothstep(half_ - edge, half_ + edge, across));
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  #endif
}
`;
