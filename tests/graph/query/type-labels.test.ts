import { describe, expect, it } from 'vitest';
import { rewriteTypeLabels } from '../../../graph/query/type-labels.ts';
import { NODE_TYPES } from '../../../src/model/vocabulary.ts';

const TYPES = new Set(Object.keys(NODE_TYPES));

describe('labels of types', () => {
  it.each([
    ['MATCH (p:Person) RETURN p', "MATCH (p:Entity {type: 'Person'}) RETURN p"],
    ["MATCH (:Country {name: 'Iran'})--(x)", "MATCH (:Entity {type: 'Country', name: 'Iran'})--(x)"],
    ['MATCH (p:Entity:Person {})', "MATCH (p:Entity {type: 'Person'})"],
    ['MATCH (a)-[:MET]->(b:Person)<-[r]-(`odd one`:Country)', "MATCH (a)-[:MET]->(b:Entity {type: 'Person'})<-[r]-(`odd one`:Entity {type: 'Country'})"],
    ['MATCH p = (a:Person)-[* SHORTEST 1..3]-(b)', "MATCH p = (a:Entity {type: 'Person'})-[* SHORTEST 1..3]-(b)"],
    ['MATCH (n) WHERE n:Person AND (n:Country) OR NOT n:Place', "MATCH (n) WHERE n.type = 'Person' AND (n.type = 'Country') OR NOT n.type = 'Place'"],
    ['MATCH (n) WHERE NOT (n:Person)-[:MET]->() RETURN n', "MATCH (n) WHERE NOT (n:Entity {type: 'Person'})-[:MET]->() RETURN n"],
    ['MATCH (n) WHERE EXISTS { MATCH (n)-->(:Event) }', "MATCH (n) WHERE EXISTS { MATCH (n)-->(:Entity {type: 'Event'}) }"],
  ])('%s', (query, text) => expect(rewriteTypeLabels(query, TYPES).text).toBe(text));

  it.each([
    "MATCH (n {name: '(p:Person)'}) RETURN n // (p:Person)",
    'MATCH (n:Entity)-[:MET]->(s:Story) /* (p:Person) */ RETURN "WHERE n:Person"',
    'MATCH (n:Person|Country) RETURN n',
    'RETURN {Person: 1, x: Person} AS `(p:Person)`',
  ])('leaves %s', (query) => expect(rewriteTypeLabels(query, TYPES).text).toBe(query));

  it("knows a graph's own types", () => {
    const query = 'MATCH (v:Vessel) WHERE NOT v:Harbour RETURN v.name';
    expect(rewriteTypeLabels(query, TYPES).text).toBe(query);
    expect(rewriteTypeLabels(query, new Set(['Vessel', 'Harbour'])).text).toBe("MATCH (v:Entity {type: 'Vessel'}) WHERE NOT v.type = 'Harbour' RETURN v.name");
  });

  it('knows where each place stood in the query as typed', () => {
    const query = "MATCH (p:Person {name: 'x'})-->(c:Country) RETURN p, c";
    const { text, originOf } = rewriteTypeLabels(query, TYPES);
    for (const part of ['MATCH', "name: 'x'", '-->', 'RETURN', ' c']) expect(originOf(text.lastIndexOf(part))).toBe(query.lastIndexOf(part));
    expect(originOf(text.indexOf("type: 'Country'"))).toBe(query.indexOf(':Country'));
  });
});
