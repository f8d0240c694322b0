import { DragomanError } from '../errors.ts';
import type { Extraction } from '../model/extraction.ts';
import { answerSchema, readAnswer, type StatementItem } from './answer.ts';
import { AnswerCache, cacheKey } from './cache.ts';
import { ChatClient, type ChatOptions, type Usage } from './chat.ts';
import { ground, type Grounded } from './ground.ts';
import { withStatements, type LlmMode } from './merge.ts';
import { halves, passagesOf } from './passages.ts';
import { messagesFor, PROMPT_VERSION, REMINDER, type Passage } from './prompt.ts';
import { Resolver } from './resolve.ts';

export interface LlmOptions extends ChatOptions {
  readonly mode?: LlmMode;
  /** Where answers are kept; none are where it is absent. */
  readonly cacheFolder?: string;
}

/** What a run asked for and got. */
export interface LlmUsage extends Usage {
  /** Answers taken from the cache. */
  cached: number;
  /** Statements that stand in the text, and those that were turned down because they do not. */
  statements: number;
  turnedDown: number;
}

/**
 * Asks a language model what a story states. Only statements whose words are found in the story become relations; the
 * ends get the keys that the local phases give.
 */
export class LlmReader {
  private readonly options: LlmOptions;
  private readonly client: ChatClient;
  private readonly cache: AnswerCache | undefined;
  private readonly counts = { cached: 0, statements: 0, turnedDown: 0 };

  constructor(options: LlmOptions) {
    this.options = options;
    this.client = new ChatClient(options);
    this.cache = options.cacheFolder === undefined ? undefined : new AnswerCache(options.cacheFolder);
  }

  /** All that its readings depend on beside the extraction: not the address, since the same model may move. */
  get version(): readonly unknown[] {
    return ['llm', this.options.model, PROMPT_VERSION, this.options.mode ?? 'add'];
  }

  get usage(): Readonly<LlmUsage> {
    return { ...this.client.usage, ...this.counts };
  }

  /**
   * The extraction with what the model read, beside the local relations or in their place.
   * @throws DragomanError E_LLM where the model gives no usable answer
   */
  async read(extraction: Extraction): Promise<Extraction> {
    const resolver = new Resolver(extraction);
    const found: Grounded[] = [];
    for (const passage of passagesOf(extraction.sentences ?? [])) {
      for (const item of await this.ask(extraction, passage)) {
        const statement = ground(item, extraction, resolver, this.options.model);
        if (statement) found.push(statement);
        else this.counts.turnedDown++;
      }
    }
    this.counts.statements += found.length;
    return withStatements(extraction, found, resolver.newEntities, this.options.mode ?? 'add');
  }

  /** The model's statements about a passage; an answer that was cut short is asked for again in halves. */
  private async ask(extraction: Extraction, passage: Passage): Promise<readonly StatementItem[]> {
    const messages = messagesFor(extraction, passage);
    const schema = answerSchema();
    const key = cacheKey([PROMPT_VERSION, this.options.url, this.options.model, extraction.story.sha256, messages, schema]);
    const kept = this.cache?.get(key);
    const known = kept === undefined ? undefined : readAnswer(kept);
    if (known) {
      this.counts.cached++;
      return this.count(known);
    }
    const first = await this.client.complete(messages, schema);
    const parts = first.cut ? halves(passage) : undefined;
    if (parts) return [...await this.ask(extraction, parts[0]), ...await this.ask(extraction, parts[1])];
    const second = readAnswer(first.content) ? first : await this.client.complete([...messages, { role: 'assistant', content: first.content.slice(0, 2000) }, { role: 'user', content: REMINDER }], schema);
    const answer = readAnswer(second.content);
    if (!answer) throw new DragomanError('E_LLM', { what: `${extraction.story.source}, story ${extraction.story.id}`, why: second.cut ? 'the model\'s answer was cut short' : 'the model\'s answer was not the JSON asked for' });
    this.cache?.put(key, second.content);
    return this.count(answer);
  }

  private count({ items, malformed }: { readonly items: readonly StatementItem[]; readonly malformed: number }): readonly StatementItem[] {
    this.counts.turnedDown += malformed;
    return items;
  }
}
