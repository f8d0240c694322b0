import { describe, expect, it } from 'vitest';
import { DragomanError } from '../../../src/errors.ts';
import { EXPORTERS, exporterFor, exportGraph } from '../../../graph/export/index.ts';
import { html } from '../../../graph/export/html.ts';
import { graphDocument } from '../../../graph/json.ts';
import { sourceOf } from '../../../graph/source.ts';
import type { GraphFile } from '../../../graph/schema.ts';
import { exporterContract, type Reading } from './export.contract.ts';
import { nastyGraph, STRICT_NAME } from './nasty-graph.ts';

const template = '<!doctype html>\n<title>$& viewer</title>\n<script type="application/json" id="graph"></script>\n<script type="module">run("$1")</script>\n';

function embedded(page: string): string {
  const start = page.indexOf('id="graph">') + 'id="graph">'.length;
  return page.slice(start, page.indexOf('</script>', start));
}

function read(files: ReadonlyMap<string, string>): Reading {
  const graph = JSON.parse(embedded(files.get('graph.html') ?? '')) as GraphFile;
  return {
    nodes: new Map(graph.nodes.map(({ key, attributes }) => [key, attributes.label])),
    edges: graph.edges,
    values: [...graph.nodes, ...graph.edges].flatMap(({ attributes }) => Object.values(attributes)).map((value) => (typeof value === 'object' ? JSON.stringify(value) : value)),
  };
}

exporterContract('HTML', { exporter: html, options: { template }, read, unwritable: STRICT_NAME });

describe('HTML', () => {
  const graph = nastyGraph();
  const page = [...exportGraph(graph, html, { template })].join('');

  it('holds the same graph as graph.json, with nothing in it that a page could take for a tag', () => {
    expect(JSON.parse(embedded(page))).toEqual(JSON.parse([...graphDocument(sourceOf(graph))].join('')));
    expect(embedded(page)).not.toContain('<');
  });

  it('leaves the rest of the viewer as it was', () => {
    expect(page.replace(embedded(page), '')).toBe(template);
  });

  it('says so when the viewer is missing or has no place for the graph', () => {
    expect(() => [...exportGraph(graph, html)]).toThrow(DragomanError);
    expect(() => [...exportGraph(graph, html, { template: '<p>no place</p>' })]).toThrow(DragomanError);
  });
});

describe('the list of formats', () => {
  it('has each format once, found by its name', () => {
    const formats = EXPORTERS.map(({ format }) => format);
    expect([...formats].sort()).toEqual(['csv', 'cypher', 'gexf', 'graphml', 'html', 'jsonld']);
    for (const exporter of EXPORTERS) expect(exporterFor(exporter.format)).toBe(exporter);
    expect(exporterFor('toString')).toBeUndefined();
  });
});
