/** What XML 1.0 cannot hold, not even escaped: most control characters, two non-characters, halves of pairs. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** Cheap to look for: without one of these a text needs no closer look. Whole pairs are among them. */
// oxlint-disable-next-line no-control-regex
const SUSPECT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

function writable(value: string | number | boolean): string {
  const text = String(value);
  return SUSPECT.test(text) ? text.replace(NOT_XML, '') : text;
}

/** Line ends other than the line feed would come back as one: the carriage return, and two that XML 1.1 added. */
function escapeMarkup(text: string): string {
  if (!/[&<>\r\u0085\u2028]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;').replaceAll('\u0085', '&#133;').replaceAll('\u2028', '&#8232;');
}

/** Text between tags. */
export function xmlText(value: string | number | boolean): string {
  return escapeMarkup(writable(value));
}

/** Text between double quotes, where bare white space would come back as spaces. */
export function xmlAttribute(value: string | number | boolean): string {
  return escapeMarkup(writable(value)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
