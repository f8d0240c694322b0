import { describe, expect, it } from 'vitest';
import { indexGraph } from '../../../viewer/state/graph-data.ts';
import { pairsOf } from '../../../viewer/state/pairs.ts';
import { actorsOf, rollUp } from '../../../viewer/state/roll-up.ts';
import { smallGraph } from './fixture.ts';

const rolled = rollUp(smallGraph());
const keys = rolled.edges.map((edge) => edge.key);

describe('rollUp', () => {
  it('lets officials stand for what their office is in, ministries and places for their country', () => {
    const actors = actorsOf(smallGraph().nodes);
    expect(actors.get('person:rohan-mehta')).toBe('country:IN');
    expect(actors.get('person:gul-agha-noori')).toBe('militia:taliban');
    expect(actors.get('organisation:in/ministry-of-external-affairs')).toBe('country:IN');
    expect(actors.get('place:ae/dubai')).toBe('country:AE');
    expect(actors.has('group:western-governments')).toBe(false);
    expect(actors.has('event:gaza-war')).toBe(false);
  });

  it('joins countries and armed groups only, and keeps every sentence', () => {
    expect(rolled.nodes.every((node) => ['Country', 'ArmedGroup'].includes(node.attributes.type))).toBe(true);
    expect(keys).toContain('country:IN|MET|militia:taliban|affirmed|asserted');
    expect(keys).toContain('country:IN|CRITICISED|country:PK|affirmed|asserted');
    expect(keys).toContain('country:IR|THREATENED|country:IL|affirmed|asserted');
    expect(keys.some((key) => /BORDERS|HOLDS_ROLE_IN|PART_OF/.test(key))).toBe(false);
    expect(rolled.edges.find((edge) => edge.key.includes('|MET|'))!.attributes.evidence.length).toBe(2);
  });

  it('merges what comes to the same', () => {
    const file = smallGraph();
    const met = file.edges.find((edge) => edge.key.includes('|MET|'))!;
    const twin = { ...met, key: 'twin', source: 'country:IN', target: 'militia:taliban' };
    const merged = rollUp({ ...file, edges: [met, twin] }).edges;
    expect(merged.length).toBe(1);
    expect(merged[0]!.attributes.weight).toBe(4);
    expect(merged[0]!.attributes.confidence).toBeGreaterThan(met.attributes.confidence);
  });

  it('balances each pair', () => {
    const data = indexGraph(rolled);
    const pairs = pairsOf(data, () => true).map(({ a, b, balance }) => [data.nodes[a]!.key, data.nodes[b]!.key, balance.cooperation, balance.conflict]);
    expect(pairs).toContainEqual(['country:IN', 'militia:taliban', 2, 0]);
    expect(pairs).toContainEqual(['country:IN', 'country:PK', 0, 2]);
    expect(pairs).toContainEqual(['country:PK', 'militia:taliban', 0, 0]);
    expect(pairs.at(-1)!.slice(2)).toEqual([0, 0]);
    // Of two sentences the filters may leave one.
    const [first] = pairsOf(data, (edge) => data.edges[edge]!.attributes.type === 'MET', () => 1);
    expect(first!.balance).toEqual({ cooperation: 1, conflict: 0 });
  });
});
