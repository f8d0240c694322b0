import { feedLinks } from '../1-read/feed-links.ts';
import { readFeedDocument, type FeedDocument } from '../1-read/feed.ts';
import { charsetOf, textOfBody } from '../1-read/index.ts';
import { DragomanError } from '../errors.ts';
import type { FeedState } from './feed-state.ts';
import type { Answer, PoliteClient } from './polite-client.ts';
import type { Subscription } from './subscriptions.ts';

/** What a feed's address gave. */
export interface FetchedFeed {
  readonly answer: Answer;
  /** Absent where nothing has changed since the state's last poll. */
  readonly document?: FeedDocument;
}

const ACCEPT = 'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/**
 * Asks for a feed, if it has changed since.
 * @throws RequestFailure, Interrupted, DragomanError E_FEED where the answer is none, E_TOO_LARGE, E_BINARY, E_ENCODING
 */
export async function fetchFeed({ url, local = false }: Subscription, client: PoliteClient, { etag, lastModified }: Pick<FeedState, 'etag' | 'lastModified'> = {}): Promise<FetchedFeed> {
  const headers = { accept: ACCEPT, ...(etag === undefined ? {} : { 'if-none-match': etag }), ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }) };
  const answer = await client.get(url, { headers, privateAllowed: local });
  if (answer.status === 304) return { answer };
  const text = textOfBody(answer.body, charsetOf(answer.headers.get('content-type') ?? undefined), url);
  return { answer, document: documentOf(text, url, answer.address) };
}

function documentOf(text: string, url: string, address: string): FeedDocument {
  try {
    return readFeedDocument(text, url);
  } catch (cause) {
    const [feed] = feedLinks(text, address);
    throw new DragomanError('E_FEED', { what: url, why: feed === undefined ? 'no feed that can be read' : `a page, whose feed is at ${feed}` }, { cause });
  }
}
