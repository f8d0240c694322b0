import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../graph/file.ts';
import { exportGraph } from '../../../graph/export/index.ts';
import { csv } from '../../../graph/export/csv.ts';
import { exporterContract, filesOf, type Reading } from './export.contract.ts';
import { nastyGraph } from './nasty-graph.ts';

const small = readGraph(new URL('../../fixtures/small-graph.json', import.meta.url).pathname);

/** Rows of a table after RFC 4180, as records by the names of the first row; empty cells are left out. */
function rows(text: string): Record<string, string>[] {
  const cells: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/gy;
  for (let match = pattern.exec(text); match && match.index < text.length; match = pattern.exec(text)) {
    cells.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\n') cells.push([]);
  }
  if (cells.at(-1)?.length === 0) cells.pop();
  const [names = [], ...records] = cells;
  for (const record of records) expect(record.length).toBe(names.length);
  return records.map((record) => Object.fromEntries(record.flatMap((cell, index) => (cell === '' ? [] : [[names[index] ?? '', cell]]))));
}

const toReading = (nodes: [string, string][], edges: Record<string, string>[], ids: readonly [string, string, string], values: unknown[]): Reading =>
  ({ nodes: new Map(nodes), edges: edges.map((row) => ({ key: row[ids[0]] ?? '', source: row[ids[1]] ?? '', target: row[ids[2]] ?? '' })), values });

function readPlain(files: ReadonlyMap<string, string>): Reading {
  const nodes = rows(files.get('nodes.csv') ?? '');
  const edges = rows(files.get('edges.csv') ?? '');
  const values = [...nodes, ...edges, ...rows(files.get('evidence.csv') ?? ''), ...rows(files.get('stories.csv') ?? '')].flatMap((row) => Object.values(row));
  return toReading(nodes.map((row) => [row['id'] ?? '', row['label'] ?? '']), edges, ['id', 'source', 'target'], values);
}

function readNeo4j(files: ReadonlyMap<string, string>): Reading {
  const nodes = rows(files.get('entities.csv') ?? '');
  const edges = rows(files.get('relations.csv') ?? '');
  const values = [...nodes, ...edges, ...rows(files.get('evidence.csv') ?? '')].flatMap((row) => Object.values(row));
  return toReading(nodes.map((row) => [row['key:ID(Entity)'] ?? '', row['name'] ?? '']), edges, ['key', ':START_ID(Entity)', ':END_ID(Entity)'], values);
}

const unwritable = 'bell nul half\uFFFD end\uFFFE';
exporterContract('CSV', { exporter: csv, read: readPlain, unwritable });
exporterContract('CSV for neo4j-admin', { exporter: csv, options: { flavour: 'neo4j' }, read: readNeo4j, unwritable });

describe('CSV', () => {
  const files = filesOf(small, { exporter: csv });

  it('gives the edges where only one file can be written', () => {
    expect([...exportGraph(small, csv)].join('')).toBe(files.get('edges.csv'));
    expect(rows(files.get('edges.csv') ?? '').find(({ id }) => id?.includes('RECOGNISED'))).toMatchObject({
      source: 'country:IN', target: 'militia:taliban', type: 'RECOGNISED', kind: 'RECOGNISED (negated)', sourceLabel: 'India', targetLabel: 'Taliban',
      symmetric: 'false', polarity: 'negated', claimedBy: '["person:rohan-mehta"]', sentence: 'No government has recognised the Taliban, Mehta said, and India has not done so either.',
    });
  });

  it('has a row for every sentence and every story', () => {
    const evidence = rows(files.get('evidence.csv') ?? '');
    expect(evidence.length).toBe(26);
    expect(evidence.filter(({ type }) => type === 'MET').map(({ story, date, place }) => [story, date, place])).toEqual([
      ['sample-dubai-talks', '2025-01-13', 'place:ae/dubai'], ['sample-tehran-letters', '2025-01', 'place:ae/dubai'],
    ]);
    expect(rows(files.get('stories.csv') ?? '').map(({ outlet }) => outlet)).toEqual(['Sample Gazette', 'Sample Wire']);
  });
});

describe('CSV for neo4j-admin', () => {
  const files = filesOf(nastyGraph(), { exporter: csv, options: { flavour: 'neo4j' } });
  const table = (name: string): Record<string, string>[] => rows(files.get(name) ?? '');

  it('refers to ids that stand in the tables of nodes only', () => {
    const ids = (name: string, column: string): Set<string | undefined> => new Set(table(name).map((row) => row[column]));
    const entities = ids('entities.csv', 'key:ID(Entity)');
    const evidence = ids('evidence.csv', 'key:ID(Evidence)');
    const stories = ids('stories.csv', 'id:ID(Story)');
    expect(evidence.size).toBe(table('evidence.csv').length);
    for (const row of table('relations.csv')) expect(entities.has(row[':START_ID(Entity)']) && entities.has(row[':END_ID(Entity)'])).toBe(true);
    for (const row of table('evidence-entities.csv')) expect(evidence.has(row[':START_ID(Evidence)']) && entities.has(row[':END_ID(Entity)'])).toBe(true);
    for (const row of table('evidence-stories.csv')) expect(evidence.has(row[':START_ID(Evidence)']) && stories.has(row[':END_ID(Story)'])).toBe(true);
  });

  it('labels nodes and types relationships from the vocabulary', () => {
    expect(new Set(table('entities.csv').map((row) => row[':LABEL']))).toContain('Entity;ArmedGroup');
    expect(table('relations.csv').every((row) => /^[A-Z_]+$/.test(row[':TYPE'] ?? ''))).toBe(true);
    expect(table('relations.csv').find((row) => row[':TYPE'] === 'FOUGHT')).toMatchObject({ 'dateStart:date': '2024-01-01', 'dateEnd:date': '2024-12-31', 'symmetric:boolean': 'true' });
    expect(table('evidence-entities.csv').filter((row) => row[':TYPE'] === 'ATTRIBUTED_TO' && row['order:int'] === '0').length).toBeGreaterThan(5);
  });

  it('names the command that reads them', () => {
    const command = files.get('import.txt') ?? '';
    for (const name of files.keys()) if (name !== 'import.txt') expect(command).toContain(name);
  });
});
