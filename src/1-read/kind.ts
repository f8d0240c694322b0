/** How a text is read. `unknown` is plain text under a name that does not promise a story. */
export type Kind = 'text' | 'markdown' | 'html' | 'json' | 'jsonl' | 'feed' | 'unknown';

const BY_EXTENSION: Readonly<Record<string, Kind>> = {
  txt: 'text', text: 'text', md: 'markdown', markdown: 'markdown', html: 'html', htm: 'html', xhtml: 'html',
  json: 'json', jsonl: 'jsonl', ndjson: 'jsonl', xml: 'feed', rss: 'feed', atom: 'feed', rdf: 'feed',
};

const BY_CONTENT_TYPE: Readonly<Record<string, Kind>> = {
  'text/html': 'html', 'application/xhtml+xml': 'html', 'text/markdown': 'markdown', 'text/x-markdown': 'markdown',
  'application/json': 'json', 'text/json': 'json', 'application/ld+json': 'json', 'application/feed+json': 'json',
  'application/x-ndjson': 'jsonl', 'application/ndjson': 'jsonl', 'application/jsonl': 'jsonl', 'application/x-jsonlines': 'jsonl',
  'application/rss+xml': 'feed', 'application/atom+xml': 'feed', 'application/rdf+xml': 'feed', 'application/xml': 'feed', 'text/xml': 'feed',
};

/** What is known of a text before it is read. */
export interface KindHints {
  /** Path or address; ".gz" at its end is looked through. */
  readonly name: string;
  readonly contentType?: string | undefined;
  /** The first characters of the text. */
  readonly head: string;
}

/** The kind that the name or the content type promises, corrected by what the text evidently is. */
export function kindOf({ name, contentType, head }: KindHints): Kind {
  const promised = BY_CONTENT_TYPE[mediaType(contentType)] ?? promisedByName(name);
  const start = head.slice(0, 2048).replace(/^[\ufeff\s]+/, '');
  const markup = markupKind(start);
  if (markup !== undefined && promised !== 'markdown') return markup;
  if (promised === 'feed') return 'html';
  if (promised === 'json' || promised === 'jsonl') return jsonKind(head, promised);
  if (/^[[{]/.test(start)) {
    const found = jsonKind(head, undefined);
    if (found !== undefined) return found;
  }
  return promised ?? (/^(---|\+\+\+)\r?\n/.test(start) ? 'markdown' : 'unknown');
}

/** The media type of a Content-Type header, in small letters and without parameters. */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function promisedByName(name: string): Kind | undefined {
  const path = /^https?:/i.test(name) ? name.replace(/[?#].*$/s, '') : name;
  const extension = /\.([a-z0-9]+)$/i.exec(path.replace(/\.gz$/i, ''))?.[1]?.toLowerCase();
  return extension === undefined || !Object.hasOwn(BY_EXTENSION, extension) ? undefined : BY_EXTENSION[extension];
}

/** True where a folder's file is worth opening for its name: a story's extension, or none at all. */
export function hasStoryName(name: string): boolean {
  const file = name.slice(name.lastIndexOf('/') + 1).replace(/\.gz$/i, '');
  return !file.includes('.') || promisedByName(file) !== undefined;
}

function markupKind(start: string): Kind | undefined {
  if (/^(<!--[\s\S]*?-->\s*)*(<!doctype html|<html\b|<head\b|<body\b|<article\b)/i.test(start)) return 'html';
  if (!/^<(\?xml|rss|feed|rdf:rdf)\b/i.test(start)) return undefined;
  return /<(rss|feed|rdf:rdf)\b/i.test(start) ? 'feed' : 'html';
}

/** One document or one record a line, whatever the extension says. */
function jsonKind(head: string, promised: 'json' | 'jsonl'): Kind;
function jsonKind(head: string, promised: undefined): Kind | undefined;
function jsonKind(head: string, promised: 'json' | 'jsonl' | undefined): Kind | undefined {
  const lines = head.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const first = lines[0] ?? '';
  const firstIsWhole = isJson(first);
  if (firstIsWhole && lines.length > 1) return 'jsonl';
  if (promised === 'jsonl') return first === '[' || first === '{' ? 'json' : 'jsonl';
  if (promised === 'json' || firstIsWhole) return 'json';
  return /^\s*(\{\s*"|\[\s*\{\s*")/.test(head) ? 'json' : undefined;
}

function isJson(text: string): boolean {
  if (!/^[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
