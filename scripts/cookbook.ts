// Runs the queries of docs/cypher.md on a real Neo4j and on the embedded database, and writes their output into the page.
// usage: tsx scripts/cookbook.ts            (with --check nothing is written)

import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { readGraph } from '../graph/file.ts';
import { pushGraph } from '../graph/neo4j/index.ts';
import { asTable, QueryDatabase, type PlainValue, type QueryTable } from '../graph/query/index.ts';
import { startNeo4j } from './neo4j/server.ts';

export const PAGE = new URL('../docs/cypher.md', import.meta.url).pathname;
export const GRAPH = new URL('../tests/fixtures/samples-graph.json', import.meta.url).pathname;

/** A question of the page. */
export interface Question {
  readonly title: string;
  /** For Neo4j, and for the embedded database where it is spelled alike. */
  readonly query: string;
  /** The spelling of the embedded database where it differs. */
  readonly embedded?: string;
  /** What the page says that both give. */
  readonly output: string;
}

const QUESTION = /^### (?<title>.+)\n[^]*?```cypher\n(?<query>[^]*?)```\n(?:[^`]*?```cypher embedded\n(?<embedded>[^]*?)```\n)?[^`]*?```text\n(?<output>[^]*?)```$/gm;

/** The questions of a page, in its order. */
export function questionsOf(page: string): Question[] {
  return [...page.matchAll(QUESTION)].map(({ groups = {} }) => {
    const { title = '', query = '', embedded, output = '' } = groups;
    return { title, query, output, ...(embedded === undefined ? {} : { embedded }) };
  });
}

/** A value of the driver as the embedded database gives it: days as text. */
export function plainOfDriver(value: unknown): PlainValue {
  if (neo4j.isDate(value)) return value.toString();
  if (Array.isArray(value)) return value.map(plainOfDriver);
  return (value ?? null) as PlainValue;
}

type Run = (query: string) => Promise<QueryTable>;

async function rewrite(page: string, onNeo4j: Run, onEmbedded: Run): Promise<string> {
  let text = page;
  for (const { title, query, embedded, output } of questionsOf(page)) {
    const wanted = asTable(await onNeo4j(query));
    const got = await onEmbedded(embedded ?? query).then(asTable, (error: Error) => error.message);
    if (got !== wanted) process.stderr.write(`${title}: the two differ\n${wanted}${got}\n`);
    const at = text.indexOf(`### ${title}\n`);
    const block = text.indexOf('```text\n', at) + '```text\n'.length;
    text = text.slice(0, block) + wanted + text.slice(block + output.length);
  }
  return text;
}

async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'dragoman-cookbook-'));
  const password = 'sample-password';
  copyFileSync(GRAPH, join(home, 'graph.json'));
  const server = await startNeo4j({ home: join(home, 'neo4j'), password, shortLived: true });
  const driver = neo4j.driver(server.uri, neo4j.auth.basic('neo4j', password), { disableLosslessIntegers: true });
  const database = await QueryDatabase.open(join(home, 'graph.json'));
  try {
    await pushGraph(readGraph(GRAPH), { uri: server.uri, user: 'neo4j', password });
    const onNeo4j: Run = async (query) => {
      const { keys, records } = await driver.executeQuery(query);
      return { columns: keys, rows: records.map((record) => keys.map((key) => plainOfDriver(record.get(key)))) };
    };
    const page = readFileSync(PAGE, 'utf8');
    const text = await rewrite(page, onNeo4j, (query) => database.run(query));
    if (!process.argv.includes('--check')) writeFileSync(PAGE, text);
    else if (text !== page) process.exitCode = 1;
  } finally {
    await database.close();
    await driver.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

if (import.meta.filename === process.argv[1]) await main();
