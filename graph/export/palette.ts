import type { EdgeClass, NodeType } from '../schema.ts';

/** `#rrggbb`, apart for the colour-blind too (after Okabe and Ito). */
export const NODE_COLOURS: Readonly<Record<NodeType, string>> = {
  Country: '#0072b2',
  Person: '#e69f00',
  Organisation: '#009e73',
  ArmedGroup: '#d55e00',
  Place: '#7f7f7f',
  Group: '#cc79a7',
  Event: '#8c6bb1',
};

export const CLASS_COLOURS: Readonly<Record<EdgeClass, string>> = {
  'verbal-cooperation': '#56b4e9',
  'material-cooperation': '#0072b2',
  'verbal-conflict': '#e69f00',
  'material-conflict': '#d55e00',
  structure: '#999999',
};

/** Red, green and blue, 0 to 255. */
export function rgb(colour: string): [r: number, g: number, b: number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
