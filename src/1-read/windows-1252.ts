/** What stands at 0x80 to 0x9F, where ISO 8859-1 has control characters; U+FFFD for the five that are not assigned. */
const HIGH = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** Decodes Windows-1252. Not by TextDecoder: that of Node 20 takes it for ISO 8859-1 and loses the quotation marks. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  // oxlint-disable-next-line no-control-regex -- the control characters of ISO 8859-1 are what is replaced
  return latin1.replace(/[\u0080-\u009f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80] ?? '\ufffd');
}

/**
 * Decodes bytes that are not all UTF-8: its sequences of several bytes as what they are, the rest as Windows-1252. `damaged` where the text
 * has both, or bytes that fit neither: one that was cut off in the middle of a character, or two files pasted together.
 */
export function decodeMixed(bytes: Uint8Array): { readonly text: string; readonly damaged: boolean } {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let from = 0;
  let mixed = false;
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0xc2) continue;
    const length = sequenceLength(bytes, i);
    const isCutOff = length === 0 && (i === bytes.length - 1 || isContinuation(bytes[i + 1]));
    if (length === 0 && !isCutOff) continue;
    parts.push(decodeWindows1252(bytes.subarray(from, i)), isCutOff ? '\ufffd' : utf8.decode(bytes.subarray(i, i + length)));
    mixed = true;
    i += length === 0 ? 0 : length - 1;
    while (isCutOff && isContinuation(bytes[i + 1])) i++;
    from = i + 1;
  }
  if (!mixed) parts.push(decodeWindows1252(bytes));
  else parts.push(decodeWindows1252(bytes.subarray(from)));
  const text = parts.join('');
  return { text, damaged: mixed || text.includes('\ufffd') };
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** Length of the valid UTF-8 sequence of several bytes that begins at `i`, 0 where there is none (Unicode 15, table 3-7). */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] ?? 0;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  for (let k = 1; k < length; k++) if (!isContinuation(bytes[i + k])) return 0;
  const second = bytes[i + 1] ?? 0;
  const overlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const outside = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
  return overlong || outside ? 0 : length;
}
