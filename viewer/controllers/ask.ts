import type { Answer } from '../state/answer.ts';
import { TEXT } from '../strings.ts';

/** Puts a Cypher query to the server that serves the page. Throws an Error with the server's line about what is wrong. */
export async function ask(query: string): Promise<Answer> {
  const response = await fetch('query', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) }).catch((cause: unknown) => {
    throw new Error(TEXT.noAnswer, { cause });
  });
  if (!response.ok) throw new Error(response.status === 404 || response.status === 405 ? TEXT.cannotAsk : (await response.text()).trim());
  return (await response.json()) as Answer;
}
