import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { csv } from '../../graph/export/csv.ts';
import { gexf } from '../../graph/export/gexf.ts';
import { graphml } from '../../graph/export/graphml.ts';
import { exportFiles, type Exporter, type ExportOptions } from '../../graph/export/index.ts';
import { jsonld } from '../../graph/export/jsonld.ts';
import type { DragomanGraph } from '../../graph/schema.ts';
import { NASTY_NAMES, nastyGraph, WITHOUT_UNWRITABLE } from '../graph/export/nasty-graph.ts';

// What NetworkX and rdflib get back. `python3 -m pip install -r tests/readers/requirements.txt` gives both.

interface Reading {
  readonly class: string;
  readonly nodes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly edges: readonly Readonly<Record<string, unknown>>[];
}

interface Report extends Readonly<Record<'gephi' | 'yed' | 'neo4j' | 'pairs' | 'gexf', Reading>> {
  readonly jsonld: { readonly triples: number; readonly again: number; readonly quotations: number; readonly statements: number; readonly names: string[]; readonly claims: string[][] };
  readonly nodes: readonly Record<string, string>[];
  readonly edges: readonly Record<string, string>[];
}

/** Exports the graph in every format and lets the Python readers say what they see. */
function readBack(graph: DragomanGraph): Report {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-readers-'));
  try {
    for (const flavour of ['gephi', 'yed', 'neo4j'] as const) save(graph, folder, graphml, { flavour }, `${flavour}.graphml`);
    save(graph, folder, graphml, { aggregate: true }, 'pairs.graphml');
    for (const exporter of [gexf, jsonld, csv]) save(graph, folder, exporter);
    const script = new URL('read.py', import.meta.url).pathname;
    const { stdout, stderr, status } = spawnSync('python3', [script, folder], { encoding: 'utf8', maxBuffer: 1 << 26 });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function save(graph: DragomanGraph, folder: string, exporter: Exporter, options: ExportOptions = {}, name?: string): void {
  for (const file of exportFiles(graph, exporter, options)) {
    writeFileSync(join(folder, name ?? file.name), [...file.chunks].join(''));
  }
}

const installed = spawnSync('python3', ['-c', 'import networkx, rdflib'], { encoding: 'utf8' }).status === 0;
if (!installed) process.stderr.write('tests/readers: python3 with networkx and rdflib is missing; what they read is NOT tested\n');

it.runIf(process.env['CI'] === 'true')('the Python readers are there where CI runs', () => expect(installed).toBe(true));

describe.skipIf(!installed)('NetworkX and rdflib', () => {
  const graph = nastyGraph();
  const pairs = new Set(graph.mapEdges((_, __, source, target) => `${source} ${target}`)).size;
  let report: Report;
  beforeAll(() => { report = readBack(graph); }, 120_000);

  it.each(['gephi', 'yed', 'neo4j', 'gexf'] as const)('give back every node, edge and name of %s as a directed multigraph', (name) => {
    const { class: kind, nodes, edges } = report[name];
    expect(kind).toBe('MultiDiGraph');
    expect(new Set(Object.keys(nodes))).toEqual(new Set(graph.nodes()));
    expect(new Map(edges.map(({ key, source, target }) => [key, [source, target]]))).toEqual(new Map(graph.mapEdges((key, _, source, target) => [key, [source, target]])));
    const names = Object.values(nodes).map((node) => node[name === 'neo4j' ? 'name' : 'label']);
    for (const nasty of [...NASTY_NAMES, WITHOUT_UNWRITABLE]) expect(names).toContain(nasty);
  });

  it('give back one edge a pair where that was asked for', () => {
    expect([report.pairs.class, report.pairs.edges.length]).toEqual(['DiGraph', pairs]);
  });

  it.each(['gephi', 'gexf'] as const)('give back the attributes of %s in their types', (name) => {
    const { nodes, edges } = report[name];
    expect(nodes['place:ae/dubai']).toMatchObject({ label: 'Dubai', type: 'Place', lat: 25.2697, mentions: 4, community: 2, aliases: '["Dubai","دبي"]' });
    const fought = edges.find(({ type }) => type === 'FOUGHT');
    expect(fought).toMatchObject({ symmetric: true, polarity: 'affirmed', modality: 'asserted', confidence: 0.87, weight: 1, status: 'reported', firstSeen: '2024' });
    const [evidence] = JSON.parse(fought?.['evidence'] as string) as { text: string }[];
    expect(evidence?.text).toContain('exchanged fire in 2024');
  });

  it('give back time and place in the picture of GEXF', () => {
    expect(report.gexf.edges.find(({ type }) => type === 'FOUGHT')).toMatchObject({ start: '2024-01-01', end: '2024-12-31' });
    expect(report.gexf.nodes['country:IN']).toMatchObject({ viz: { position: { x: -40, y: 10 }, size: 10 } });
  });

  it('give back every sentence of JSON-LD, and who claims what', () => {
    const { triples, again, quotations, statements, names, claims } = report.jsonld;
    expect(again).toBe(triples);
    expect([quotations, statements]).toEqual([graph.size + 1, graph.size]);
    for (const nasty of NASTY_NAMES) expect(names).toContain(nasty);
    expect(claims.map(([claimant, source, target]) => [claimant, source, target])).toEqual([
      ['Leila Farahani', 'Iran', 'Israel'], ['Ministry of External Affairs (India)', 'Pakistan', 'Afghanistan'],
    ]);
  });

  it('give back the tables', () => {
    expect([report.nodes.length, report.edges.length]).toEqual([graph.order, graph.size]);
    for (const nasty of NASTY_NAMES) expect(report.nodes.map(({ label }) => label)).toContain(nasty);
  });
});
