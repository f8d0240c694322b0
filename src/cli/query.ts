import { Option, type Command } from 'commander';
import { asCsv, asJson, asTable, QueryDatabase } from '../../graph/query/index.ts';
import { asBuiltOption } from './corrected.ts';

interface QueryCommandOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly asBuilt?: boolean;
}

/** `dragoman query 'MATCH …' [graph.json]`: Cypher on the embedded database, for reading only. */
export function addQuery(program: Command): void {
  program.command('query')
    .description('ask a graph in Cypher, without a server')
    .argument('<query>', 'a query that reads, as in docs/cypher.md')
    .argument('[graph]', 'the graph file', 'graph.json')
    .option('--json', 'print a list of objects')
    .addOption(new Option('--csv', 'print a table for a spreadsheet').conflicts('json'))
    .addOption(asBuiltOption())
    .addHelpText('after', `
The graph is loaded into a database file beside it (graph.json.….lbug), which is made anew when the graph
or corrections.json beside it changes.

Examples:
  dragoman query "MATCH (a)-[r:MET]->(b) RETURN a.name, b.name"
  dragoman query "MATCH (p:Person)-[r:HOLDS_ROLE_IN]->(c) RETURN p.name, r.titles, c.name" week.json --csv
`)
    .action(async (query: string, graph: string, options: QueryCommandOptions) => { await run(query, graph, options); });
}

async function run(query: string, graphPath: string, options: QueryCommandOptions): Promise<void> {
  const database = await QueryDatabase.open(graphPath, { asBuilt: options.asBuilt === true });
  try {
    const table = await database.run(query);
    process.stdout.write(options.json ? asJson(table) : options.csv ? asCsv(table) : asTable(table));
    if (!options.json && !options.csv) process.stderr.write(`${table.rows.length} ${table.rows.length === 1 ? 'row' : 'rows'}\n`);
  } finally {
    await database.close();
  }
}
