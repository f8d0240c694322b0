import type { EdgeClass, NodeType } from '../state/vocabulary.ts';
import { EDGE_CLASS_LIST, NODE_TYPE_LIST } from '../state/vocabulary.ts';

/** The picture's colours, as CSS writes them. */
export interface Palette {
  readonly node: Readonly<Record<NodeType, string>>;
  readonly edge: Readonly<Record<EdgeClass, string>>;
  readonly background: string;
  readonly text: string;
  readonly faintText: string;
  readonly accent: string;
  readonly land: string;
  readonly border: string;
  readonly dimNode: string;
  readonly dimEdge: string;
  readonly communities: readonly string[];
  readonly font: string;
}

/** Reads the colours from the style sheet, the one place where they stand (styles/theme.css). */
export function readPalette(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    node: Object.fromEntries(NODE_TYPE_LIST.map((type) => [type, read(`node-${type}`)])) as Record<NodeType, string>,
    edge: Object.fromEntries(EDGE_CLASS_LIST.map((name) => [name, read(`edge-${name}`)])) as Record<EdgeClass, string>,
    background: read('picture'),
    text: read('text'),
    faintText: read('text-faint'),
    accent: read('accent'),
    land: read('land'),
    border: read('border'),
    dimNode: read('dim-node'),
    dimEdge: read('dim-edge'),
    communities: Array.from({ length: 10 }, (_, index) => read(`community-${index}`)),
    font: style.fontFamily,
  };
}

/** A "#rrggbb" or "#rgb" colour with an opacity of 0 to 1. */
export function withOpacity(hex: string, opacity: number): string {
  const color = hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex;
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `rgba(${red},${green},${blue},${opacity})`;
}
