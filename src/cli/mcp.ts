import type { Command } from 'commander';
import { packageVersion } from './package-folder.ts';

/** `dragoman mcp [graph.json]`: the Model Context Protocol on standard input and output. */
export function addMcp(program: Command): void {
  program.command('mcp')
    .description('answer an assistant (Model Context Protocol, standard input and output)')
    .argument('[graph]', 'the graph file', 'graph.json')
    .addHelpText('after', `
An assistant starts it by itself; docs/api.md says how to make it known to one.

Examples:
  dragoman mcp /data/week.json
`)
    .action(async (graphPath: string) => {
      // The protocol's package is large: no other command needs it.
      const { serveAssistant } = await import('../mcp/index.ts');
      await serveAssistant({ graphPath, version: packageVersion() });
    });
}
