import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../graph/file.ts';
import { exportGraph } from '../../../graph/export/index.ts';
import { jsonld } from '../../../graph/export/jsonld.ts';
import { exporterContract, type Reading } from './export.contract.ts';
import { STRICT_NAME } from './nasty-graph.ts';

type Resource = Record<string, unknown> & { id: string; type: string[] };
interface Document {
  readonly '@context': Record<string, unknown>;
  readonly '@graph': readonly Resource[];
}

const ofType = (document: Document, type: string): Resource[] => document['@graph'].filter((resource) => resource.type.includes(type));

function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

function read(files: ReadonlyMap<string, string>): Reading {
  const document = JSON.parse(files.get('graph.jsonld') ?? '') as Document;
  const agents = ofType(document, 'prov:Agent');
  const keys = new Map(agents.map(({ id, identifier }) => [id, identifier as string]));
  return {
    nodes: new Map(agents.map(({ identifier, name }) => [identifier as string, name as string])),
    edges: ofType(document, 'rdf:Statement').map(({ identifier, subject, object }) =>
      ({ key: identifier as string, source: keys.get(subject as string) ?? '', target: keys.get(object as string) ?? '' })),
    values: document['@graph'].flatMap(leaves),
  };
}

exporterContract('JSON-LD', { exporter: jsonld, read, unwritable: STRICT_NAME });

describe('JSON-LD', () => {
  const small = readGraph(new URL('../../fixtures/small-graph.json', import.meta.url).pathname);
  const document = JSON.parse([...exportGraph(small, jsonld)].join('')) as Document;

  it('has a record for every sentence, which names its story, edge and claimants', () => {
    const sentences = ofType(document, 'schema:Quotation');
    expect(sentences.length).toBe(26);
    const ids = new Set(document['@graph'].map(({ id }) => id));
    expect(ids.size).toBe(document['@graph'].length);
    for (const { supports, wasQuotedFrom } of sentences) expect(ids.has(supports as string) && ids.has(wasQuotedFrom as string)).toBe(true);
    expect(sentences.find(({ supports }) => String(supports).includes('RECOGNISED'))).toMatchObject({
      text: 'No government has recognised the Taliban, Mehta said, and India has not done so either.', wasAttributedTo: ['node:person%3Arohan-mehta'],
    });
    expect(sentences.find(({ answers }) => answers !== undefined)?.['answers']).toBe('edge:country%3APK%7CATTACKED%7Ccountry%3AAF%7Caffirmed%7Casserted');
  });

  it('uses terms of its own context only, which needs no network', () => {
    const context = document['@context'];
    const terms = new Set(document['@graph'].flatMap((resource) => Object.keys(resource)));
    for (const term of terms) expect(context).toHaveProperty([term]);
    const prefixes = leaves(document['@graph'].map(({ type }) => type)).map((type) => String(type).split(':')[0] ?? '');
    for (const prefix of new Set(prefixes)) expect(context).toHaveProperty([prefix]);
  });

  it('types dates by what the text gives', () => {
    expect(ofType(document, 'rdf:Statement').find(({ predicate }) => predicate === 'dragoman:FOUGHT')).toMatchObject({ firstSeen: { '@type': 'xsd:gYear', '@value': '2024' } });
  });
});
