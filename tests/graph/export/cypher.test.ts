import { describe, expect, it } from 'vitest';
import { cypher } from '../../../graph/export/cypher.ts';
import { cypherLiteral, cypherString } from '../../../graph/export/cypher-literal.ts';
import { exporterContract, filesOf, type Reading } from './export.contract.ts';
import { statements, type Statement } from './cypher-reader.ts';
import { nastyGraph, STRICT_NAME } from './nasty-graph.ts';

const rowsOf = (all: readonly Statement[], action: RegExp): Record<string, unknown>[] =>
  all.filter((one) => action.test(one.action)).flatMap(({ rows }) => rows);

function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

function read(files: ReadonlyMap<string, string>): Reading {
  const all = statements(files.get('graph.cypher') ?? '');
  const edges = rowsOf(all, /^AS row\nMATCH \(a:Entity/);
  return {
    nodes: new Map(rowsOf(all, /^AS row\nMERGE \(n:Entity/).map(({ key, name }) => [key as string, name as string])),
    edges: edges.map(({ source, target, properties }) => ({ key: (properties as { key: string }).key, source: source as string, target: target as string })),
    values: all.flatMap(({ rows }) => leaves(rows)),
  };
}

exporterContract('Cypher', { exporter: cypher, read, unwritable: STRICT_NAME });

describe('a Cypher script', () => {
  const all = statements(filesOf(nastyGraph(), { exporter: cypher }).get('graph.cypher') ?? '');

  it('has nothing but the vocabulary in the text of its statements', () => {
    const actions = new Set(all.map(({ action }) => action.replace(/\b(?:r|n):[A-Za-z_]+(?::[A-Za-z]+)*/g, '<name>')));
    expect([...actions].sort()).toEqual([
      'AS row\nMATCH (a:Entity {key: row.source}) MATCH (b:Entity {key: row.target}) MERGE (a)-[<name> {key: row.properties.key}]->(b) SET r = row.properties',
      'AS row\nMATCH (a:Evidence {key: row.from}) MATCH (b:Entity {key: row.to}) MERGE (a)-[:ATTRIBUTED_TO {order: row.order}]->(b)',
      'AS row\nMATCH (a:Evidence {key: row.from}) MATCH (b:Entity {key: row.to}) MERGE (a)-[:IN_PLACE]->(b)',
      'AS row\nMATCH (a:Evidence {key: row.from}) MATCH (b:Entity {key: row.to}) MERGE (a)-[:SOURCE]->(b)',
      'AS row\nMATCH (a:Evidence {key: row.from}) MATCH (b:Entity {key: row.to}) MERGE (a)-[:TARGET]->(b)',
      'AS row\nMATCH (a:Evidence {key: row.from}) MATCH (b:Story {id: row.to}) MERGE (a)-[:IN_STORY]->(b)',
      'AS row\nMERGE (<name> {key: row.key}) REMOVE <name> SET n = row SET <name>',
      'AS row\nMERGE (<name> {key: row.key}) SET n = row',
      'AS row\nMERGE (<name> {id: row.id}) SET n = row',
    ].sort());
  });

  it('has dates as dates and says who claims a sentence, outermost first', () => {
    const [fought] = rowsOf(all, /\[r:FOUGHT/);
    expect(fought?.['properties']).toMatchObject({ dateStart: { date: '2024-01-01' }, dateEnd: { date: '2024-12-31' }, symmetric: true, confidence: 0.87 });
    const claims = rowsOf(all, /ATTRIBUTED_TO/).filter(({ from }) => String(from).startsWith('person:nasty-0'));
    expect(claims.map(({ to, order }) => [String(to).slice(0, 14), order])).toEqual([['person:nasty-0', 0], ['country:IR', 1]]);
  });
});

describe('a Cypher literal', () => {
  it('escapes text so that it ends where it should', () => {
    expect(cypherString(`it's`)).toBe(String.raw`'it\'s'`);
    expect(cypherString('a\\')).toBe(String.raw`'a\\'`);
    expect(cypherString('line\nnext\0')).toBe(String.raw`'line\nnext\u0000'`);
  });

  it('never puts a backslash of the text before a "u"', () => {
    expect(cypherString(String.raw`\u0027`)).toBe(String.raw`'\\' + 'u0027'`);
    expect(cypherString(String.raw`\\U0001`)).toBe(String.raw`'\\\\' + 'U0001'`);
  });

  it('keeps fractions apart from whole numbers', () => {
    expect(cypherLiteral(1, 'double')).toBe('1.0');
    expect(cypherLiteral(1, 'int')).toBe('1');
    expect(cypherLiteral('2024-01-01', 'date')).toBe("date('2024-01-01')");
    expect(cypherLiteral(['a', "b'"], 'string[]')).toBe(String.raw`['a', 'b\'']`);
  });
});
