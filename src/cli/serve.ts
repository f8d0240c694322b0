import type { Command } from 'commander';
import { packageVersion } from './package-folder.ts';
import { portOf } from './port.ts';

/** `dragoman serve [graph.json]`: the HTTP API on 127.0.0.1 until interrupted. */
export function addServe(program: Command): void {
  program.command('serve')
    .description('answer programs over HTTP: search, nodes, pairs, evidence, paths, Cypher, export')
    .argument('[graph]', 'the graph file', 'graph.json')
    .option('--port <number>', 'port on 127.0.0.1; a free one without it')
    .addHelpText('after', `
The address is printed first; what it offers stands at / for people and at /openapi.json for programs.

Examples:
  dragoman serve
  dragoman serve week.json --port 8080
  curl 'http://127.0.0.1:8080/v1/search?q=muttaqi'
`)
    .action(async (graphPath: string, options: { readonly port?: string }) => {
      const port = portOf(options.port);
      // Schemas and descriptions take a while to load: no other command needs them.
      const { startApi } = await import('../api/index.ts');
      const server = await startApi({ graphPath, version: packageVersion(), ...(port === undefined ? {} : { port }) });
      process.stdout.write(`${server.url}\n`);
      process.stderr.write('Open the address to see what it offers; Ctrl+C ends it. Edges are machine-read: check the sentence.\n');
      const stop = (): void => { void server.close().then(() => process.exit(0)); };
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    });
}
