// A short story, what a model might say of it, and a reader of the model that a server on this machine plays.

import { afterEach } from 'vitest';
import { DragomanError } from '../../src/errors.ts';
import { extract } from '../../src/index.ts';
import { LlmReader, type Clock, type LlmOptions } from '../../src/llm/index.ts';
import type { Extraction, Relation } from '../../src/model/extraction.ts';
import { chatServer, says, type Asked, type ChatServer, type Reply } from './server.ts';

export const TEXT = 'Norwegian Foreign Minister Anna Berg met Kenyan President Daniel Mwangi in Nairobi on Tuesday.\n'
  + 'He later cold-shouldered the Blue Harbour Movement, whose leader, Ole Strand, says that Norway funded a rival list.\n'
  + 'The weather was fine.';

export const MET = {
  sentence: 0, quote: 'Anna Berg met Kenyan President Daniel Mwangi', trigger: 'met', type: 'MET', polarity: 'affirmed', modality: 'asserted',
  source: { mention: 'Anna Berg', name: 'Anna Berg', type: 'Person' }, target: { mention: 'Daniel Mwangi', name: 'Daniel Mwangi', type: 'Person' },
  attributedTo: [], title: null, when: 'Tuesday',
};
export const SPURNED = {
  sentence: 1, quote: 'He later cold-shouldered the Blue Harbour Movement', trigger: 'cold-shouldered', type: 'REJECTED', polarity: 'affirmed', modality: 'asserted',
  source: { mention: 'He', name: 'Daniel Mwangi', type: 'Person' }, target: { mention: 'Blue Harbour Movement', name: 'Blue Harbour Movement', type: 'Organisation' },
  attributedTo: [], title: null, when: null,
};
export const FUNDED = {
  sentence: 1, quote: 'Norway funded a rival list', trigger: 'funded', type: 'AIDED', polarity: 'affirmed', modality: 'asserted',
  source: { mention: 'Norway', name: 'Norway', type: 'Country' }, target: { mention: 'rival list', name: 'rival list', type: 'Group' },
  attributedTo: ['Ole Strand'], title: null, when: null,
};

export const answer = (...relations: readonly unknown[]): string => JSON.stringify({ relations });

/** A clock that does not wait, and remembers how long it was asked to. */
export function stillClock(): Clock & { readonly pauses: number[] } {
  const pauses: number[] = [];
  return { pauses, now: () => 0, sleep: (ms) => { pauses.push(ms); return Promise.resolve(); } };
}

let extracted: Promise<Extraction> | undefined;

/** What the local phases read in the story. */
export function localExtraction(): Promise<Extraction> {
  return extracted ??= extract({ id: 'berg', text: TEXT, published: '2025-03-05' });
}

let server: ChatServer | undefined;
afterEach(async () => { await server?.close(); server = undefined; });

/** The requests that the test's server got. */
export const asked = (): readonly Asked[] => server?.asked ?? [];
export const serverUrl = (): string => server?.url ?? '';
export const stopServer = async (): Promise<void> => { await server?.close(); };

/** A reader of a model whose server does as told; it stands until the test ends. */
export async function readerOf(reply: Reply, options: Partial<LlmOptions> = {}): Promise<LlmReader> {
  server = await chatServer(reply);
  return new LlmReader({ url: server.url, model: 'tiny', clock: stillClock(), ...options });
}

/** The story's extraction with a model that says this. */
export async function readWith(content: string, options: Partial<LlmOptions> = {}): Promise<Extraction> {
  return (await readerOf((response) => { says(response, content); }, options)).read(await localExtraction());
}

export const edge = ({ source, type, target }: Relation): string => `${source} ${type} ${target}`;
export const byModel = ({ relations }: Extraction): readonly Relation[] => relations.filter(({ evidence }) => evidence.rule === 'llm:tiny');

/** What an act fails with. */
export async function failure(act: Promise<unknown>): Promise<DragomanError> {
  const error = await act.then(() => undefined, (cause: unknown) => cause);
  if (error instanceof DragomanError) return error;
  throw new Error('nothing failed');
}
