import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { fileSource } from '../../graph/file.ts';
import { mostImportantPart } from '../../graph/part.ts';

const whole = fileSource(fileURLToPath(new URL('../fixtures/small-graph.json', import.meta.url)));

describe('the most important part of a graph', () => {
  it('has the most mentioned nodes, all edges among them and the stories that these cite', () => {
    const part = mostImportantPart(whole, 8)!;
    const nodes = [...part.nodes()];
    const edges = [...part.edges()];
    expect(part.size).toBeLessThanOrEqual(8);
    expect([part.order, part.size]).toEqual([nodes.length, edges.length]);
    expect(part.attributes).toMatchObject({ part: { order: 15, size: 25 } });
    expect(nodes.map(({ key }) => key)).toEqual(nodes.map(({ key }) => key).toSorted());
    const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
    const least = Math.min(...nodes.filter(({ key }) => ends.has(key)).map(({ attributes }) => attributes.mentions));
    const kept = new Set(nodes.map(({ key }) => key));
    for (const { key, attributes } of whole.nodes()) if (attributes.mentions > least) expect([key, kept.has(key)]).toEqual([key, true]);
    const cited = new Set(edges.flatMap((edge) => edge.attributes.evidence.map(({ story }) => story)));
    expect(new Set(part.attributes.stories.map(({ id }) => id))).toEqual(cited);
  });

  it('lacks nobody whom it names', () => {
    for (let most = 1; most < 25; most += 1) {
      const part = mostImportantPart(whole, most)!;
      const kept = new Set([...part.nodes()].map(({ key }) => key));
      for (const { source, target, attributes } of part.edges()) {
        for (const key of [source, target, ...attributes.evidence.flatMap((item) => item.attributedTo)]) expect([most, key, kept.has(key)]).toEqual([most, key, true]);
      }
    }
  });

  it('is none of a graph that is small enough', () => {
    expect(mostImportantPart(whole, 25)).toBeUndefined();
  });
});
