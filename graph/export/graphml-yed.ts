import type { NodeRecord } from '../schema.ts';
import { nodeColour } from './palette.ts';
import { xmlAttribute, xmlText } from './xml.ts';

// yEd's own elements in GraphML, https://yed.yworks.com/support/manual/graphml.html

export const YED_NAMESPACES = ' xmlns:y="http://www.yworks.com/xml/graphml"';
export const YED_KEYS =
  '  <key id="node_graphics" for="node" yfiles.type="nodegraphics"/>\n  <key id="edge_graphics" for="edge" yfiles.type="edgegraphics"/>\n';

const WIDEST = 6;
const SHAPES: Readonly<Record<NodeRecord['attributes']['type'], string>> = {
  Country: 'ellipse', Person: 'roundrectangle', Organisation: 'rectangle', ArmedGroup: 'diamond', Place: 'hexagon', Group: 'octagon', Event: 'parallelogram',
};

/** A shape of the node's size at its place; yEd's y axis points down. */
export function yedNode({ attributes: { label, type, x = 0, y = 0, size = 10 } }: NodeRecord): string {
  const width = 2 * size;
  const plain = (value: number): string => xmlAttribute(Math.round(value * 100) / 100);
  return '      <data key="node_graphics"><y:ShapeNode>'
    + `<y:Geometry x="${plain(x - size)}" y="${plain(-y - size)}" width="${plain(width)}" height="${plain(width)}"/>`
    + `<y:Fill color="${nodeColour(type)}" transparent="false"/><y:BorderStyle color="#333333" type="line" width="1.0"/>`
    + `<y:NodeLabel modelName="sides" modelPosition="s" fontSize="12" visible="true">${xmlText(label)}</y:NodeLabel>`
    + `<y:Shape type="${SHAPES[type]}"/></y:ShapeNode></data>\n`;
}

export interface DrawnEdge {
  readonly label: string;
  readonly colour: string;
  readonly weight: number;
  readonly arrow: boolean;
  readonly solid: boolean;
}

export function yedEdge({ label, colour, weight, arrow, solid }: DrawnEdge): string {
  const width = Math.min(WIDEST, 1 + Math.log2(weight)).toFixed(1);
  return '      <data key="edge_graphics"><y:PolyLineEdge>'
    + `<y:LineStyle color="${colour}" type="${solid ? 'line' : 'dashed'}" width="${width}"/>`
    + `<y:Arrows source="none" target="${arrow ? 'standard' : 'none'}"/>`
    + `<y:EdgeLabel fontSize="9" visible="true">${xmlText(label)}</y:EdgeLabel>`
    + '<y:BendStyle smoothed="false"/></y:PolyLineEdge></data>\n';
}
