import type { Command } from 'commander';
import { fileSource } from '../../graph/file.ts';
import { startServer } from '../server/index.ts';
import { portOf } from './port.ts';

/** `dragoman view [graph.json]`: serves the viewer on 127.0.0.1 until interrupted. */
export function addView(program: Command): void {
  program.command('view')
    .description('explore a graph in the browser')
    .argument('[graph]', 'the graph file', 'graph.json')
    .option('--port <number>', 'port on 127.0.0.1; a free one without it')
    .addHelpText('after', '\nExamples:\n  dragoman view\n  dragoman view graph.json --port 8080\n')
    .action(async (graphPath: string, options: { readonly port?: string }) => {
      const port = portOf(options.port);
      // What is no graph, or half of one, is said here and not in the browser.
      fileSource(graphPath);
      const server = await startServer({ graphPath, ...(port === undefined ? {} : { port }) });
      process.stdout.write(`${server.url}\n`);
      process.stderr.write('Open the address in a browser; Ctrl+C ends it. Edges are machine-read: check the sentence.\n');
      const stop = (): void => { void server.close().then(() => process.exit(0)); };
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
      endWithParent(stop);
    });
}

/**
 * Under `npm start` a shell stands between npm and this process, and dies of a signal without passing it on: what it
 * leaves behind must not go on serving.
 */
function endWithParent(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => { if (process.ppid !== parent) stop(); }, 500).unref();
}
