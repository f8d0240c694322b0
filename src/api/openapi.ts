// The OpenAPI 3.1 document, made from the schemas that check the requests and describe the answers.

import { z } from 'zod';
import { CAUTION, SCHEMA_NAMES } from '../../graph/reads/index.ts';
import { Problem } from './problem.ts';
import { pathParameters, ROUTES, type Route } from './routes.ts';

type Schema = Readonly<Record<string, unknown>>;

const refTo = (id: string): string => `#/components/schemas/${id}`;
const reference = (schema: z.ZodType): Schema => ({ $ref: refTo(SCHEMA_NAMES.get(schema)!.id) });

/** @param version the program's */
export function openApi(version: string): Schema {
  const paths = Object.fromEntries(ROUTES.map((route) => [route.path, { [route.method.toLowerCase()]: operation(route) }]));
  return {
    openapi: '3.1.1',
    info: { title: 'Dragoman', version, description: `Reads of one graph of who did what to whom. ${CAUTION}`, license: { name: 'MIT', identifier: 'MIT' } },
    paths, components: { schemas: components() },
  };
}

/** The named schemas, each in its place. */
function components(): Readonly<Record<string, Schema>> {
  const { schemas } = z.toJSONSchema(SCHEMA_NAMES, { uri: refTo });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutOrigin(schema)]));
}

/** Without what a document of its own says of itself. */
function withoutOrigin<Given extends z.core.JSONSchema.BaseSchema>(schema: Given): Given {
  const { ...rest } = schema;
  delete rest.$schema;
  delete rest.$id;
  return rest as Given;
}

function operation({ method, path, input, read }: Route): Schema {
  const sent = withoutOrigin(z.toJSONSchema(input, { io: 'input' }));
  return {
    operationId: read.name, summary: read.title, description: read.description,
    ...(method === 'POST' ? { requestBody: { required: true, content: { 'application/json': { schema: sent } } } } : { parameters: parameters(path, sent) }),
    responses: {
      200: { description: read.title, content: 'answer' in read ? { 'application/json': { schema: reference(read.output) } } : { '*/*': { schema: { type: 'string' } } } },
      default: { description: 'what went wrong', content: { 'application/problem+json': { schema: reference(Problem) } } },
    },
  };
}

function parameters(path: string, { properties = {}, required = [] }: z.core.JSONSchema.BaseSchema): Schema[] {
  const placed = pathParameters(path);
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = property as z.core.JSONSchema.BaseSchema;
    return { name, in: placed.includes(name) ? 'path' : 'query', required: required.includes(name), ...(description === undefined ? {} : { description }), schema };
  });
}
