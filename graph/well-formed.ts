const HALF_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** In JSON a half pair stands escaped, and nothing else begins so: after an even number of backslashes. */
const ESCAPED_HALF = /(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g;

/** Text with U+FFFD for halves of surrogate pairs, which no encoding can write. The length stays. */
export function wellFormed(text: string): string {
  return /[\uD800-\uDFFF]/.test(text) ? text.replace(HALF_PAIR, '\uFFFD') : text;
}

/** JSON that strict parsers read: with U+FFFD for halves of surrogate pairs. */
export function strictJson(value: unknown): string {
  const json = JSON.stringify(value);
  return json.includes('\\ud') ? json.replace(ESCAPED_HALF, '$1\uFFFD') : json;
}
