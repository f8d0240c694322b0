import { readFileSync } from 'node:fs';
import type { GraphFile } from '../../../graph/schema.ts';
import { readGraph } from '../../../viewer/state/read-graph.ts';

const PATH = new URL('../../fixtures/small-graph.json', import.meta.url);

/** The text of the small graph that all parts test against. */
export const smallGraphText = (): string => readFileSync(PATH, 'utf8');

/** The small graph, read anew. */
export const smallGraph = (): GraphFile => readGraph(smallGraphText());
