import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { EdgeAttributes } from '../../graph/schema.ts';
import type { GraphData } from '../state/graph-data.ts';
import { classOf, colourTypeOf } from '../state/vocabulary.ts';
import type { DrawnEdge, DrawnNode } from './drawn-graph.ts';
import { edgeOpacity } from './edge-style.ts';
import { withOpacity } from './palette.ts';
import type { PictureModel } from './picture-model.ts';

/** The colours of all edges at full brightness, and the one of those out of focus. */
export type Colors = { readonly bright: readonly string[]; readonly dim: string };

/** Above this many edges they grow faint, so that what lies under them stays to be seen. */
const MANY_LINES = 400;
const FAINTEST = 0.06;

/** Colour of every edge, made again only when palette, filters or dimming change. */
export function edgeColors(data: GraphData): (model: PictureModel) => Colors {
  let last: PictureModel | undefined;
  let colors: Colors = { bright: [], dim: '' };
  return (model) => {
    if (model === last) return colors;
    const isAsFaint = Boolean(model.focus) === Boolean(last?.focus) && model.edgeShown === last?.edgeShown;
    const isSame = isAsFaint && model.palette === last?.palette;
    last = model;
    if (isSame) return colors;
    const { edge, dimEdge } = model.palette;
    const count = model.edgeShown.reduce((sum, flag) => sum + flag, 0);
    const faint = model.focus === undefined ? Math.max(FAINTEST, Math.min(1, Math.sqrt(MANY_LINES / count))) : 1;
    const known = new Map<string, string>();
    const colorOf = (attributes: EdgeAttributes): string => {
      const name = classOf(attributes.type);
      const opacity = edgeOpacity(attributes) * faint;
      const key = `${name} ${opacity}`;
      const color = known.get(key) ?? withOpacity(edge[name], opacity);
      known.set(key, color);
      return color;
    };
    colors = { dim: dimEdge, bright: data.edges.map(({ attributes }) => colorOf(attributes)) };
    return colors;
  };
}

/** The largest communities have a colour each; the last one is of all others, and of who belongs to none. */
function communityColor(colors: readonly string[], community = colors.length - 1): string {
  return colors[Math.min(community, colors.length - 1)]!;
}

// A reducer is called for each item of each redraw: it changes the copy that sigma hands it, and makes nothing new.

export function reduceNode(data: GraphData, model: PictureModel, scale: number, index: number, attributes: DrawnNode): Partial<NodeDisplayData> {
  const display = attributes as DrawnNode & NodeDisplayData;
  const isDim = model.focus !== undefined && !model.focus.nodes.has(index);
  const { type, community } = data.nodes[index]!.attributes;
  const { palette } = model;
  const bright = model.colorBy === 'type' ? palette.node[colourTypeOf(type)] : communityColor(palette.communities, community);
  if (model.sizes !== undefined) display.size = model.sizes[index]! * scale;
  display.hidden = model.nodeShown[index] === 0;
  display.color = isDim ? palette.dimNode : bright;
  display.zIndex = isDim ? 0 : 1;
  return display;
}

/** 1 for edges with an end that a layout has no true place for: they are drawn faint, until one of them is asked about. */
export function edgesApart(data: GraphData, placed: readonly number[] | undefined): Uint8Array | undefined {
  if (placed === undefined) return undefined;
  const isPlaced = new Set(placed);
  return Uint8Array.from(data.edges, (_, edge) => (isPlaced.has(data.source[edge]!) && isPlaced.has(data.target[edge]!) ? 0 : 1));
}

export function reduceEdge(model: PictureModel, curvature: Float32Array, colors: Colors, isLarge: boolean, apart: Uint8Array | undefined, index: number, attributes: DrawnEdge): Partial<EdgeDisplayData> {
  const display = attributes as DrawnEdge & EdgeDisplayData;
  const isDim = model.focus === undefined ? apart?.[index] === 1 : !model.focus.edges.has(index);
  const bend = curvature[index]!;
  display.hidden = model.edgeShown[index] === 0;
  display.color = isDim ? colors.dim : colors.bright[index]!;
  display.curvature = bend;
  const isHairline = isLarge && (model.focus === undefined || isDim);
  display.type = isHairline ? 'hairline' : bend === 0 ? 'straight' : 'curved';
  display.zIndex = isDim ? 0 : 1;
  return display;
}
