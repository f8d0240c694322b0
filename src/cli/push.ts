import type { Command } from 'commander';
import { checkUri, describeLoaded, pushGraph, type Loaded, type PushSummary } from '../../graph/neo4j/index.ts';
import { asBuiltOption, readCorrected } from './corrected.ts';
import { count } from './count.ts';
import { askPassword } from './password.ts';

interface PushCommandOptions {
  readonly uri: string;
  readonly user: string;
  readonly database?: string;
  readonly prune?: boolean;
  readonly asBuilt?: boolean;
  readonly json?: boolean;
}

/** `dragoman push graph.json --uri neo4j://…`: loads the graph into Neo4j. */
export function addPush(program: Command): void {
  program.command('push')
    .description('load a graph into Neo4j; run again, it replaces what changed')
    .argument('[graph]', 'the graph file', 'graph.json')
    .option('--uri <address>', 'the server: neo4j://, neo4j+s://, bolt:// or bolt+s://', 'neo4j://localhost:7687')
    .option('--user <name>', 'who logs in', 'neo4j')
    .option('--database <name>', "the database; the user's own without it")
    .option('--prune', 'also remove what earlier pushes wrote and this graph does not hold')
    .addOption(asBuiltOption())
    .option('--json', 'print the summary as JSON on stdout')
    .addHelpText('after', `
The password comes from NEO4J_PASSWORD, or is asked for at a terminal.

Examples:
  NEO4J_PASSWORD=… dragoman push graph.json
  dragoman push graph.json --uri neo4j+s://graphs.example.org --user analyst --database news --prune
`)
    .action(async (graph: string, options: PushCommandOptions) => { await push(graph, options); });
}

async function push(graphPath: string, options: PushCommandOptions): Promise<void> {
  const { uri, user, database, prune } = options;
  checkUri(uri);
  const source = readCorrected(graphPath, options.asBuilt);
  const password = await askPassword(user);
  const target = { uri, user, password, ...(database === undefined ? {} : { database }) };
  const summary = await pushGraph(source, target, { ...(prune ? { prune } : {}), onProgress: showProgress });
  clearProgress();
  if (options.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  process.stderr.write(`${uri}: ${summarise(summary)}\n`);
}

function showProgress(loaded: Loaded): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${describeLoaded(loaded)}`);
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
}

function summarise({ loaded, created, pruned }: PushSummary): string {
  const parts = [`${describeLoaded(loaded) || 'an empty graph'} loaded`, `new: ${count(created.nodes, 'node')} and ${count(created.relationships, 'relationship')}`];
  if (pruned) parts.push(`removed ${describeLoaded({ ...pruned, links: 0 }) || 'nothing'}`);
  if (pruned?.kept) parts.push(`kept ${count(pruned.kept, 'node')} gone from the graph, for relationships of others hang on ${pruned.kept === 1 ? 'it' : 'them'}`);
  return parts.join('; ');
}
