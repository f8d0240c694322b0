import { describe, expect, it } from 'vitest';
import { GraphFormatError, readGraph } from '../../../viewer/state/read-graph.ts';
import { smallGraph, smallGraphText } from './fixture.ts';

const reasonOf = (text: string): string => {
  try {
    readGraph(text);
    return 'it was read';
  } catch (error) {
    return error instanceof GraphFormatError ? error.reason : `unexpected ${String(error)}`;
  }
};

describe('readGraph', () => {
  it('reads one document and one object a line alike', () => {
    const file = smallGraph();
    const lines = [{ graph: file.attributes }, ...file.nodes.map((node) => ({ node })), ...file.edges.map((edge) => ({ edge }))];
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    expect(readGraph(`${text}\n`)).toEqual(file);
    const nested = [{ graph: { attributes: file.attributes, options: file.options } }, ...lines.slice(1)];
    expect(readGraph(nested.map((line) => JSON.stringify(line)).join('\n'))).toEqual(file);
  });

  it.each([
    ['a text cut off', smallGraphText().slice(0, 4000), 'it is no valid JSON, perhaps cut off'],
    ['another JSON', '{"nodes":{}}', 'it has no nodes and edges'],
    ['null', 'null', 'it has no nodes and edges'],
    ['a later format', smallGraphText().replace('"format":1', '"format":9'), 'its attributes.format is not 1'],
    ['a line cut off', '{"graph":{"format":1}}\n{"node":{"key"', 'line 2 is no valid JSON, perhaps cut off'],
    ['lines without the graph', '{"node":{"key":"country:IN","attributes":{"type":"Country"}}}', 'its {"graph": …} line is missing'],
    ['an unknown node type', smallGraphText().replace('"type":"Event"', '"type":"Toaster"'), 'node event:gaza-war has no known type'],
    ['an edge to nowhere', smallGraphText().replace('"target":"event:gaza-war"', '"target":"event:none"'), 'edge country:IL|TOOK_PART_IN|event:gaza-war|affirmed|asserted has an end that is no node'],
  ])('says what is wrong with %s', (_, text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });
});
