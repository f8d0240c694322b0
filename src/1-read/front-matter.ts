import { parseDate } from './date.ts';
import type { DraftMeta } from './draft.ts';

export interface FrontMatter {
  readonly meta: DraftMeta;
  /** The text below it. */
  readonly body: string;
}

/**
 * Reads YAML ("---") or TOML ("+++") front matter as far as it holds plain values: `key: value`, quoted or not, a folded block, a list
 * of names. Anything deeper is passed over. A text without front matter comes back as it is.
 */
export function readFrontMatter(text: string): FrontMatter {
  const match = /^\ufeff?\s*(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/.exec(text);
  if (match === null || !/^[\w-]+\s*[:=]/m.test(match[2] ?? '')) return { meta: {}, body: text };
  const values = readValues(match[2] ?? '');
  const first = (...names: readonly string[]): string | undefined => names.map((name) => values.get(name)).find((value) => value !== undefined && value !== '');
  return {
    body: text.slice(match[0].length),
    meta: {
      id: first('id'), title: first('title', 'headline'), author: first('author', 'authors', 'byline', 'by'),
      outlet: first('outlet', 'source', 'publisher', 'publication', 'newspaper', 'site'), url: first('url', 'link', 'canonical'),
      published: parseDate(first('date', 'published', 'publishedat', 'pubdate', 'publishdate', 'datepublished') ?? ''), dateline: first('dateline'),
    },
  };
}

function readValues(block: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let key: string | undefined;
  for (const line of block.split(/\r?\n/)) {
    const pair = /^([A-Za-z][\w -]*?)\s*[:=]\s*(.*)$/.exec(line);
    if (pair !== null) {
      key = (pair[1] ?? '').toLowerCase().replace(/[\s_-]/g, '');
      values.set(key, scalar(pair[2] ?? ''));
    } else if (key !== undefined && /^\s+\S/.test(line)) {
      const item = scalar(line.replace(/^\s+(?:-\s+)?/, ''));
      const held = values.get(key) ?? '';
      values.set(key, held === '' ? item : `${held}${/^\s+-\s/.test(line) ? ', ' : ' '}${item}`);
    }
  }
  return values;
}

/** The value without quotation marks, comment, or the brackets of a list; empty for the mark of a block. */
function scalar(raw: string): string {
  const text = raw.trim();
  if (/^[>|][+-]?$/.test(text)) return '';
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/.exec(text);
  if (quoted !== null) return quoted[1]?.replace(/\\(.)/g, '$1') ?? (quoted[2] ?? '').replaceAll("''", "'");
  const plain = text.replace(/\s+#.*$/, '');
  return /^\[.*\]$/.test(plain) ? plain.slice(1, -1).split(',').map((item) => scalar(item)).join(', ') : plain;
}
