import { EDGE_TYPES } from '../../src/model/vocabulary.ts';
import type { TextSpan } from '../../src/model/evidence.ts';
import { periodOf } from '../dates.ts';
import { evidenceOf, type EvidenceRecord } from '../property-graph.ts';
import type { EdgeRecord, NodeRecord, NodeType, Role, StoryRecord } from '../schema.ts';
import type { GraphSource } from '../source.ts';
import { strictJson, wellFormed } from '../well-formed.ts';
import type { Exporter } from './exporter.ts';
import { CONTEXT } from './jsonld-context.ts';

// JSON-LD 1.1 in the terms of schema.org and PROV-O. An edge is a reified statement, a sentence a record of its own
// that supports it. The context stands in the file: reading it needs no network.

type Json = Readonly<Record<string, unknown>>;

/** IRIs hold the key percent-encoded; the key itself stands beside as `identifier`. */
function iri(prefix: 'node' | 'edge' | 'story' | 'evidence', key: string): string {
  return `${prefix}:${encodeURIComponent(wellFormed(key)).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

const SCHEMA_TYPES: Readonly<Record<NodeType, string>> = {
  Country: 'schema:Country', Person: 'schema:Person', Organisation: 'schema:Organization', ArmedGroup: 'schema:Organization',
  Place: 'schema:Place', Group: 'schema:Thing', Event: 'schema:Event',
};

const DATE_TYPES = new Map([[4, 'xsd:gYear'], [7, 'xsd:gYearMonth'], [10, 'xsd:date']]);

/** A date as the XML Schema type of its precision; an interval, or what is no date, as text. */
function date(value: string | undefined): unknown {
  const type = value === undefined || !periodOf(value) ? undefined : DATE_TYPES.get(value.length);
  return type === undefined ? value : { '@type': type, '@value': value };
}

const span = ({ text, start, end }: TextSpan): Json => ({ type: 'dragoman:Span', text, start, end });

const role = ({ title, of, status, since, until }: Role): Json =>
  ({ type: 'schema:OrganizationRole', roleName: title, memberOf: iri('node', of), status, startDate: date(since), endDate: date(until) });

function node({ key, attributes }: NodeRecord): Json {
  const { label, type, aliases, wikidata, country, official, roles, lat, lon, mentions, stories } = attributes;
  return {
    id: iri('node', key),
    type: [SCHEMA_TYPES[type], `dragoman:${type}`, 'prov:Agent'],
    identifier: key,
    name: label,
    alternateName: aliases.length ? aliases : undefined,
    sameAs: wikidata !== undefined && /^Q\d+$/.test(wikidata) ? `http://www.wikidata.org/entity/${wikidata}` : undefined,
    country,
    official,
    memberOf: roles?.length ? roles.map(role) : undefined,
    geo: lat === undefined || lon === undefined ? undefined : { type: 'schema:GeoCoordinates', latitude: lat, longitude: lon },
    mentions,
    subjectOf: stories.length ? stories.map((story) => iri('story', story)) : undefined,
  };
}

function story(record: StoryRecord): Json {
  const { id, title, url, outlet, author, published, text, sha256 } = record;
  return {
    id: iri('story', id),
    type: ['schema:NewsArticle', 'prov:Entity'],
    identifier: id,
    headline: title,
    url,
    publisher: outlet === undefined ? undefined : { type: 'schema:Organization', name: outlet },
    author: author === undefined ? undefined : { type: 'schema:Person', name: author },
    datePublished: date(published),
    articleBody: text,
    sha256,
  };
}

function relation({ key, source, target, attributes }: EdgeRecord): Json {
  const { type, polarity, modality, symmetric, weight, confidence, status, titles, firstSeen, lastSeen } = attributes;
  return {
    id: iri('edge', key),
    type: ['rdf:Statement', 'dragoman:Relation'],
    identifier: key,
    subject: iri('node', source),
    predicate: `dragoman:${type}`,
    object: iri('node', target),
    class: EDGE_TYPES[type].class,
    polarity,
    modality,
    symmetric: symmetric ?? false,
    weight,
    confidence,
    status,
    titles: titles?.length ? titles : undefined,
    firstSeen: date(firstSeen),
    lastSeen: date(lastSeen),
  };
}

function sentence({ key, edge, evidence }: EvidenceRecord): Json {
  const claimants = evidence.attributedTo.map((claimant) => iri('node', claimant));
  return {
    id: iri('evidence', key),
    type: ['schema:Quotation', 'prov:Entity', 'dragoman:Evidence'],
    identifier: key,
    text: evidence.text,
    supports: iri('edge', edge.key),
    wasQuotedFrom: iri('story', evidence.story),
    sentence: evidence.sentence,
    start: evidence.start,
    end: evidence.end,
    trigger: span(evidence.trigger),
    sourceMention: span(evidence.sourceMention),
    targetMention: span(evidence.targetMention),
    wasAttributedTo: claimants.length ? claimants : undefined,
    claimChain: claimants.length ? claimants : undefined,
    answers: evidence.answers === undefined ? undefined : iri('edge', evidence.answers),
    outlets: evidence.outlets?.length ? evidence.outlets : undefined,
    date: date(evidence.date),
    dateText: evidence.dateText,
    contentLocation: evidence.place === undefined ? undefined : iri('node', evidence.place),
    rule: evidence.rule,
    confidence: evidence.confidence,
  };
}

function* records(graph: GraphSource): Generator<Json> {
  for (const item of graph.nodes()) yield node(item);
  for (const item of graph.attributes.stories) yield story(item);
  for (const item of graph.edges()) yield relation(item);
  for (const item of evidenceOf(graph)) yield sentence(item);
}

function* write(graph: GraphSource): Generator<string> {
  yield `{"@context":${strictJson(CONTEXT)},\n"@graph":[`;
  let separator = '\n';
  for (const record of records(graph)) {
    yield separator + strictJson(record);
    separator = ',\n';
  }
  yield '\n]}\n';
}

export const jsonld: Exporter = {
  format: 'jsonld',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  means: 'JSON-LD in the terms of schema.org and PROV, one record for each sentence',
  flavours: [],
  canAggregate: false,
  files: (graph) => [{ name: 'graph.jsonld', chunks: write(graph) }],
};
