import { DragomanError } from '../errors.ts';
import type { Story } from '../model/story.ts';
import { parseDate } from './date.ts';
import type { Draft } from './draft.ts';
import { finishStory } from './finish-story.ts';
import { notice, type Notice } from './notice.ts';
import { expandInputs } from './paths.ts';
import { readPlace } from './source.ts';
import { sourceName } from './source-name.ts';

export interface ReadOptions {
  /** The publication date of stories that carry none. */
  readonly published?: string;
  /** Where "-" reads from; the process's standard input by default. */
  readonly stdin?: () => AsyncIterable<Uint8Array>;
  readonly fetch?: typeof fetch;
  /** What a story's `source` is to call its input; `sourceName` by default, which tells no folders outside the current one. */
  readonly sourceName?: (input: string) => string;
  /** Told of each input that is left out or in trouble; the others are read all the same. */
  readonly onNotice: (notice: Notice) => void;
  /** Told of each story whose text was read before: another outlet may have printed it. */
  readonly onCopy?: (story: Story) => void;
}

/**
 * The stories of files, folders, globs, http(s) addresses and standard input ("-"), cleaned, each text once, in the order of the inputs. Of
 * a story that has been given only its hash and its id are kept.
 * @throws DragomanError E_USAGE where `published` is no date.
 */
export async function* readStories(inputs: readonly string[], options: ReadOptions): AsyncGenerator<Story> {
  const published = options.published === undefined ? undefined : parseDate(options.published);
  if (options.published !== undefined && published === undefined) {
    throw new DragomanError('E_USAGE', { what: `${options.published} is no date: write YYYY-MM-DD` });
  }
  const notify = options.onNotice;
  const seen = new SeenStories();
  const nameOf = options.sourceName ?? ((input) => sourceName(input));
  const sources = { stdin: options.stdin ?? (() => process.stdin), fetch: options.fetch ?? fetch, notify };
  for await (const place of expandInputs(inputs, notify)) {
    try {
      for await (const draft of readPlace(place, sources)) {
        const story = await acceptStory(draft, nameOf(place.name), published, seen, options);
        if (story !== undefined) yield story;
      }
    } catch (cause) {
      notify({ level: 'fail', source: place.name, error: asDragomanError(place.name, cause) });
    }
  }
}

/** The finished story, absent where it is empty, too long, not in English, or was read before. */
async function acceptStory(
  draft: Draft, source: string, published: string | undefined, seen: SeenStories, { onNotice: notify, onCopy }: ReadOptions,
): Promise<Story | undefined> {
  const story = await finishStory(draft, source, published, notify);
  const first = story && seen.add(story.sha256, draft.where);
  if (story === undefined || first === undefined) return story && { ...story, id: seen.uniqueId(story) };
  notify(notice('skip', 'E_DUPLICATE', draft.where, { first }));
  onCopy?.(story);
  return undefined;
}

/** Half of each story's hash, and its id. */
class SeenStories {
  readonly #places = new Map<string, string>();
  readonly #ids = new Set<string>();

  /** Notes a text; where it was read before, says where. */
  add(sha256: string, where: string): string | undefined {
    const key = sha256.slice(0, 32);
    const first = this.#places.get(key);
    if (first === undefined) this.#places.set(key, where);
    return first;
  }

  /** The story's own id, with part of its hash where another text has taken it: evidence must name one text. */
  uniqueId(story: Story): string {
    const id = this.#ids.has(story.id) ? `${story.id}~${story.sha256.slice(0, 8)}` : story.id;
    this.#ids.add(id);
    return id;
  }
}

function asDragomanError(name: string, cause: unknown): DragomanError {
  if (cause instanceof DragomanError) return cause;
  return new DragomanError('E_INTERNAL', { what: name, why: cause instanceof Error ? cause.message : String(cause) }, { cause });
}
