import { bodyRadius, fullRadius, ROOM } from './layout-part.ts';
import type { TieGraph } from './ties.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Circle extends Point {
  readonly radius: number;
}

interface Placed {
  readonly part: TieGraph;
  readonly centre: Point;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const GAP = ROOM / 4;
/** Distance between neighbours on a sunflower is about 1.8 times this. */
const STEP = ROOM / 1.8;
const CELL = 2 * ROOM;

/** Circles by the cells of a grid that they touch, so that a free place is found without looking at all of them. */
class TakenPlaces {
  readonly #cells = new Map<string, Circle[]>();

  add(circle: Circle): void {
    for (const cell of this.#cellsOf(circle)) this.#cells.set(cell, [...(this.#cells.get(cell) ?? []), circle]);
  }

  isFree(circle: Circle): boolean {
    const touches = (other: Circle): boolean =>
      Math.hypot(circle.x - other.x, circle.y - other.y) < circle.radius + other.radius + GAP;
    return this.#cellsOf(circle).every((cell) => !this.#cells.get(cell)?.some(touches));
  }

  #cellsOf({ x, y, radius }: Circle): string[] {
    const reach = radius + GAP;
    const cells: string[] = [];
    for (let column = Math.floor((x - reach) / CELL); column <= Math.floor((x + reach) / CELL); column++) {
      for (let row = Math.floor((y - reach) / CELL); row <= Math.floor((y + reach) / CELL); row++) cells.push(`${column},${row}`);
    }
    return cells;
  }
}

/**
 * The first part in the middle, the others in the free places around its body: along a sunflower outwards, the widest
 * first, so that they surround it evenly.
 */
export function placeAround(parts: readonly TieGraph[]): Placed[] {
  const [middle, ...others] = parts;
  if (!middle) return [];
  const taken = new TakenPlaces();
  middle.forEachNode((_, { x, y, size }) => taken.add({ x, y, radius: size }));
  let index = Math.ceil((bodyRadius(middle) / STEP) ** 2);
  const around = others.map((part) => ({ part, radius: fullRadius(part) })).sort((a, b) => b.radius - a.radius);
  return [{ part: middle, centre: { x: 0, y: 0 } }, ...around.map(({ part, radius }) => {
    let circle: Circle;
    do circle = { ...onSunflower(++index), radius };
    while (!taken.isFree(circle));
    taken.add(circle);
    return { part, centre: circle };
  })];
}

function onSunflower(index: number): Point {
  const distance = STEP * Math.sqrt(index);
  return { x: distance * Math.cos(index * GOLDEN_ANGLE), y: distance * Math.sin(index * GOLDEN_ANGLE) };
}
