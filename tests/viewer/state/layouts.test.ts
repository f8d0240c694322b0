import { describe, expect, it } from 'vitest';
import { indexGraph } from '../../../viewer/state/graph-data.ts';
import { circleLayout, communityLayout, storedLayout, type Positions } from '../../../viewer/state/layouts.ts';
import { mapLayout, outlineOf, project, type Topology } from '../../../viewer/state/world.ts';
import { smallGraph } from './fixture.ts';

const data = indexGraph(smallGraph());
const place = (positions: Positions, key: string): { x: number; y: number } => {
  const node = data.nodeAt.get(key)!;
  return { x: positions[2 * node]!, y: positions[2 * node + 1]! };
};
const distance = (a: { x: number; y: number }, b: { x: number; y: number }): number => Math.hypot(a.x - b.x, a.y - b.y);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('layouts', () => {
  it('takes the file’s own places', () => {
    expect(place(storedLayout(data), 'country:IR')).toEqual({ x: 60, y: -30 });
  });

  it('puts all nodes on one circle, none upon another', () => {
    const positions = circleLayout(data);
    const radii = data.nodes.map(({ key }) => distance(place(positions, key), { x: 0, y: 0 }));
    for (const radius of radii) expect(radius).toBeCloseTo(radii[0]!, 3);
    expect(new Set(data.nodes.map(({ key }) => JSON.stringify(place(positions, key)))).size).toBe(data.nodes.length);
  });

  it('keeps communities apart: the discs around them do not touch', () => {
    const positions = communityLayout(data);
    const communities = [...new Set(data.nodes.map((node) => node.attributes.community))];
    const discs = communities.map((community) => {
      const nodes = data.nodes.filter((node) => node.attributes.community === community);
      const points = nodes.map(({ key }) => place(positions, key));
      const centre = { x: mean(points.map((point) => point.x)), y: mean(points.map((point) => point.y)) };
      return { centre, radius: Math.max(...points.map((point) => distance(point, centre))) };
    });
    discs.forEach((a, at) => discs.slice(at + 1).forEach((b) => expect(distance(a.centre, b.centre)).toBeGreaterThan(a.radius + b.radius)));
  });
});

describe('the world map', () => {
  it('projects by Equal Earth: the equator’s ends and the pole are where its authors put them', () => {
    expect(project(0, 0)).toEqual({ x: 0, y: 0 });
    expect(project(180, 0).x / 150).toBeCloseTo(2.70663, 4);
    expect(project(0, 90).y / 150).toBeCloseTo(1.31737, 4);
    expect(project(-90, -45).x).toBeCloseTo(-project(90, 45).x, 9);
  });

  it('puts countries and places at their coordinates and others around their country', () => {
    const { positions, placed } = mapLayout(data);
    expect(placed).not.toContain(data.nodeAt.get('group:western-governments'));
    const iran = place(positions, 'country:IR');
    expect(distance(iran, project(53, 32))).toBeLessThan(0.01);
    expect(distance(place(positions, 'person:leila-farahani'), iran)).toBeLessThan(20);
    expect(place(positions, 'group:western-governments').y).toBeLessThan(project(0, -60).y);
  });

  it('reads the borders of a topology, a turned arc backwards', () => {
    const topology: Topology = {
      transform: { scale: [1, 1], translate: [10, 20] },
      arcs: [[[0, 0], [1, 0], [0, 1]], [[0, 0], [0, 1], [1, 0]]],
      objects: { countries: { geometries: [{ type: 'Polygon', arcs: [[0, -2]] }] } },
    };
    const [ring] = outlineOf(topology);
    const expected = [[10, 20], [11, 20], [11, 21], [11, 21], [10, 21], [10, 20]].map(([lon, lat]) => project(lon!, lat!));
    expect([...ring!]).toEqual([...Float32Array.from(expected.flatMap(({ x, y }) => [x, y]))]);
  });
});
