/** What XML 1.0 cannot hold, not even escaped: most control characters, two non-characters, halves of pairs. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;', '\n': '&#10;', '\t': '&#9;', '\u0085': '&#133;', '\u2028': '&#8232;' };
const escapeOf = (character: string): string => ESCAPES[character] ?? character;

/** Text between tags. A bare carriage return, and to XML 1.1 two more line ends, would come back as a line feed. */
export function xmlText(value: string | number | boolean): string {
  return String(value).replace(NOT_XML, '').replace(/[&<>\r\u0085\u2028]/g, escapeOf);
}

/** Text between double quotes. Bare white space would come back as spaces. */
export function xmlAttribute(value: string | number | boolean): string {
  return String(value).replace(NOT_XML, '').replace(/[&<>"\r\n\t\u0085\u2028]/g, escapeOf);
}
