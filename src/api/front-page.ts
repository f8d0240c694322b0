import { CAUTION } from '../../graph/reads/index.ts';
import { ROUTES } from './routes.ts';

/** What the API offers, for a person who opens its address. */
export function frontPage(url: string): string {
  const reads = ROUTES.map(({ method, path, read, example }) => `${method} ${path}\n    ${read.title}. ${read.description}\n    ${example}`);
  return [
    'Dragoman: a graph of who did what to whom, for reading.', CAUTION, ...reads,
    `GET /openapi.json\n    All of this for programs, as OpenAPI 3.1: ${url}openapi.json`,
    'Keys stand percent-encoded in a path: | is %7C, / is %2F. Errors are application/problem+json.',
  ].join('\n\n');
}
