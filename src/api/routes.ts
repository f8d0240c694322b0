// Where each read stands in the HTTP API, and what a request says to it.

import { z } from 'zod';
import { EXPORT, READS, type Read, type ReadName } from '../../graph/reads/index.ts';
import { DragomanError } from '../errors.ts';

interface Place {
  readonly method: 'GET' | 'POST';
  /** A parameter of the read stands in braces for one segment. */
  readonly path: string;
  /** A request to try it with, beginning with its path. */
  readonly example: string;
}

const PLACES: Readonly<Record<ReadName | 'export', Place>> = {
  search: { method: 'GET', path: '/v1/search', example: '/v1/search?q=muttaqi' },
  node: { method: 'GET', path: '/v1/nodes/{key}', example: '/v1/nodes/country:IR' },
  pair: { method: 'GET', path: '/v1/pairs/{a}/{b}', example: '/v1/pairs/country:IR/country:IL' },
  evidence: { method: 'GET', path: '/v1/edges/{key}/evidence', example: '/v1/edges/country:IR%7CCRITICISED%7Ccountry:IL%7Caffirmed%7Casserted/evidence' },
  path: { method: 'GET', path: '/v1/paths', example: '/v1/paths?from=person:wang-yi&to=armed:hamas' },
  cypher: { method: 'POST', path: '/v1/cypher', example: '/v1/cypher with {"query": "MATCH (a)-[r:MET]->(b) RETURN a.name, b.name"}' },
  export: { method: 'GET', path: '/v1/export/{format}', example: '/v1/export/graphml' },
};

/** What stands at a path: a read with its record, or the export with its file. */
export type Route = Place & { readonly input: z.ZodObject } & ({ readonly read: Read<ReadName> } | { readonly read: typeof EXPORT });

export const ROUTES: readonly Route[] = [
  ...READS.map((read): Route => ({ ...PLACES[read.name], input: read.input, read })),
  { ...PLACES.export, input: EXPORT.input, read: EXPORT },
];

/** The names of the parameters that stand in a path. */
export const pathParameters = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

/** The route of a path as it was sent, still encoded, with the parameters that stand in it. */
export function routeOf(sent: string): { readonly route: Route; readonly parameters: Readonly<Record<string, string>> } | undefined {
  const segments = sent.split('/');
  for (const route of ROUTES) {
    const wanted = route.path.split('/');
    if (wanted.length !== segments.length || !wanted.every((part, place) => part.startsWith('{') || part === segments[place])) continue;
    const names = wanted.flatMap((part, place) => (part.startsWith('{') ? [[part.slice(1, -1), decoded(part.slice(1, -1), segments[place]!)] as const] : []));
    return { route, parameters: Object.fromEntries(names) };
  }
  return undefined;
}

function decoded(name: string, segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    throw new DragomanError('E_PARAMETER', { what: name, why: 'it is not percent-encoded UTF-8' }, { cause });
  }
}

/**
 * The parameters of a query string, as numbers and booleans where the read wants such; what they may not be the read says.
 * @throws DragomanError E_PARAMETER for one that is given twice or stands in the path
 */
export function queryParameters({ input, path }: Route, query: string): Record<string, unknown> {
  const sent = new URLSearchParams(query);
  const [twice] = [...sent.keys()].filter((name, index, names) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new DragomanError('E_PARAMETER', { what: twice, why: 'it is given twice' });
  const [placed] = pathParameters(path).filter((name) => sent.has(name));
  if (placed !== undefined) throw new DragomanError('E_PARAMETER', { what: placed, why: `it stands in the path, ${path}` });
  const { properties = {} } = z.toJSONSchema(input, { io: 'input' });
  return Object.fromEntries([...sent].map(([name, text]) => [name, valueOf(text, properties[name])]));
}

function valueOf(text: string, schema: z.core.JSONSchema._JSONSchema | undefined): unknown {
  const type = typeof schema === 'object' ? schema.type : undefined;
  if (type === 'integer' && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(?:true|false)$/.test(text)) return text === 'true';
  return text;
}
