// What is read of an answer of POST /chat/completions (https://platform.openai.com/docs/api-reference/chat), as Ollama,
// vLLM, llama.cpp and the clouds give it. Everything else in it is left alone.

import { z } from 'zod';

const count = z.number().int().nonnegative().max(1e9).catch(0);

export const COMPLETION = z.object({
  choices: z.array(z.object({
    message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
    finish_reason: z.string().nullish(),
  })).min(1),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(undefined),
});

export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** How an answer is held to a schema: by grammar, to any JSON, or by the prompt alone. Servers know one, two or all. */
export type Format = 'json_schema' | 'json_object' | 'text';

export interface Request {
  readonly model: string;
  readonly messages: readonly Message[];
  readonly schema: object;
  readonly format: Format;
  /** Zero asks for the likeliest words; some models refuse to be asked. */
  readonly temperature: boolean;
}

/** The request as the protocol writes it. */
export function bodyOf({ model, messages, schema, format, temperature }: Request): string {
  return JSON.stringify({
    model, messages, stream: false,
    ...(temperature ? { temperature: 0 } : {}),
    ...(format === 'json_schema' ? { response_format: { type: 'json_schema', json_schema: { name: 'relations', strict: true, schema } } } : {}),
    ...(format === 'json_object' ? { response_format: { type: 'json_object' } } : {}),
  });
}

/** "http://localhost:11434/v1" → its address for chats. */
export function endpointOf(url: string): string {
  const bare = url.replace(/\/+$/, '');
  return bare.endsWith('/chat/completions') ? bare : `${bare}/chat/completions`;
}
