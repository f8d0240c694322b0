/** How the picture is laid out, coloured and measured; none of it leaves anything out. */
export interface Look {
  readonly colorBy: 'type' | 'community';
  readonly layout: 'stored' | 'force' | 'circle' | 'community' | 'map';
  /** Whether the graph is drawn or listed. */
  readonly view: 'picture' | 'table';
  readonly sizeBy: 'mentions' | 'degree' | 'pagerank' | 'betweenness';
}

export const COLOR_BY = ['type', 'community'] as const satisfies readonly Look['colorBy'][];
export const SIZE_BY = ['mentions', 'degree', 'pagerank', 'betweenness'] as const satisfies readonly Look['sizeBy'][];

export const LAYOUTS = ['stored', 'force', 'circle', 'community', 'map'] as const satisfies readonly Look['layout'][];

export const DEFAULT_LOOK: Look = { layout: 'stored', colorBy: 'type', sizeBy: 'mentions', view: 'picture' };

/** Where the picture's camera stands: the middle in the framed graph (0 to 1) and the zoom (1 shows all). */
export interface CameraView {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}
