import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { decode, encodingOf } from '../../src/1-read/encoding.ts';
import { collectStories, folderOf } from './collect.ts';

const TEXT = 'Türkiye’s president met Iran’s in Lomé – “for the last time”.';
const UTF16BE = Buffer.from(TEXT, 'utf16le').swap16();
/** `TEXT` in Windows-1252. */
const WINDOWS = Buffer.from(TEXT.replaceAll('’', '\u0092').replaceAll('–', '\u0096').replaceAll('“', '\u0093').replaceAll('”', '\u0094'), 'latin1');

async function readBytes(bytes: Uint8Array, name = 'a.txt'): Promise<{ text: string | undefined; told: readonly string[] }> {
  const root = folderOf({ [name]: bytes });
  const { stories, told } = await collectStories([root + name], {}, root);
  return { text: stories[0]?.text, told };
}

describe('encodings', { timeout: 60_000 }, () => {
  const forms: readonly [string, Uint8Array][] = [
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.concat([Uint8Array.of(0xfe, 0xff), UTF16BE])],
    ['UTF-16 LE without', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16 BE without', UTF16BE],
    ['Windows-1252', WINDOWS],
    ['gzip', gzipSync(TEXT)],
  ];
  it.each(forms)('%s', async (_, bytes) => {
    expect(await readBytes(bytes)).toEqual({ text: TEXT, told: [] });
  });

  it('a page says its own', async () => {
    const page = Buffer.concat([Buffer.from('<html><head><meta charset="windows-1251"></head><body><p>The word is '), Uint8Array.of(0xcc, 0xe8, 0xf0), Buffer.from(', officials in Moscow said on Monday.</p>')]);
    expect((await readBytes(page, 'a.html')).text).toBe('The word is Мир, officials in Moscow said on Monday.');
  });

  it('JSON Lines in UTF-16 and, line by line, in Windows-1252', async () => {
    const utf16 = Buffer.from(`\ufeff{"text": "${TEXT}"}\n{"text": "Mali met Chad on Friday."}\n`, 'utf16le');
    expect((await readBytes(utf16, 'a.jsonl')).text).toBe(TEXT);
    const windows = Buffer.concat([Buffer.from('{"text": "'), WINDOWS, Buffer.from('"}\n{"text": "Lomé met Paris on Friday."}\n')]);
    const root = folderOf({ 'a.jsonl': windows });
    expect((await collectStories([root])).stories.map((story) => story.text)).toEqual([TEXT, 'Lomé met Paris on Friday.']);
  });

  it('UTF-8 with foreign bytes is read and named', async () => {
    const mixed = Buffer.concat([Buffer.from('Türkiye met Iran at a caf'), Uint8Array.of(0xe9, 0x0a), Buffer.from('They spoke of Lom'), Uint8Array.of(0xc3)]);
    expect(await readBytes(mixed)).toEqual({ text: 'Türkiye met Iran at a café\nThey spoke of Lom\ufffd', told: ['fail E_DAMAGED a.txt'] });
  });

  it('another code page is named and not guessed', async () => {
    const cyrillic = Uint8Array.from({ length: 200 }, (_, i) => (i % 7 === 6 ? 0x20 : 0xe0 + (i % 30)));
    expect(await readBytes(cyrillic)).toEqual({ text: undefined, told: ['fail E_ENCODING a.txt'] });
  });

  it('a header counts before the markup, a mark before both', () => {
    const page = Buffer.from('<meta charset="koi8-r">');
    expect(encodingOf(page, 'windows-1251')).toBe('windows-1251');
    expect(encodingOf(page)).toBe('koi8-r');
    expect(encodingOf(Buffer.from('\ufeff<p>'), 'windows-1251')).toBe('detect');
    expect(encodingOf(page, 'no-such-encoding')).toBe('koi8-r');
  });

  it('half a UTF-16 character is an error', () => {
    expect(() => decode(Uint8Array.of(0x00, 0xd8, 0x41, 0x00), 'utf-16le', 'a')).toThrow(/not valid UTF-16LE/);
  });
});
