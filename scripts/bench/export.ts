// Seconds, size and peak memory of each export of a large graph that is made edge by edge, never held.
// usage: tsx scripts/bench/export.ts [--nodes 100000] [--edges 1000000] [--formats graphml,gexf,csv,cypher,jsonld]
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exporterFor, exportFiles } from '../../graph/export/index.ts';
import { syntheticSource } from './synthetic-graph.ts';

const MIB = 1024 * 1024;

const { values } = parseArgs({
  options: { nodes: { type: 'string', default: '100000' }, edges: { type: 'string', default: '1000000' }, formats: { type: 'string', default: 'graphml,gexf,csv,cypher,jsonld' } },
});

const peak = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

const source = syntheticSource({ nodes: Number(values.nodes), edges: Number(values.edges) });
process.stdout.write(`${source.order} nodes, ${source.size} edges; the facts that they are made of take ${peak()} MiB\n`);
const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
try {
  for (const format of values.formats.split(',')) {
    const exporter = exporterFor(format);
    if (!exporter) throw new Error(`no format is called ${format}`);
    const start = performance.now();
    let bytes = 0;
    for (const { name, chunks } of exportFiles(source, exporter)) {
      const path = join(folder, name);
      const file = openSync(path, 'w');
      for (const chunk of chunks) writeSync(file, chunk);
      closeSync(file);
      bytes += statSync(path).size;
      rmSync(path);
    }
    process.stdout.write(`${format.padEnd(8)} ${((performance.now() - start) / 1000).toFixed(1)} s, ${Math.round(bytes / MIB)} MiB written, peak memory so far ${peak()} MiB\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
