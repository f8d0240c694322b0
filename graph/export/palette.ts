import { ownNodeType } from '../../src/model/vocabulary.ts';
import type { EdgeClass, NodeType } from '../schema.ts';

/** `#rrggbb`, those of the viewer on a light page. */
const NODE_COLOURS: Readonly<Record<NodeType, string>> = {
  Country: '#2465ad',
  Person: '#b8570f',
  Organisation: '#7149b0',
  ArmedGroup: '#a8203c',
  Place: '#2b7a4b',
  Group: '#7d6a10',
  Event: '#56616d',
};

/** Of a user's own type the colour is that of the type which it is like. */
export function nodeColour(type: NodeType): string {
  return NODE_COLOURS[type] ?? NODE_COLOURS[ownNodeType(type)?.like ?? 'Organisation'];
}

export const CLASS_COLOURS: Readonly<Record<EdgeClass, string>> = {
  'verbal-cooperation': '#2f86b8',
  'material-cooperation': '#0f7567',
  'verbal-conflict': '#bf6a12',
  'material-conflict': '#bd1f2d',
  structure: '#858a92',
};

/** Red, green and blue, 0 to 255. */
export function rgb(colour: string): [r: number, g: number, b: number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
