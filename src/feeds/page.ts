import { readStories } from '../1-read/index.ts';
import { DragomanError } from '../errors.ts';
import type { Story } from '../model/story.ts';
import { RequestFailure } from './failure.ts';
import type { PoliteClient } from './polite-client.ts';

/** What came of a page: its story; that there is none to be had; or that another try may do better. */
export type PageOutcome = { readonly story: Story } | { readonly error: DragomanError; readonly passing: boolean };

export interface PageRequest {
  readonly address: string;
  readonly privateAllowed: boolean;
  /** What the story is to have as its source. */
  readonly source: string;
  /** The date of a page that states none. */
  readonly published?: string | undefined;
}

/** Reads the story of a page. @throws Interrupted */
export async function readPage(client: PoliteClient, { address, privateAllowed, source, published }: PageRequest): Promise<PageOutcome> {
  let failure: unknown;
  let error: DragomanError | undefined;
  const get = async (input: unknown, init?: RequestInit): Promise<Response> => {
    try {
      const { status, headers, body, address: final } = await client.get(String(input), { privateAllowed, headers: { accept: new Headers(init?.headers).get('accept') ?? '*/*' } });
      const response = new Response(Uint8Array.from(body), { status, headers });
      Object.defineProperty(response, 'url', { value: final });
      return response;
    } catch (cause) {
      failure = cause;
      throw cause;
    }
  };
  const stories: Story[] = [];
  for await (const story of readStories([address], {
    fetch: get, sourceName: () => source, onNotice: (notice) => { error ??= notice.error; }, ...(published === undefined ? {} : { published }),
  })) stories.push(story);
  if (failure !== undefined && !(failure instanceof RequestFailure) && !(failure instanceof DragomanError)) throw failure;
  // Where a page has several articles, the longest is the one that it is about.
  const [story] = stories.toSorted((a, b) => b.text.length - a.text.length);
  if (story) return { story };
  return { error: error ?? new DragomanError('E_EMPTY', { what: address }), passing: failure instanceof RequestFailure && failure.passing };
}
