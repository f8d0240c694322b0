import { EdgeProgram, type EdgeProgramType, type InstancedProgramDefinition, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { RIBBON_FRAGMENT_SHADER, RIBBON_VERTEX_SHADER } from './ribbon-shaders.ts';

/** What the program reads of an edge beside sigma's own attributes. */
export interface RibbonEdge extends EdgeDisplayData {
  /** Of `edgeStyle`. */
  line: number;
  /** Height of the control point over the straight line, as a part of its length; 0 is straight. */
  curvature: number;
}

const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_pixelRatio', 'u_dimensions', 'u_minThickness'] as const;
type Uniform = (typeof UNIFORMS)[number];

/** A strip of `segments` quads: two vertices at each step, left and right of the curve. */
function strip(segments: number): number[][] {
  return Array.from({ length: (segments + 1) * 2 }, (_, vertex) => [Math.floor(vertex / 2) / segments, vertex % 2 === 0 ? -1 : 1]);
}

function definition(segments: number): InstancedProgramDefinition<Uniform> {
  const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
  const number = (name: string, size = 1) => ({ name, size, type: FLOAT });
  const color = (name: string) => ({ name, size: 4, type: UNSIGNED_BYTE, normalized: true });
  const vertices = strip(segments);
  return {
    VERTICES: vertices.length,
    VERTEX_SHADER_SOURCE: RIBBON_VERTEX_SHADER,
    FRAGMENT_SHADER_SOURCE: RIBBON_FRAGMENT_SHADER,
    METHOD: TRIANGLE_STRIP,
    UNIFORMS,
    ATTRIBUTES: [
      number('a_source', 2), number('a_target', 2), number('a_sourceRadius'), number('a_targetRadius'),
      number('a_thickness'), number('a_curvature'), number('a_style'), color('a_color'), color('a_id'),
    ],
    CONSTANT_ATTRIBUTES: [number('a_step'), number('a_side')],
    CONSTANT_DATA: vertices,
  };
}

/** A sigma program for lines of `segments` pieces: 1 draws them straight, about 16 curved. */
export function createRibbonProgram(segments: number): EdgeProgramType {
  return class RibbonProgram extends EdgeProgram<Uniform> {
    getDefinition(): InstancedProgramDefinition<Uniform> {
      return definition(segments);
    }

    processVisibleItem(id: number, offset: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData): void {
      const { array } = this;
      const { line, curvature } = data as RibbonEdge;
      let at = offset;
      array[at++] = source.x;
      array[at++] = source.y;
      array[at++] = target.x;
      array[at++] = target.y;
      array[at++] = source.size;
      array[at++] = target.size;
      array[at++] = data.size;
      array[at++] = curvature;
      array[at++] = line;
      array[at++] = floatColor(data.color);
      array[at++] = id;
    }

    setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
      gl.uniform2f(uniformLocations.u_dimensions, params.width * params.pixelRatio, params.height * params.pixelRatio);
      gl.uniform1f(uniformLocations.u_minThickness, params.minEdgeThickness);
    }
  };
}
