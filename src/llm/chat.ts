import { DragomanError } from '../errors.ts';
import { bodyOf, COMPLETION, endpointOf, type Format, type Message } from './chat-protocol.ts';
import { HttpFailure, postJson, type HttpAnswer } from './http.ts';

/** Time, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since some moment. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export interface ChatOptions {
  /** "http://localhost:11434/v1", or its /chat/completions. */
  readonly url: string;
  readonly model: string;
  readonly key?: string;
  readonly timeoutMs?: number;
  /** Tries of one request, the first included. */
  readonly attempts?: number;
  readonly requestsPerMinute?: number;
  readonly clock?: Clock;
}

/** Counted over the life of a client. */
export interface Usage {
  requests: number;
  retries: number;
  promptTokens: number;
  completionTokens: number;
}

export interface ChatAnswer {
  readonly content: string;
  /** The model ran out of room before it was done. */
  readonly cut: boolean;
}

const TIMEOUT_MS = 180_000;
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 1000;
/** A server that loses so many requests in a row is taken to be gone. */
const MOST_LOST = 3;
const LONGEST_PAUSE_MS = 60_000;
const LOWER: Readonly<Record<Format, Format | undefined>> = { json_schema: 'json_object', json_object: 'text', text: undefined };

const CLOCK: Clock = { now: () => performance.now(), sleep: (ms) => new Promise((resolve) => { setTimeout(resolve, ms); }) };

/** Speaks with one model on one server: retries what may pass, keeps to a rate, and learns what the server does not support. */
export class ChatClient {
  readonly usage: Usage = { requests: 0, retries: 0, promptTokens: 0, completionTokens: 0 };
  private readonly options: ChatOptions;
  private readonly clock: Clock;
  private format: Format = 'json_schema';
  private temperature = true;
  private nextAt = Number.NEGATIVE_INFINITY;
  /** Set once the server refuses for good: no later story need ask again. */
  private closed: DragomanError | undefined;
  /** Requests in a row that no try got through. */
  private lost = 0;
  /** Set once anything has answered at that address. */
  private answered = false;

  constructor(options: ChatOptions) {
    this.options = options;
    this.clock = options.clock ?? CLOCK;
  }

  /** @throws DragomanError E_LLM, the same object for all requests after a refusal for good. */
  async complete(messages: readonly Message[], schema: object): Promise<ChatAnswer> {
    for (;;) {
      if (this.closed) throw this.closed;
      const { model } = this.options;
      const body = bodyOf({ model, messages, schema, format: this.format, temperature: this.temperature });
      const answer = await this.send(body);
      if (answer.status >= 200 && answer.status < 300) return this.read(answer.text);
      if (!this.adapt(answer)) throw this.close(`status ${answer.status}${this.reason(answer.text)}`);
    }
  }

  /** One request until it gets through; answers that another try cannot better come back as they are. */
  private async send(body: string): Promise<HttpAnswer> {
    const { url, key, timeoutMs = TIMEOUT_MS, attempts = ATTEMPTS } = this.options;
    for (let attempt = 1; ; attempt++) {
      await this.waitTurn();
      this.usage.requests++;
      let pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
      let why: string;
      try {
        const answer = await postJson(endpointOf(url), body, key, timeoutMs);
        this.answered = true;
        if (!isPassing(answer.status)) {
          this.lost = 0;
          return answer;
        }
        why = `status ${answer.status}${this.reason(answer.text)}`;
        pause = Math.min(LONGEST_PAUSE_MS, Math.max(pause, (answer.retryAfter ?? 0) * 1000));
      } catch (cause) {
        if (!(cause instanceof HttpFailure)) throw cause;
        if (!cause.retry) throw this.close(cause.message);
        why = cause.message;
      }
      if (attempt >= attempts) throw this.exhausted(`${why}, ${attempt} times`);
      this.usage.retries++;
      await this.clock.sleep(pause);
    }
  }

  private async waitTurn(): Promise<void> {
    const { requestsPerMinute } = this.options;
    if (!requestsPerMinute) return;
    const now = this.clock.now();
    const at = Math.max(now, this.nextAt);
    this.nextAt = at + 60_000 / requestsPerMinute;
    if (at > now) await this.clock.sleep(at - now);
  }

  /** Leaves out what the server says it cannot do; false where that is not the matter. */
  private adapt({ status, text }: HttpAnswer): boolean {
    if (status !== 400 && status !== 422 && status !== 501) return false;
    if (this.temperature && /temperature/i.test(text)) {
      this.temperature = false;
      return true;
    }
    const lower = /response_format|json|schema|grammar|structured/i.test(text) ? LOWER[this.format] : undefined;
    if (lower) this.format = lower;
    return lower !== undefined;
  }

  private read(text: string): ChatAnswer {
    const parsed = COMPLETION.safeParse(jsonOf(text));
    const choice = parsed.data?.choices[0];
    if (!choice) throw this.failure('its answer is no chat completion');
    this.usage.promptTokens += parsed.data?.usage?.prompt_tokens ?? 0;
    this.usage.completionTokens += parsed.data?.usage?.completion_tokens ?? 0;
    if (choice.message.refusal) throw this.failure(`the model declines: ${this.clean(choice.message.refusal)}`);
    return { content: choice.message.content ?? '', cut: choice.finish_reason === 'length' };
  }

  /** The server's own words about an error, short and on one line. */
  private reason(text: string): string {
    const said = /"message"\s*:\s*"((?:[^"\\]|\\.){1,400})/.exec(text)?.[1] ?? /"error"\s*:\s*"((?:[^"\\]|\\.){1,400})/.exec(text)?.[1];
    return said ? ` (${this.clean(said)})` : '';
  }

  /** No control characters, no key, no end. */
  private clean(text: string): string {
    const { key } = this.options;
    const plain = (key ? text.replaceAll(key, '***') : text).replace(/[\p{Cc}\p{Cf}]+/gu, ' ').replace(/\s+/g, ' ').trim();
    return plain.length > 160 ? `${plain.slice(0, 160)} …` : plain;
  }

  private failure(why: string): DragomanError {
    return new DragomanError('E_LLM', { what: `the model at ${endpointOf(this.options.url)}`, why });
  }

  private exhausted(why: string): DragomanError {
    return this.answered && ++this.lost < MOST_LOST ? this.failure(why) : this.close(why);
  }

  private close(why: string): DragomanError {
    this.closed = this.failure(why);
    return this.closed;
  }
}

const isPassing = (status: number): boolean => status === 408 || status === 425 || status === 429 || status >= 500 && status !== 501;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
