import { z } from 'zod';
import { DragomanError } from '../../src/errors.ts';
import type { OpenGraph } from './current-graph.ts';

/** Names of the schemas that answers are made of, for a description that refers to them. */
export const SCHEMA_NAMES = z.registry<{ readonly id: string }>();

/** What is asked of a graph: one description, from which the HTTP API, its OpenAPI document and the MCP tools are made. */
export interface Read<Name extends string = string> {
  readonly name: Name;
  readonly title: string;
  /** For a person or an assistant that has to choose. */
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** @throws DragomanError E_PARAMETER for what the input may not be, and what the read itself may throw */
  readonly answer: (graph: OpenGraph, input: unknown) => Promise<Readonly<Record<string, unknown>>>;
}

interface ReadDefinition<Name extends string, Input extends z.ZodObject, Output extends z.ZodObject> extends Omit<Read<Name>, 'input' | 'output' | 'answer'> {
  readonly input: Input;
  readonly output: Output;
  readonly run: (graph: OpenGraph, input: z.output<Input>) => z.input<Output> | Promise<z.input<Output>>;
}

export function defineRead<Name extends string, Input extends z.ZodObject, Output extends z.ZodObject>(definition: ReadDefinition<Name, Input, Output>): Read<Name> {
  const { run, ...rest } = definition;
  SCHEMA_NAMES.add(definition.output, { id: `${definition.name.replace(/^./, (letter) => letter.toUpperCase())}Answer` });
  return { ...rest, answer: async (graph, input) => run(graph, checkInput(definition.input, input)) };
}

const LONGEST_NAME = 60;

/**
 * The input with its defaults.
 * @throws DragomanError E_PARAMETER that names the first parameter that is wrong
 */
export function checkInput<Input extends z.ZodObject>(schema: Input, input: unknown): z.output<Input> {
  const { success, data, error } = schema.safeParse(input);
  if (success) return data;
  const issue = error.issues[0]!;
  if (issue.code === 'unrecognized_keys') {
    throw new DragomanError('E_PARAMETER', { what: issue.keys[0]!.slice(0, LONGEST_NAME), why: `there is no such parameter (${Object.keys(schema.shape).join(', ') || 'there is none'})` });
  }
  const name = String(issue.path[0] ?? 'what was sent');
  const isMissing = issue.path.length === 1 && (input as Readonly<Record<string, unknown>>)[name] === undefined;
  throw new DragomanError('E_PARAMETER', { what: name, why: isMissing ? 'it is missing' : issue.message.replace(/^./, (letter) => letter.toLowerCase()) });
}
