import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { DragomanError } from '../errors.ts';
import { LlmReader, type LlmMode } from '../llm/index.ts';
import type { Extraction } from '../model/extraction.ts';
import type { FurtherReader } from '../project/index.ts';
import { count } from './count.ts';

export interface LlmFlags {
  readonly llm?: string;
  readonly model?: string;
  readonly llmMode?: LlmMode;
  readonly llmRate?: string;
}

/** The options of a language model; without `--llm` no story leaves the machine. */
export function addLlmOptions(command: Command): Command {
  return command
    .option('--llm <url>', 'also ask a language model at an OpenAI-compatible address (docs/llm.md); its key comes from DRAGOMAN_LLM_KEY')
    .option('--model <name>', 'the model to ask for with --llm')
    .addOption(new Option('--llm-mode <mode>', 'what the model reads: beside the local extraction, or in its place').choices(['add', 'only']))
    .option('--llm-rate <n>', 'at most so many requests a minute');
}

/** Adds what a model reads to extractions, one story at a time. */
export interface LlmStep extends FurtherReader {
  /**
   * Absent where the model failed with mode `add`: that is handed to `onFailure`, once for each cause, and the local extraction stays.
   * @throws DragomanError E_LLM with mode `only`
   */
  read(extraction: Extraction): Promise<Extraction | undefined>;
  /** What it cost, in one line. */
  cost(): string;
}

/** @throws DragomanError E_USAGE */
export function llmStep(flags: LlmFlags, onFailure: (error: DragomanError, extraction: Extraction) => void): LlmStep | undefined {
  if (flags.llm === undefined) {
    const stray = flags.model !== undefined ? '--model' : flags.llmMode !== undefined ? '--llm-mode' : flags.llmRate !== undefined ? '--llm-rate' : undefined;
    if (stray) throw new DragomanError('E_USAGE', { what: `${stray} goes with --llm` });
    return undefined;
  }
  const { model, llmMode: mode = 'add' } = flags;
  if (!model) throw new DragomanError('E_USAGE', { what: '--llm wants a --model' });
  const key = process.env['DRAGOMAN_LLM_KEY'];
  const requestsPerMinute = rateOf(flags.llmRate);
  const reader = new LlmReader({
    url: addressOf(flags.llm), model, mode, cacheFolder: join('.cache', 'llm'),
    ...(key ? { key } : {}), ...(requestsPerMinute ? { requestsPerMinute } : {}),
  });
  return { version: reader.version, read: mode === 'only' ? (extraction) => reader.read(extraction) : forgiving(reader, onFailure), cost: () => costOf(reader, model) };
}

function forgiving(reader: LlmReader, onFailure: (error: DragomanError, extraction: Extraction) => void): LlmStep['read'] {
  const told = new Set<DragomanError>();
  return async (extraction) => {
    try {
      return await reader.read(extraction);
    } catch (error) {
      if (!(error instanceof DragomanError)) throw error;
      if (!told.has(error)) onFailure(error, extraction);
      told.add(error);
      return undefined;
    }
  };
}

function addressOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new DragomanError('E_USAGE', { what: '--llm wants an http(s) address, as http://localhost:11434/v1' });
  // What stands in an argument can be read by every program of the machine.
  if (url.username || url.password || url.search) throw new DragomanError('E_USAGE', { what: '--llm takes no user, password or query; give the key in DRAGOMAN_LLM_KEY' });
  return text;
}

function rateOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const rate = Number(text);
  if (!Number.isFinite(rate) || rate <= 0) throw new DragomanError('E_USAGE', { what: `--llm-rate ${text} is not a number of requests` });
  return rate;
}

function costOf(reader: LlmReader, model: string): string {
  const { requests, retries, cached, promptTokens, completionTokens, statements, turnedDown } = reader.usage;
  const asked = `${count(requests, 'request')}${retries ? ` (${retries} of them again)` : ''}${cached ? `, ${count(cached, 'answer')} from the cache` : ''}`;
  return `${model}: ${asked}, ${count(promptTokens, 'token')} in, ${completionTokens} out; ${count(statements, 'statement')} borne out by the text, ${turnedDown} turned down`;
}
