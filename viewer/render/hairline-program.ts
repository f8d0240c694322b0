import { EdgeLineProgram } from 'sigma/rendering';

const FRAGMENT_SHADER = /* glsl */ `
precision mediump float;
varying vec4 v_color;
void main() {
  gl_FragColor = vec4(v_color.rgb * v_color.a, v_color.a);
}
`;

/**
 * sigma's line of one pixel, for graphs too large for ribbons. Its own shader does not multiply the colour by its
 * opacity, as the canvas wants it: faint lines would come out white.
 */
export class HairlineProgram extends EdgeLineProgram {
  override getDefinition(): ReturnType<InstanceType<typeof EdgeLineProgram>['getDefinition']> {
    return { ...super.getDefinition(), FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER };
  }
}
