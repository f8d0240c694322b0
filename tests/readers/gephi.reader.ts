import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { gexf } from '../../graph/export/gexf.ts';
import { graphml } from '../../graph/export/graphml.ts';
import { exportGraph } from '../../graph/export/index.ts';
import { jarsOf, missingTools } from '../../scripts/neo4j/jars.ts';
import { NASTY_NAMES, nastyGraph, WITHOUT_UNWRITABLE } from '../graph/export/nasty-graph.ts';

// What the Gephi Toolkit gets back; Maven fetches its 83 MB once.

interface Reading {
  readonly issues: string;
  readonly dynamic: boolean;
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly edges: readonly Readonly<Record<string, unknown>>[];
}

const graph = nastyGraph();

function readBack(): Reading[] {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-gephi-'));
  try {
    const files = [graphml, gexf].map((exporter) => {
      const file = join(folder, `graph.${exporter.extension}`);
      writeFileSync(file, [...exportGraph(graph, exporter)].join(''));
      return file;
    });
    const jars = jarsOf('gephi.pom.xml');
    const [jar = ''] = readdirSync(jars);
    const program = new URL('ReadWithGephi.java', import.meta.url).pathname;
    const { status, stdout, stderr } = spawnSync('java', ['-Xmx768m', '-Djava.awt.headless=true', '-cp', join(jars, jar), program, ...files], { encoding: 'utf8', maxBuffer: 1 << 26 });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Reading[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const missing = missingTools();
if (missing.length) process.stderr.write(`tests/readers/gephi: ${missing.join(' and ')} missing; NOT tested\n`);
it.runIf(process.env['CI'] === 'true')('java and mvn are there where CI runs', () => expect(missing).toEqual([]));

describe.skipIf(missing.length > 0)('Gephi', () => {
  let readings: Record<string, Reading>;
  beforeAll(() => {
    const [fromGraphml, fromGexf] = readBack();
    if (!fromGraphml || !fromGexf) throw new Error('Gephi read less than two files');
    readings = { graphml: fromGraphml, gexf: fromGexf };
  });
  const of = (format: string): Reading => readings[format] as Reading;

  it.each(['graphml', 'gexf'])('reads every node and name of %s, and has nothing to complain of', (format) => {
    const { nodes, issues } = of(format);
    expect(issues).toBe('');
    expect(new Set(nodes.map(({ id }) => id))).toEqual(new Set(graph.nodes()));
    const labels = nodes.map(({ label }) => label);
    for (const name of [...NASTY_NAMES, WITHOUT_UNWRITABLE]) expect(labels).toContain(name);
  });

  it.each(['graphml', 'gexf'])('keeps parallel edges of %s apart, each directed', (format) => {
    const { edges } = of(format);
    expect(new Map(edges.map(({ id, source, target }) => [id, [source, target]]))).toEqual(new Map(graph.mapEdges((key, _, source, target) => [key, [source, target]])));
    expect(edges.filter(({ directed }) => directed !== true)).toEqual([]);
  });

  it.each(['graphml', 'gexf'])('reads the attributes of %s in their types', (format) => {
    const { nodes, edges } = of(format);
    expect(nodes.find(({ id }) => id === 'place:ae/dubai')).toMatchObject({ label: 'Dubai', type: 'Place', lat: 25.2697, mentions: 4, community: 2, aliases: '["Dubai","دبي"]' });
    expect(edges.find(({ label }) => label === 'FOUGHT')).toMatchObject({ symmetric: true, polarity: 'affirmed', modality: 'asserted', confidence: 0.87, weight: 1, status: 'reported', firstSeen: '2024' });
  });

  it('lays the nodes out as computed and gives edges their time', () => {
    expect(of('gexf').dynamic).toBe(true);
    expect(of('gexf').edges.find(({ label }) => label === 'FOUGHT')).toHaveProperty('Interval', `<[${Date.UTC(2024, 0, 1)}.0, ${Date.UTC(2024, 11, 31)}.0]>`);
    for (const format of ['graphml', 'gexf']) expect(new Set(of(format).nodes.map(({ x, y }) => `${String(x)} ${String(y)}`)).size).toBeGreaterThan(10);
  });
});
