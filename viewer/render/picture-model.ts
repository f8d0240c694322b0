import type { Focus } from '../state/selection.ts';
import type { Placement } from '../state/session.ts';
import type { Palette } from './palette.ts';

/** All that decides how the picture looks, apart from the camera. */
export interface PictureModel {
  /** 1 where shown, by index. */
  readonly nodeShown: Uint8Array;
  readonly edgeShown: Uint8Array;
  /** What stays bright; absent where nothing is dimmed. */
  readonly focus?: Focus | undefined;
  /** Nodes with a ring around them. */
  readonly ringed: ReadonlySet<number>;
  readonly palette: Palette;
  readonly colorBy: 'type' | 'community';
  /** Where the nodes stand, and what lies below them. */
  readonly placement: Placement;
  /** Radii by node index; the file's own where absent. */
  readonly sizes?: Float32Array | undefined;
}
